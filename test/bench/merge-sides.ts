import type { Change, Value } from '../../shared/changes/change.ts'
import { addChanges, changesOf, type ChangeSet } from '../../shared/changes/fold.ts'
import { valuesOf } from '../../shared/changes/sharded-map.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import { bigPlan, manyEdits } from './big-plan.ts'

/** One plan on two computers: what both began with, and what each wrote since without knowing of the other. */
export interface MergeSides {
  /** The plan that both have, one change a record, in the order in which it was written. */
  readonly base: readonly Change[]
  readonly mine: readonly Change[]
  /** In every second one the same field is set as in `mine`, at the same moment by the higher replica: those count. */
  readonly theirs: readonly Change[]
  readonly mySet: ChangeSet
  readonly theirSet: ChangeSet
}

/** What every field of every record says. */
export type Fields = Readonly<Record<RecordId, Readonly<Record<string, Value>>>>

export function mergeSides({ goals, edits }: { readonly goals: number; readonly edits: number }): MergeSides {
  const set = bigPlan({ goals })
  const mine = manyEdits({ goals, count: edits, replica: 'bbbbbbbbbb', seed: 1 })
  const theirs = manyEdits({ goals, count: edits, replica: 'cccccccccc', seed: 2 })
  return { base: [...changesOf(set)], mine, theirs, mySet: addChanges(set, mine).set, theirSet: addChanges(set, theirs).set }
}

export function fieldsIn(set: ChangeSet): Fields {
  return Object.fromEntries([...valuesOf(set.records)].map(({ id, winners }) => [id, Object.fromEntries(winners.map(({ field, value }) => [field, value]))]))
}
