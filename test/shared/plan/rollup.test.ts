import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { progressOfGoal, rollupOf, rollupOfChildren, rollupOfGoals, subGoalsDone } from '../../../shared/plan/rollup.ts'
import { goalsByQuarter } from '../../../shared/plan/tree/tree-nodes.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { tallyOf, type Records } from './rollup-oracle.ts'

const view = planWith(smallPlan)

test('[M60] progress is the mean over the first-level goals below, so an output weighs as much as it has goals', () => {
  // 1.1: done, half of its sub-goals, to do; 1.2 only has a postponed one
  expect(rollupOf(view, 'output:1-1').progress).toBe(0.5)
  expect(rollupOf(view, 'outcome:one').progress).toBe(0.5)
  const more = after(view, [{ on: 'goal:e', set: { output: 'output:2-1', status: 'done', order: 'a0' } }])
  expect(rollupOf(more, 'program:tec3').progress).toBe((1 + 0.5 + 0 + 1) / 4)
  expect(rollupOf(more, 'root').progress).toBe((1 + 0.5 + 0 + 1) / 4)
})

test('[M60] goals are counted by status, sub-goals within their goal', () => {
  expect(rollupOf(view, 'root')).toMatchObject({ goals: 4, counts: { done: 1, inProgress: 1, todo: 1, postponed: 1, blocked: 0 } })
  expect(subGoalsDone(view, 'goal:b')).toEqual({ done: 1, total: 2 })
})

test('[M61] a goal counts one when done, else the mean of its sub-goals, else a half when partially done', () => {
  const progress = (fields: Fields, on: RecordId = 'goal:b'): number => progressOfGoal(after(view, [{ on, set: fields }]), 'goal:b')
  expect(progress({ status: 'partiallyDone' })).toBe(0.5)
  expect(progress({ status: 'done' })).toBe(1)
  expect(progress({ status: 'partiallyDone' }, 'goal:b2')).toBe(0.75)
  expect(progress({ status: 'done' }, 'goal:b2')).toBe(1)
  expect(progressOfGoal(after(view, [{ on: 'goal:c', set: { status: 'partiallyDone' } }]), 'goal:c')).toBe(0.5)
})

test('[M62] what is postponed is counted and weighs nothing; where nothing weighs there is no progress to speak of', () => {
  expect(rollupOf(view, 'output:1-2')).toMatchObject({ goals: 1, progress: null })
  expect(rollupOf(view, 'output:2-1')).toMatchObject({ goals: 0, progress: null })
  const next = after(view, [{ on: 'goal:b2', set: { status: 'postponed' } }])
  expect(progressOfGoal(next, 'goal:b')).toBe(1)
})

test('[M63] a quarter of an output, and what belongs to nothing, roll up as an output does', () => {
  expect(rollupOfGoals(view, goalsByQuarter(view, 'output:1-1').get(1) ?? [])).toMatchObject({ goals: 2, progress: 0.75 })
  const loose = after(view, [
    { on: 'output:x', set: { order: 'a0' } },
    { on: 'goal:x', set: { output: 'output:x', status: 'done', order: 'a0' } },
    { on: 'goal:y', set: { status: 'todo', order: 'a0' } },
  ])
  expect(rollupOfChildren(loose, { parent: 'root', kind: 'output' })).toMatchObject({ goals: 1, progress: 1 })
  expect(rollupOfChildren(loose, { parent: 'root', kind: 'goal' })).toMatchObject({ goals: 1, progress: 0 })
  expect(rollupOf(loose, 'root').goals).toBe(6)
})

// parents only have smaller keys than what stands below them, so there are no circles to cut
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b', 'none')).map(([key, program]): Edit => ({ on: `outcome:${key}`, set: { program: program === 'none' ? null : `program:${program}` } })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'gone')).map(([key, outcome]): Edit => ({ on: `output:${key}`, set: { outcome: `outcome:${outcome}` } })) },
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...statuses)).map(([key, output, status]): Edit => ({ on: `goal:${key}`, set: { output: `output:${output}`, status } })) },
  { weight: 3, arbitrary: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat({ max: 6 })).map(([key, parent]): Edit => ({ on: `goal:${key}`, set: { parent: parent < key ? `goal:${parent}` : null } })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('goal:1', 'goal:2', 'output:a', 'outcome:a', 'program:a'), fc.boolean()).map(([on, deleted]): Edit => ({ on: on as RecordId, set: { deleted } })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b').map((key): Edit => ({ on: `program:${key}`, set: { code: key } })) },
)

test('[M64] after any edits every roll-up is what counting goal by goal gives', () => {
  let counted = 0
  fc.assert(
    fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), (actions) => {
      let now: PlanView = planWith({})
      const records: Record<string, Fields> = {}
      for (const edits of actions) {
        now = after(now, Object.values(Object.groupBy(edits, ({ on }) => on)).map((same) => ({ on: same?.[0]?.on ?? 'goal:0', set: Object.assign({}, ...(same ?? []).map(({ set }) => set)) as Fields })))
        for (const { on, set } of edits) records[on] = { ...records[on], ...set }
        for (const of of ['root', ...Object.keys(records).filter((id) => !id.startsWith('goal:'))] as ('root' | RecordId)[]) expectSame({ now, records, of })
        counted += rollupOf(now, 'root').goals
      }
    }),
    { numRuns: 300 },
  )
  expect(counted).toBeGreaterThan(1_000)
})

function expectSame({ now, records, of }: { readonly now: PlanView; readonly records: Records; readonly of: 'root' | RecordId }): void {
  if (of !== 'root' && !reachesTop(records, of)) return
  const rollup = rollupOf(now, of)
  const tally = tallyOf(records, of)
  expect({ of, goals: rollup.goals, counts: Object.fromEntries(Object.entries(rollup.counts).filter(([, count]) => count > 0)) }).toEqual({ of, goals: tally.goals, counts: tally.byStatus })
  expect({ of, progress: rollup.progress?.toFixed(9) }).toEqual({ of, progress: tally.progress?.toFixed(9) })
}

/** What lies below something deleted isn't asked for: nobody sees it. */
function reachesTop(records: Records, id: string): boolean {
  const record = records[id]
  if (record?.['deleted'] === true) return false
  const up = record?.['outcome'] ?? record?.['program']
  return typeof up !== 'string' || !(up in records) || reachesTop(records, up)
}
