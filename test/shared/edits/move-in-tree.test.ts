import { expect, test } from 'vitest'
import { moveInTree } from '../../../shared/edits/move-in-tree.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { childrenOf, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { placeOfDrop, type DropPart } from '../../../shared/plan/tree/tree-drops.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import type { TreeId, TreePlace } from '../../../shared/plan/tree/tree-place.ts'
import { stepInTree, type TreeStep } from '../../../shared/plan/tree/tree-steps.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith(smallPlan)
const goals = (of: PlanView, parent: `output:${string}` | `goal:${string}` | 'root'): readonly string[] => childrenOf(of, { parent, kind: 'goal' })
const outputs = (of: PlanView, parent: `outcome:${string}`): readonly string[] => childrenOf(of, { parent, kind: 'output' })
const moved = (id: TreeId, to: TreePlace, from: PlanView = view): PlanView => after(from, moveInTree({ view: from, id, to }))
const stepped = (id: TreeId, step: TreeStep, from: PlanView = view): PlanView => {
  const to = stepInTree({ view: from, id, step })
  return to === null ? from : moved(id, to, from)
}

test('[U55] a move among siblings writes one order key and nothing else', () => {
  const edits = moveInTree({ view, id: 'output:1-2', to: { under: 'outcome:one', index: 0 } })
  expect(edits).toHaveLength(1)
  expect(Object.keys(edits?.[0]?.set ?? {})).toEqual(['order'])
  expect(outputs(after(view, edits), 'outcome:one')).toEqual(['output:1-2', 'output:1-1'])
})

test('[U55] a move below another parent writes that reference too, at the place that was asked for', () => {
  const edits = moveInTree({ view, id: 'output:2-1', to: { under: 'outcome:one', index: 1 } })
  expect(edits).toEqual([{ on: 'output:2-1', set: { outcome: 'outcome:one', order: expect.any(String) as string } }])
  expect(outputs(after(view, edits), 'outcome:one')).toEqual(['output:1-1', 'output:2-1', 'output:1-2'])
})

test('[U55] a move to where it stands writes nothing', () => {
  expect(moveInTree({ view, id: 'output:1-2', to: { under: 'outcome:one', index: 1 } })).toEqual([])
  expect(moveInTree({ view, id: 'output:1-2', to: { under: 'outcome:one', index: 99 } })).toEqual([])
  expect(moveInTree({ view, id: 'goal:a', to: { under: 'output:1-1', quarter: 1, index: 0 } })).toEqual([])
})

test('[U55] a goal takes the quarter of the group it is put into, and stands at the place asked for in that group', () => {
  const next = moved('goal:c', { under: 'output:1-1', quarter: 1, index: 1 })
  expect(recordOf(next, 'goal:c')?.quarter).toBe(1)
  expect(goals(next, 'output:1-1')).toEqual(['goal:a', 'goal:c', 'goal:b'])
})

test('[U56] nothing is put below itself, below what it holds, or below something of the wrong kind', () => {
  const wrong: readonly (readonly [TreeId, TreePlace])[] = [
    ['goal:b', { under: 'goal:b1', index: 0 }],
    ['goal:b', { under: 'goal:b', index: 0 }],
    ['goal:a', { under: 'outcome:one', index: 0 }],
    ['output:1-1', { under: 'output:1-2', index: 0 }],
    ['outcome:one', { under: 'outcome:two', index: 0 }],
    ['program:tec3', { under: 'outcome:one', index: 0 }],
    ['goal:nowhere', { under: 'output:1-1', index: 0 }],
    ['goal:a', { under: 'output:nowhere', index: 0 }],
  ]
  for (const [id, to] of wrong) expect([id, moveInTree({ view, id, to })]).toEqual([id, null])
})

test('[U57] a goal put below another is its sub-goal, and is planned with it', () => {
  const next = stepped('goal:b', 'in')
  expect(goals(next, 'goal:a')).toEqual(['goal:b'])
  expect(recordOf(next, 'goal:b')).toMatchObject({ parent: 'goal:a', output: 'output:1-1', quarter: null })
  expect(quarterOfGoal(next, 'goal:b')).toBe(1)
})

test('[U57] a sub-goal taken out stands right after what it stood below, in the same output and quarter', () => {
  const next = stepped('goal:b1', 'out')
  expect(goals(next, 'output:1-1')).toEqual(['goal:a', 'goal:b', 'goal:b1', 'goal:c'])
  expect(recordOf(next, 'goal:b1')).toMatchObject({ parent: null, output: 'output:1-1', quarter: 1 })
})

test('[U57] taken out of a sub-goal it stays below the goal above that', () => {
  const deep = moved('goal:b2', { under: 'goal:b1', index: 0 })
  const next = stepped('goal:b2', 'out', deep)
  expect(goals(next, 'goal:b')).toEqual(['goal:b1', 'goal:b2'])
})

test('[U57] a sub-goal put into another output belongs to it, and keeps the quarter it was done in', () => {
  const next = moved('goal:b1', { under: 'output:2-1', index: 0 })
  expect(outputOfGoal(next, 'goal:b1')?.id).toBe('output:2-1')
  expect(quarterOfGoal(next, 'goal:b1')).toBe(1)
})

test('[U57] a sub-goal that is only reordered keeps a quarter of its own', () => {
  const own = planWith({ ...smallPlan, 'goal:b2': { ...smallPlan['goal:b2'], quarter: 3 } })
  const next = stepped('goal:b2', 'up', own)
  expect(goals(next, 'goal:b')).toEqual(['goal:b2', 'goal:b1'])
  expect(recordOf(next, 'goal:b2')?.quarter).toBe(3)
})

