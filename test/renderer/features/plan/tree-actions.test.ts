import { expect, test } from 'vitest'
import { childrenOf, recordOf } from '../../../../shared/plan/plan-view.ts'
import type { TreeKey } from '../../../../shared/plan/tree/tree-nodes.ts'
import { deleteInTree, editRecord, moveRecord, rowsOf, stepRecord } from '../../../../renderer/features/plan/tree-actions.ts'
import { lookFor, setOpen, treeOf } from '../../../../renderer/features/plan/tree-store.ts'
import { homesAfter, rowAbove, rowsBeside, rowTowards } from '../../../../renderer/features/plan/tree-walk.ts'
import { smallPlan } from '../../../shared/edits/plan-at-hand.ts'
import { keysOf, sessionWith } from './plan-session.ts'

const last = Number.MAX_SAFE_INTEGER

test('[U97] what moves keeps the focus, is in sight, and is said with its new place', () => {
  const session = sessionWith(smallPlan)
  setOpen(treeOf(session), { keys: ['outcome:two', 'output:2-1'], isOpen: false })
  expect(moveRecord(session, { id: 'goal:a', to: { under: 'output:2-1', index: last } })).toBe('Verify stage, 1 of 1 in 2.1, Q1')
  expect(treeOf(session).getState()).toMatchObject({ active: 'goal:a', wantsFocus: 'goal:a' })
  expect(keysOf(session)).toContain('goal:a')
})

test('[U97] a step is said, and so is that there is no further one', () => {
  const session = sessionWith(smallPlan)
  expect(stepRecord(session, { id: 'goal:a', step: 'down' })).toBe('Verify stage, 2 of 2 in 1.1, Q1')
  expect(stepRecord(session, { id: 'goal:a', step: 'down' })).toBe('Already the last here')
  expect(stepRecord(session, { id: 'outcome:two', step: 'up' })).toBe('Deploys are safe, 1 of 2 in TEC3')
})

test('[U97] after a deletion the focus is on the next beside it, else on the one before, else on what was above', () => {
  const session = sessionWith(smallPlan)
  const focus = (): TreeKey | null => treeOf(session).getState().wantsFocus
  deleteInTree(session, 'goal:a')
  expect(focus()).toBe('goal:b')
  deleteInTree(session, 'goal:b2')
  expect(focus()).toBe('goal:b1')
  deleteInTree(session, 'goal:b1')
  expect(focus()).toBe('goal:b')
  // the group of its quarter goes with the last goal in it
  deleteInTree(session, 'goal:b')
  expect(focus()).toBe('output:1-1')
  expect(keysOf(session)).not.toContain('quarter output:1-1 1')
})

test('[U97] a deletion is one step to undo, and closes the panel of the goal', () => {
  const session = sessionWith(smallPlan)
  session.ui.getState().openGoal('goal:a')
  deleteInTree(session, 'goal:a')
  expect(session.ui.getState().goal).toBeNull()
  deleteInTree(session, 'outcome:one')
  expect(keysOf(session)).toEqual(['program:tec3', 'outcome:two', 'output:2-1'])
  expect(session.plan.getState().undo()?.action).toBe('recordDeleted')
  expect(keysOf(session)).toContain('goal:b1')
  expect(session.plan.getState().undo()?.action).toBe('goalDeleted')
  expect(keysOf(session)).toContain('goal:a')
})

test('[U97] actions are named by what they did', () => {
  const session = sessionWith(smallPlan)
  const name = (): string | undefined => session.plan.getState().undoable.at(-1)?.name.action
  moveRecord(session, { id: 'goal:b', to: { under: 'output:1-1', quarter: 1, index: 0 } })
  expect(name()).toBe('goalReordered')
  moveRecord(session, { id: 'goal:b', to: { under: 'output:1-2', index: 0 } })
  expect(name()).toBe('goalMoved')
  moveRecord(session, { id: 'output:1-1', to: { under: 'outcome:one', index: 1 } })
  expect(name()).toBe('planReordered')
  for (const [id, action] of [['program:tec3', 'programEdited'], ['outcome:one', 'outcomeEdited'], ['output:1-1', 'outputEdited'], ['goal:a', 'goalRenamed']] as const) {
    editRecord(session, { id, set: { title: 'Changed' } })
    expect([recordOf<'goal'>(session.plan.getState().view, id as 'goal:a')?.title, name()]).toEqual(['Changed', action])
  }
})

test('[U97] a move that changes nothing is no step to undo', () => {
  const session = sessionWith(smallPlan)
  moveRecord(session, { id: 'goal:a', to: { under: 'output:1-1', quarter: 1, index: 0 } })
  expect(session.plan.getState().undoable).toEqual([])
  expect(childrenOf(session.plan.getState().view, { parent: 'output:1-1', kind: 'goal' })).toEqual(['goal:a', 'goal:b', 'goal:c'])
})

test('[U96] arrows, Home, End and Page keys walk the rows in sight, and stop at the ends', () => {
  const rows = rowsOf(sessionWith(smallPlan))
  const to = (from: TreeKey, key: string): TreeKey | undefined => rowTowards({ rows, from, key })?.node.key
  expect(to('program:tec3', 'ArrowDown')).toBe('outcome:one')
  expect(to('program:tec3', 'ArrowUp')).toBeUndefined()
  expect(to('output:2-1', 'ArrowDown')).toBeUndefined()
  expect(to('goal:b', 'Home')).toBe('program:tec3')
  expect(to('goal:b', 'End')).toBe('output:2-1')
  expect(to('program:tec3', 'PageDown')).toBe(rows[12]?.node.key)
  expect(to('goal:b', 'PageUp')).toBe('program:tec3')
  expect(to('goal:b', 'PageDown')).toBe('output:2-1')
  expect(to('goal:b', 'x')).toBeUndefined()
})

test('[U96] a row knows the one it stands below and those it stands beside', () => {
  const rows = rowsOf(sessionWith(smallPlan))
  expect(rowAbove(rows, 'goal:b2')?.node.key).toBe('goal:b')
  expect(rowAbove(rows, 'goal:c')?.node.key).toBe('quarter output:1-1 2')
  expect(rowAbove(rows, 'program:tec3')).toBeNull()
  expect(rowsBeside(rows, 'outcome:two').map(({ node }) => node.key)).toEqual(['outcome:one', 'outcome:two'])
  expect(rowsBeside(rows, 'goal:a').map(({ node }) => node.key)).toEqual(['goal:a', 'goal:b'])
  expect(homesAfter(rows, 'goal:c')).toEqual(['quarter output:1-1 2', 'output:1-1', 'outcome:one', 'program:tec3'])
})

test('[U53] what is opened while a text is looked for is forgotten with the text', () => {
  const session = sessionWith(smallPlan)
  const tree = treeOf(session)
  lookFor(tree, 'ci is fast')
  setOpen(tree, { keys: ['outcome:one'], isOpen: true })
  expect(keysOf(session)).toEqual(['program:tec3', 'outcome:one', 'output:1-1', 'output:1-2'])
  lookFor(tree, 'ci is')
  expect(keysOf(session)).toEqual(['program:tec3', 'outcome:one'])
  expect(tree.getState().open.size).toBe(0)
})
