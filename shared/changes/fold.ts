import type { RecordId } from '../model/ids.ts'
import type { Change, Value } from './change.ts'
import { addCells, addCopy, cellsOf, createRecord, type Cell, type FoldedRecord } from './folded-record.ts'
import { learn, type Knows } from './knows.ts'
import { emptyShardedMap, getEntry, setEntries, valuesOf, type ShardedMap } from './sharded-map.ts'
import type { Stamp } from './stamp.ts'

/** A set of changes, folded by record: the plan with its whole history. */
export interface ChangeSet {
  readonly records: ShardedMap<RecordId, FoldedRecord>
  readonly knows: Knows
}

/** What adding changes did: the new set, and each touched record as it was before (undefined: it is new). */
export interface Folded {
  readonly set: ChangeSet
  readonly touched: ReadonlyMap<RecordId, FoldedRecord | undefined>
}

export function emptyChangeSet(): ChangeSet {
  return { records: emptyShardedMap(), knows: new Map() }
}

export function recordIn(set: ChangeSet, id: RecordId): FoldedRecord | undefined {
  return getEntry(set.records, id)
}

export function foldChanges(changes: Iterable<Change>): ChangeSet {
  return addChanges(emptyChangeSet(), changes).set
}

/** Adds changes in any order; one that is already there changes nothing, nor does one that sets nothing. */
export function addChanges(set: ChangeSet, changes: Iterable<Change>): Folded {
  const { cells, stamps } = cellsByRecord(changes)
  const next = new Map<RecordId, FoldedRecord>()
  for (const [on, own] of cells) next.set(on, addCells(recordIn(set, on) ?? createRecord(on, []), own))
  return replaceRecords({ set, next, stamps })
}

/** The smallest pieces of changes, by record, and the stamps they bear. */
export function cellsByRecord(changes: Iterable<Change>): { readonly cells: ReadonlyMap<RecordId, readonly Cell[]>; readonly stamps: ReadonlySet<Stamp> } {
  // one list a record: put in place one by one, a long history would be copied once for each of its cells
  const cells = new Map<RecordId, Cell[]>()
  const stamps = new Set<Stamp>()
  for (const { at, on, set: fields } of changes) {
    const own = cells.get(on) ?? []
    const before = own.length
    for (const field of Object.keys(fields)) own.push({ field, at, value: fields[field] ?? null })
    if (own.length === before) continue
    cells.set(on, own)
    stamps.add(at)
  }
  return { cells, stamps }
}

/** The union of two sets of changes: commutative, associative, idempotent. */
export function uniteChangeSets(mine: ChangeSet, theirs: ChangeSet): Folded {
  const next = new Map<RecordId, FoldedRecord>()
  for (const [index, shard] of theirs.records.shards.entries()) {
    const own = mine.records.shards[index]
    if (shard === own) continue
    for (const [id, record] of shard) {
      const before = own?.get(id)
      const after = before === undefined || before === record ? record : addCopy(before, record)
      if (after !== before) next.set(id, after)
    }
  }
  return replaceRecords({ set: mine, next, stamps: theirs.knows.values() })
}

/** Every change of the set, as its smallest pieces grouped by record and stamp, in no particular order. */
export function* changesOf(set: ChangeSet): Generator<Change> {
  for (const record of valuesOf(set.records)) yield* changesOfRecord(record)
}

export function changesOfRecord(record: FoldedRecord): readonly Change[] {
  const byStamp = new Map<Stamp, Map<string, Value>[]>()
  for (const cell of cellsOf(record)) {
    const groups = byStamp.get(cell.at) ?? []
    byStamp.set(cell.at, groups)
    // two values under one stamp (a copied profile) need a change each
    const free = groups.find((fields) => !fields.has(cell.field))
    if (free === undefined) groups.push(new Map([[cell.field, cell.value]]))
    else free.set(cell.field, cell.value)
  }
  // fromEntries, since assigning to a field named `__proto__` would set no field
  return [...byStamp].flatMap(([at, groups]) => groups.map((fields) => ({ at, on: record.id, set: Object.fromEntries(fields) })))
}

function replaceRecords({ set, next, stamps }: { readonly set: ChangeSet; readonly next: ReadonlyMap<RecordId, FoldedRecord>; readonly stamps: Iterable<Stamp> }): Folded {
  const touched = new Map<RecordId, FoldedRecord | undefined>()
  const written: (readonly [RecordId, FoldedRecord])[] = []
  for (const [id, record] of next) {
    const before = recordIn(set, id)
    if (before === record) continue
    touched.set(id, before)
    written.push([id, record])
  }
  const knows = learn(set.knows, stamps)
  if (written.length === 0 && knows === set.knows) return { set, touched }
  return { set: { records: setEntries(set.records, written), knows }, touched }
}
