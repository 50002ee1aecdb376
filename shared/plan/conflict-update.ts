import type { FoldedRecord } from '../changes/folded-record.ts'
import type { ConflictRecord } from '../model/conflict.ts'
import { hasKind, type ConflictId, type RecordId } from '../model/ids.ts'
import { childrenOf, recordOf, statedParents, type PlanView } from './plan-view.ts'
import { readAny } from './read-record.ts'

/** All conflicts of a view, looked at or not, by what they are about; those of one record by id. */
export type ConflictsByRecord = ReadonlyMap<RecordId, readonly ConflictId[]>

/** The conflicts of a view, from nothing: the cost grows with how many there are. */
export function conflictsByRecord(view: PlanView): ConflictsByRecord {
  const ids = new Map<RecordId, ConflictId[]>()
  for (const id of childrenOf(view, { parent: 'root', kind: 'conflict' })) {
    const on = recordOf(view, id)?.record ?? null
    if (on === null) continue
    const own = ids.get(on) ?? []
    own.push(id)
    ids.set(on, own)
  }
  return ids
}

/** What has become of the conflicts from one view to the next. */
export interface ConflictUpdate {
  readonly ids: ConflictsByRecord
  /** The records whose conflicts are to be looked at again. */
  readonly touched: ReadonlySet<RecordId>
}

/** From this many records on, looking at all conflicts anew costs less than finding out which. */
const rebuildFrom = 500

/**
 * What has to be looked at again where a view has followed another; null where that is everything: something above
 * records came, went, or was moved, or changes were taken out, on which a conflict about what is above may rest. The cost grows with what differs, and with the shards that it lies in.
 */
export function conflictUpdate({ before, view, ids }: { readonly before: PlanView; readonly view: PlanView; readonly ids: ConflictsByRecord }): ConflictUpdate | null {
  if (before.cutGoals !== view.cutGoals || before.orphans.size + view.orphans.size > 0) return null
  const next = new Map(ids)
  const touched = new Set<RecordId>()
  let seen = 0
  for (const [id, was, is] of differences(before, view)) {
    if ((seen += 1) >= rebuildFrom) return null
    if (hasKind(id, 'conflict')) {
      for (const on of [aboutOf(was), aboutOf(is)]) if (on !== null) touched.add(on)
      move({ ids: next, id, from: aboutOf(was), to: aboutOf(is) })
    } else if (was !== undefined && (is === undefined || cellsIn(is) < cellsIn(was) || !standsAlike(was, is))) return null
    else if (ids.has(id)) touched.add(id)
  }
  return { ids: next, touched }
}

/** The records that aren't the same, shard by shard: those that share one share all that is in it. */
function* differences(before: PlanView, view: PlanView): Generator<readonly [RecordId, FoldedRecord | undefined, FoldedRecord | undefined]> {
  for (const [index, shard] of view.set.records.shards.entries()) {
    const other = before.set.records.shards[index]
    if (shard === other) continue
    for (const [id, folded] of shard) if (other?.get(id) !== folded) yield [id, other?.get(id), folded]
    for (const [id, folded] of other ?? []) if (!shard.has(id)) yield [id, folded, undefined]
  }
}

function cellsIn({ winners, losers }: FoldedRecord): number {
  return winners.length + losers.length
}

/** Whether what hangs below a record is there, or isn't, as it was. */
function standsAlike(was: FoldedRecord, is: FoldedRecord): boolean {
  const [before, after] = [statedParents(was), statedParents(is)]
  return readAny(was)?.deleted === readAny(is)?.deleted && before.length === after.length && before.every((parent, index) => parent === after[index])
}

/** What a conflict is about; null for one that isn't there. */
function aboutOf(folded: FoldedRecord | undefined): RecordId | null {
  const conflict = folded === undefined ? null : (readAny(folded) as ConflictRecord) // only conflicts are asked for
  return conflict === null || conflict.deleted ? null : conflict.record
}

function move({ ids, id, from, to }: { readonly ids: Map<RecordId, readonly ConflictId[]>; readonly id: ConflictId; readonly from: RecordId | null; readonly to: RecordId | null }): void {
  if (from === to) return
  if (from !== null) ids.set(from, (ids.get(from) ?? []).filter((each) => each !== id))
  if (to !== null) ids.set(to, [...(ids.get(to) ?? []), id].toSorted())
}
