import type { Conflict } from '../changes/conflict.ts'
import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { mergeChangeSets, type FieldChange, type Merge } from '../changes/merge.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isBookkeeping, type GoalId, type NoteId, type RecordId } from '../model/ids.ts'
import { createView } from './plan-index.ts'
import type { PlanView } from './plan-view.ts'
import { comparePlaces, placesIn } from './record-places.ts'

/** Fields of one record that read differently after the merge. */
export interface ChangedRecord {
  readonly on: RecordId
  readonly fields: readonly FieldChange[]
}

/** What merging would do, for a person to see before it is done. Lists stand in the order of the plan. */
export interface MergeSummary {
  readonly merge: Merge
  /** The plan as it would read. */
  readonly view: PlanView
  readonly newGoals: readonly GoalId[]
  readonly newNotes: readonly NoteId[]
  /** Programs, outcomes, outputs, and records of kinds this version doesn't know. */
  readonly newOthers: readonly RecordId[]
  readonly changed: readonly ChangedRecord[]
  readonly deleted: readonly RecordId[]
  readonly restored: readonly RecordId[]
  readonly clashes: readonly Conflict[]
  /** How many fields `changed` holds. */
  readonly fields: number
  /** Records that only come to stand elsewhere in their list. */
  readonly moved: number
  /** Records of the other side that are here already and say the same. */
  readonly same: number
  /** How many things a person would see happen. */
  readonly changes: number
  /** Not one byte would change. */
  readonly nothing: boolean
}

/** Counts and sorts what comes in; names of computers are no news to anybody. */
export function summarizeMerge({ mine, theirs }: { readonly mine: ChangeSet; readonly theirs: ChangeSet }): MergeSummary {
  const merge = mergeChangeSets(mine, theirs)
  const view = createView(merge.set)
  const places = placesIn(view)
  const inOrder = <Id extends RecordId>(ids: readonly Id[]): readonly Id[] => ids.toSorted((a, b) => comparePlaces(places, a, b))
  const isDeleted = (id: RecordId): boolean => winnerOf(recordIn(merge.set, id), 'deleted')?.value === true
  const news = inOrder(merge.newRecords.filter((id) => !isBookkeeping(id) && !isDeleted(id)))
  const told = merge.changedFields.filter(({ on }) => !isBookkeeping(on))
  const byRecord = Map.groupBy(told, ({ on }) => on)
  const deletions = told.filter(({ field }) => field === 'deleted')
  const fieldsOf = (on: RecordId): readonly FieldChange[] => (byRecord.get(on) ?? []).filter(({ field }) => field !== 'order' && field !== 'deleted')
  const changed = inOrder([...byRecord.keys()].filter((on) => !isDeleted(on) && fieldsOf(on).length > 0)).map((on) => ({ on, fields: fieldsOf(on) }))
  const counted = {
    newGoals: news.filter((id) => hasKind(id, 'goal')),
    newNotes: news.filter((id) => hasKind(id, 'note')),
    newOthers: news.filter((id) => !hasKind(id, 'goal') && !hasKind(id, 'note')),
    deleted: inOrder(deletions.filter(({ after }) => after === true).map(({ on }) => on)),
    restored: inOrder(deletions.filter(({ after }) => after !== true).map(({ on }) => on)),
  }
  const fields = changed.reduce((sum, record) => sum + record.fields.length, 0)
  const moved = [...byRecord.values()].filter((changes) => changes.every(({ field }) => field === 'order')).length
  return {
    merge,
    view,
    ...counted,
    changed,
    clashes: merge.conflicts.toSorted((a, b) => comparePlaces(places, a.on, b.on)),
    fields,
    moved,
    same: countSame({ theirs, merge }),
    changes: fields + moved + Object.values(counted).reduce((sum, list) => sum + list.length, 0),
    nothing: merge.set === mine,
  }
}

function countSame({ theirs, merge }: { readonly theirs: ChangeSet; readonly merge: Merge }): number {
  const other = new Set([...merge.newRecords, ...merge.changedFields.map(({ on }) => on)])
  let same = 0
  for (const { id } of valuesOf(theirs.records)) if (!isBookkeeping(id) && !other.has(id)) same += 1
  return same
}