test('[U58] a step goes one place up or down among what stands beside it, and no further', () => {
  expect(goals(stepped('goal:b', 'up'), 'output:1-1')).toEqual(['goal:b', 'goal:a', 'goal:c'])
  expect(goals(stepped('goal:a', 'down'), 'output:1-1')).toEqual(['goal:b', 'goal:a', 'goal:c'])
  // c is the only one of its quarter, a the first of its own
  for (const [id, step] of [['goal:c', 'up'], ['goal:c', 'down'], ['goal:a', 'up'], ['output:1-2', 'down'], ['program:tec3', 'up']] as const) {
    expect(stepInTree({ view, id, step })).toBeNull()
  }
})

test('[U58] only goals go in and out, and the first of a group has nothing to go into', () => {
  for (const [id, step] of [['goal:a', 'in'], ['goal:a', 'out'], ['output:1-2', 'in'], ['output:1-2', 'out'], ['outcome:two', 'in']] as const) {
    expect(stepInTree({ view, id, step })).toBeNull()
  }
})

const over = (id: `goal:${string}` | `output:${string}` | `outcome:${string}`): TreeNode => {
  if (id.startsWith('goal:')) return { kind: 'goal', key: id, id: id as GoalId }
  return id.startsWith('output:') ? { kind: 'output', key: id, id: id as `output:${string}` } : { kind: 'outcome', key: id, id: id as `outcome:${string}` }
}
const dropped = (id: TreeId, node: TreeNode, part: DropPart): PlanView | null => {
  const to = placeOfDrop({ view, id, over: node, part })
  return to === null ? null : moved(id, to)
}

test('[U59] what is let go at an edge of a row stands before or after it, wherever it came from', () => {
  expect(goals(dropped('goal:a', over('goal:b'), 'after') ?? view, 'output:1-1')).toEqual(['goal:b', 'goal:a', 'goal:c'])
  expect(goals(dropped('goal:b', over('goal:a'), 'before') ?? view, 'output:1-1')).toEqual(['goal:b', 'goal:a', 'goal:c'])
  const far = dropped('goal:d', over('goal:b'), 'before') ?? view
  expect(goals(far, 'output:1-1')).toEqual(['goal:a', 'goal:d', 'goal:b', 'goal:c'])
  expect(recordOf(far, 'goal:d')?.quarter).toBe(1)
  expect(goals(dropped('goal:a', over('goal:b1'), 'after') ?? view, 'goal:b')).toEqual(['goal:b1', 'goal:a', 'goal:b2'])
})

test('[U59] what is let go in the middle of a row stands last below it; a goal on an output keeps its quarter', () => {
  const next = dropped('goal:c', over('output:2-1'), 'into') ?? view
  expect(goals(next, 'output:2-1')).toEqual(['goal:c'])
  expect(recordOf(next, 'goal:c')?.quarter).toBe(2)
  expect(goals(dropped('goal:a', over('goal:b'), 'into') ?? view, 'goal:b')).toEqual(['goal:b1', 'goal:b2', 'goal:a'])
  expect(outputs(dropped('output:1-1', over('outcome:two'), 'into') ?? view, 'outcome:two')).toEqual(['output:2-1', 'output:1-1'])
  const unscheduled = dropped('goal:a', { kind: 'quarter', key: 'quarter output:1-2 none', output: 'output:1-2', quarter: null }, 'into') ?? view
  expect(goals(unscheduled, 'output:1-2')).toEqual(['goal:d', 'goal:a'])
  expect(recordOf(unscheduled, 'goal:a')?.quarter).toBeNull()
})

test('[U59] it is let go on a group of what belongs to nothing, and belongs to nothing', () => {
  const next = dropped('output:1-1', { kind: 'loose', key: 'loose output', holds: 'output' }, 'into')
  expect(recordOf(next ?? view, 'output:1-1')?.outcome).toBeNull()
})

test('[U59] there is no place on itself, below itself, or beside another kind', () => {
  for (const [id, node, part] of [
    ['goal:b', over('goal:b'), 'into'],
    ['goal:b', over('goal:b1'), 'before'],
    ['goal:b', over('goal:b2'), 'into'],
    ['goal:a', over('output:1-2'), 'before'],
    ['goal:a', over('outcome:two'), 'into'],
    ['output:1-1', over('goal:d'), 'into'],
    ['output:1-1', { kind: 'quarter', key: 'quarter output:1-2 none', output: 'output:1-2', quarter: null }, 'into'],
    ['output:1-1', { kind: 'loose', key: 'loose goal', holds: 'goal' }, 'into'],
  ] as const) {
    expect([id, placeOfDrop({ view, id, over: node, part })]).toEqual([id, null])
  }
})

test('[U80] a record whose parent has not arrived keeps stating it when it is only reordered', () => {
  const orphans = planWith({ 'output:a': { outcome: 'outcome:later', order: 'a0' }, 'output:b': { outcome: 'outcome:later', order: 'a1' } })
  const next = stepped('output:b', 'up', orphans)
  expect(recordOf(next, 'output:b')?.outcome).toBe('outcome:later')
  const arrived = after(next, [{ on: 'outcome:later', set: { title: 'Here at last' } }])
  expect(outputs(arrived, 'outcome:later')).toEqual(['output:b', 'output:a'])
})
