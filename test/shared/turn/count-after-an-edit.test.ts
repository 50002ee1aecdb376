import { expect, test } from 'vitest'
import { addChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { countToTurn, goalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { bigPlan } from '../../bench/big-plan.ts'

/** A map that tells what is looked up in it. */
class ToldMap<V> extends Map<RecordId, V> {
  onGet: (id: RecordId) => void = () => undefined
  override get(id: RecordId): V | undefined {
    this.onGet(id)
    return super.get(id)
  }
}

function told(view: PlanView, onGet: (id: RecordId) => void): PlanView {
  const shards = view.set.records.shards.map((shard) => Object.assign(new ToldMap(shard), { onGet }))
  return { ...view, set: { ...view.set, records: { ...view.set.records, shards } } }
}

test('[Q45] after an edit the goals of a quarter that are left are counted without looking at those of other outputs again', () => {
  const edit = (view: PlanView, minute: number, on: RecordId, set: Readonly<Record<string, string>>): PlanView =>
    updateView(view, addChanges(view.set, [{ at: formatStamp({ ms: Date.UTC(2019, 0, 1, 0, minute), counter: 0, writer: 'bbbbbbbbbb0' }), on, set }]))
  const begun = createView(bigPlan({ goals: 1_000 }))
  // what another goal goes on with doesn't count, wherever that one stands
  const carried = edit(begun, 0, 'goal:g1', { carriedFrom: goalsToTurn(begun, 1).open[5]?.id ?? '' })
  expect(countToTurn(carried, 1)).toBe(countToTurn(begun, 1) - 1)
  const edited = edit(carried, 1, 'goal:g0', { title: 'Reworded' })
  const seen: RecordId[] = []
  expect(countToTurn(told(edited, (id) => seen.push(id)), 1)).toBe(countToTurn(carried, 1))
  const outputs = new Set(seen.filter((id) => hasKind(id, 'goal')).map((id) => recordOf(edited, id)?.output))
  expect(outputs).toEqual(new Set([recordOf(edited, 'goal:g0')?.output]))
})
