import type { RecordId } from '../model/ids.ts'
import type { Change } from './change.ts'
import { addChanges, cellsByRecord, recordIn, type ChangeSet, type Folded } from './fold.ts'
import { cellsOf, removeCells, type FoldedRecord } from './folded-record.ts'
import type { Knows } from './knows.ts'
import { setEntries, valuesOf, type ShardedMap } from './sharded-map.ts'
import { writerOf, type Stamp, type Writer } from './stamp.ts'

/** What is done to a set of changes at once: some come out, and others come in. */
export interface Rewrite {
  readonly without?: readonly Change[] | undefined
  readonly changes: Iterable<Change>
}

/**
 * Takes changes out of the set, as if they had never come. What is known goes back with them: of each of their
 * writers to the latest change that is left.
 */
export function removeChanges(set: ChangeSet, changes: Iterable<Change>): Folded {
  const { cells, stamps } = cellsByRecord(changes)
  const touched = new Map<RecordId, FoldedRecord | undefined>()
  const written: (readonly [RecordId, FoldedRecord | undefined])[] = []
  for (const [id, own] of cells) {
    const before = recordIn(set, id)
    const after = before === undefined ? undefined : removeCells(before, own)
    if (before === after) continue
    touched.set(id, before)
    written.push([id, after])
  }
  if (written.length === 0) return { set, touched }
  const records = setEntries(set.records, written)
  return { set: { records, knows: forget({ knows: set.knows, records, writers: new Set([...stamps].map(writerOf)) }) }, touched }
}

/** Takes out what is to go, then adds what comes: one action, so one thing to show and one row to write. */
export function rewriteChanges(set: ChangeSet, { without = [], changes }: Rewrite): Folded {
  const removed = removeChanges(set, without)
  const added = addChanges(removed.set, changes)
  // a record touched twice was before what it was before the first time
  return { set: added.set, touched: new Map([...added.touched, ...removed.touched]) }
}

function forget({ knows, records, writers }: { readonly knows: Knows; readonly records: ShardedMap<RecordId, FoldedRecord>; readonly writers: ReadonlySet<Writer> }): Knows {
  const latest = new Map<Writer, Stamp>()
  for (const record of valuesOf(records)) {
    for (const { at } of cellsOf(record)) {
      const writer = writerOf(at)
      if (writers.has(writer) && at > (latest.get(writer) ?? '')) latest.set(writer, at)
    }
  }
  return new Map([...[...knows].filter(([writer]) => !writers.has(writer)), ...latest])
}
