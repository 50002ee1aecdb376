import type { Change } from '../../changes/change.ts'
import type { ChangeSet } from '../../changes/fold.ts'
import { cellsOf, cellsOfField, firstStamp, type Cell, type FoldedRecord } from '../../changes/folded-record.ts'
import { isKnown, type Knows } from '../../changes/knows.ts'
import { valuesOf } from '../../changes/sharded-map.ts'
import { msOf, writerOf, type Stamp, type Writer } from '../../changes/stamp.ts'
import { finish, type Steps } from '../../changes/steps.ts'
import { isFileWriter, isPageWriter } from '../../changes/writer.ts'
import { hasKind, type RecordId } from '../../model/ids.ts'
import { isFoldedField } from './folded-fields.ts'
import { nameCells, type NamedCells } from './named-by-conflicts.ts'

export interface FoldHistory {
  readonly set: ChangeSet
  /** Only what was overwritten before this moment goes, in milliseconds since 1970. */
  readonly before: number
  /** What each computer is known to know that is counted: only what all have seen overwritten goes. */
  readonly known: readonly Knows[]
  /** The merges that can still be taken back, with what they brought. */
  readonly merges: readonly { readonly at: number; readonly brought: readonly Change[] }[]
}

/** How many records are looked through between two pauses. */
const stepSize = 200

/** The old history of a plan that may be taken out of its set of changes. */
export function historyToFold(folding: FoldHistory): readonly Change[] {
  return finish(historyToFoldInSteps(folding))
}

/**
 * The same in steps of a few milliseconds. Only what was overwritten goes: never what counts, so no deletion, no mark that
 * a conflict was looked at, nothing a state is made of. It stays known, since of each writer what it wrote last stays.
 * So a computer that was away for years, or a file as old, brings back no more than what is folded away here again.
 */
export function* historyToFoldInSteps(folding: FoldHistory): Steps<readonly Change[]> {
  const kept = yield* lookThrough(folding)
  const gone: Change[] = []
  let done = 0
  for (const record of valuesOf(folding.set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    if (record.losers.length === 0) continue
    for (const { at, field, value } of cellsToFold(record, kept)) gone.push({ at, on: record.id, set: { [field]: value } })
  }
  return gone
}

/** What must be known of the whole plan to say of one cell whether it may go. */
interface Kept {
  readonly before: number
  /** Of each writer the latest stamp that all computers know. */
  readonly knownToAll: Knows
  /** Of each writer the stamp from which on all it wrote stays. */
  readonly staying: ReadonlyMap<Writer, Stamp>
  /** Cells that conflicts name, by record. */
  readonly named: NamedCells
  /** What merges brought that can be taken back, and which fields the later ones touched. */
  readonly brought: ReadonlySet<string>
  readonly touched: ReadonlySet<string>
}

function* lookThrough({ set, before, known, merges }: FoldHistory): Steps<Kept> {
  const brought = new Set<string>()
  const touched = new Set<string>()
  for (const merge of merges) {
    for (const { at, on, set: fields } of merge.brought) {
      for (const field of Object.keys(fields)) {
        brought.add(`${on} ${at} ${field}`)
        if (merge.at >= before) touched.add(`${on} ${field}`)
      }
    }
  }
  const latest = new Map<Writer, Stamp>()
  const staying = new Map<Writer, Stamp>()
  const named = new Map<RecordId, Set<string>>()
  let done = 0
  for (const record of valuesOf(set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    const isConflict = hasKind(record.id, 'conflict')
    for (const { at, field } of cellsOf(record)) {
      raise(latest, at)
      // a conflict bears somebody's stamp, and may go with a merge as what the merge brought does
      if (!isConflict && !brought.has(`${record.id} ${at} ${field}`)) raise(staying, at)
    }
    if (isConflict) nameCells(named, record)
  }
  // what is known without being here would be known no more once its writer is looked up
  for (const [writer, stamp] of set.knows) if (latest.get(writer) !== stamp) staying.delete(writer)
  return { before, knownToAll: knownToAll([set.knows, ...known]), staying, named, brought, touched }
}

function raise(latest: Map<Writer, Stamp>, at: Stamp): void {
  const writer = writerOf(at)
  if (at > (latest.get(writer) ?? '')) latest.set(writer, at)
}

function knownToAll([first, ...others]: readonly Knows[]): Knows {
  const all = new Map<Writer, Stamp>()
  for (const [writer, stamp] of first ?? []) {
    const stamps = others.map((knows) => knows.get(writer))
    const least = stamps.reduce<Stamp | undefined>((low, each) => (low === undefined || each === undefined ? undefined : each < low ? each : low), stamp)
    if (least !== undefined) all.set(writer, least)
  }
  return all
}

function cellsToFold(record: FoldedRecord, kept: Kept): readonly Cell[] {
  const fields = new Set(record.losers.map(({ field }) => field))
  const gone = [...fields].flatMap((field) => (isFoldedField(record.id, field) && !kept.touched.has(`${record.id} ${field}`) ? cellsOfFieldToFold({ record, field, kept }) : []))
  return gone.length === 0 ? gone : withoutTraces(record, gone)
}

function cellsOfFieldToFold({ record, field, kept }: { readonly record: FoldedRecord; readonly field: string; readonly kept: Kept }): readonly Cell[] {
  const cells = cellsOfField(record, field)
  // what counted then stays, so that each moment since reads as it did
  const then = cells.findLast(({ at }) => msOf(at) < kept.before)
  // whatever merges are taken back, this one counts, or a later one
  const ground = cells.findLast(({ at }) => !kept.brought.has(`${record.id} ${at} ${field}`))
  if (then === undefined || ground === undefined || !isKnown({ knows: kept.knownToAll, stamp: then.at })) return []
  const names = kept.named.get(record.id)
  return cells.filter(({ at }) => {
    if (at >= then.at || at >= ground.at || !isKnown({ knows: kept.knownToAll, stamp: at })) return false
    const writer = writerOf(at)
    // what pages and files said is what their next copies are compared with
    return !isPageWriter(writer) && !isFileWriter(writer) && at < (kept.staying.get(writer) ?? '') && names?.has(`${at} ${field}`) !== true
  })
}

/** A record still tells when it came to be, and that somebody worked on it since. */
function withoutTraces(record: FoldedRecord, gone: readonly Cell[]): readonly Cell[] {
  const left = [...cellsOf(record)].filter((cell) => !gone.includes(cell))
  const first = firstStamp(record)
  const trace = !left.some(({ at }) => at === first) ? gone.find(({ at }) => at === first) : left.length === record.winners.length ? gone[0] : undefined
  // two values under one stamp go or stay together
  return trace === undefined ? gone : gone.filter(({ at, field }) => at !== trace.at || field !== trace.field)
}
