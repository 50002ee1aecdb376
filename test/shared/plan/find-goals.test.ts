import { expect, test } from 'vitest'
import { findGoals } from '../../../shared/plan/find-goals.ts'
import { freeGoal } from '../../../shared/edits/goal-edits.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { Edit } from '../../../shared/changes/change.ts'
import { createView } from '../../../shared/plan/plan-index.ts'

const edits: readonly Edit[] = [
  { on: 'output:o', set: { number: '3.1', title: 'Services' } },
  { on: 'goal:a', set: { output: 'output:o', quarter: 2, title: 'Deploy Zotero', order: 'a0' } },
  { on: 'goal:b', set: { output: 'output:o', quarter: 3, title: 'Deploy graphoid', order: 'a1' } },
  { on: 'goal:c', set: { title: 'Train people', description: 'How to deploy', owner: 'SRE', order: 'a0' } },
  { on: 'goal:d', set: { output: 'output:o', parent: 'goal:a', title: 'Write the chart', order: 'a0' } },
  { on: 'goal:e', set: { output: 'output:o', title: 'Deploy nothing', deleted: true } },
]
const view = createView(foldChanges(edits.map((edit, ms) => ({ ...edit, at: formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' }) }))))
const all = { view, near: null, limit: 10, accepts: () => true } as const
const ids = (found: ReturnType<typeof findGoals>): readonly string[] => found.map((goal) => goal.id).toSorted()

test('[U33] goals are found by words of what they say and the number of their output, in any case', () => {
  expect(ids(findGoals({ ...all, query: 'deploy' }))).toEqual(['goal:a', 'goal:b', 'goal:c'])
  expect(ids(findGoals({ ...all, query: 'people sre' }))).toEqual(['goal:c'])
  expect(ids(findGoals({ ...all, query: ' 3.1  ZOT ' }))).toEqual(['goal:a'])
  expect(ids(findGoals({ ...all, query: '3.1 chart' }))).toEqual(['goal:d'])
  expect(ids(findGoals({ ...all, query: 'nothing' }))).toEqual([])
})

test('[U33] while nothing is typed, the neighbours are offered', () => {
  expect(ids(findGoals({ ...all, query: '', near: 'goal:d' }))).toEqual(['goal:a', 'goal:b'])
  expect(ids(findGoals({ ...all, query: '', near: 'goal:c' }))).toEqual(['goal:c'])
})

test('[U33] no more are found than asked for, and none that cannot be taken', () => {
  expect(findGoals({ ...all, query: 'e', limit: 2 })).toHaveLength(2)
  expect(ids(findGoals({ ...all, query: 'deploy', accepts: (id) => id !== 'goal:a' }))).toEqual(['goal:b', 'goal:c'])
})

test('[U34] a sub-goal that becomes a goal of its own stays in its output and quarter', () => {
  expect(freeGoal({ view, id: 'goal:d' })).toEqual([{ on: 'goal:d', set: { parent: null, quarter: 2 } }])
})
