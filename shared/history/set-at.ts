import type { ChangeSet } from '../changes/fold.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { setEntries, valuesOf } from '../changes/sharded-map.ts'
import { writerOf, type Stamp, type Writer } from '../changes/stamp.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { RecordId } from '../model/ids.ts'
import { stampsOf } from './record-stamps.ts'

/**
 * The set of changes as it was at a moment: the fold of those made up to then. A record that has nothing later
 * is the very same one. What a goals page says lies in 1970 by its stamp, and so is there at any moment.
 * @param at milliseconds since 1970, the moment itself included
 */
export function setAt(then: SetAt): ChangeSet {
  return finish(setInSteps(then))
}

interface SetAt {
  readonly set: ChangeSet
  readonly at: number
}

/** How many records are looked at between two pauses. */
const stepSize = 500

/** The same in steps, for somebody who drags a slider meanwhile. */
export function* setInSteps({ set, at }: SetAt): Steps<ChangeSet> {
  const limit = firstAfter(at)
  if ([...set.knows.values()].every((stamp) => stamp < limit)) return set
  // of a writer that has written nothing since everything is known as before; of the others it is looked up
  const known = new Map<Writer, Stamp>([...set.knows].filter(([, stamp]) => stamp < limit))
  const written: (readonly [RecordId, FoldedRecord | undefined])[] = []
  let looked = 0
  for (const record of valuesOf(set.records)) {
    if (looked % stepSize === 0) yield
    looked += 1
    const then = recordBefore(record, limit)
    if (then !== record) written.push([record.id, then])
    for (const stamp of stampsOf(record)) if (stamp < limit) learnStamp(known, stamp)
  }
  return { records: setEntries(set.records, written), knows: known }
}

/** Sorts after every stamp of a millisecond, and before those of the next. */
function firstAfter(at: number): Stamp {
  if (at < 0) return ''
  const digits = at < Number.MAX_SAFE_INTEGER ? (Math.floor(at) + 1).toString(36).padStart(10, '0') : ''
  // what ten digits can't say is later than every stamp
  return digits.length === 10 ? digits : '~'
}

/** One record as it was at a moment; undefined where nothing had been written to it, and the very same where nothing was later. */
export function recordAt(record: FoldedRecord, at: number): FoldedRecord | undefined {
  return recordBefore(record, firstAfter(at))
}

function recordBefore(record: FoldedRecord, limit: Stamp): FoldedRecord | undefined {
  const stamps = stampsOf(record)
  if ((stamps.at(-1) ?? '') < limit) return record
  if ((stamps[0] ?? '') >= limit) return undefined
  const winners: Cell[] = []
  const losers: Cell[] = []
  let next = 0
  for (const winner of record.winners) {
    const first = losers.length
    for (let cell = record.losers[next]; cell !== undefined && cell.field === winner.field; cell = record.losers[next]) {
      if (cell.at < limit) losers.push(cell)
      next += 1
    }
    // losers stand in order of time: the last of those that are left is what counted then
    const then = winner.at < limit ? winner : losers.length > first ? losers.pop() : undefined
    if (then !== undefined) winners.push(then)
  }
  return { id: record.id, winners, losers }
}

function learnStamp(known: Map<Writer, Stamp>, stamp: Stamp): void {
  const writer = writerOf(stamp)
  const before = known.get(writer)
  if (before === undefined || before < stamp) known.set(writer, stamp)
}
