import { expect, test } from 'vitest'
import { recordOf } from '../../../../shared/plan/plan-view.ts'
import { closeDraft, commitDraft, draftAfter, draftBelow, draftInQuarter, draftProgram } from '../../../../renderer/features/plan/drafts.ts'
import { itemsOf } from '../../../../renderer/features/plan/tree-items.ts'
import { rowsOf } from '../../../../renderer/features/plan/tree-actions.ts'
import { lookFor, treeOf, type Draft } from '../../../../renderer/features/plan/tree-store.ts'
import type { Session } from '../../../../renderer/state/session.tsx'
import { smallPlan } from '../../../shared/edits/plan-at-hand.ts'
import { keysOf, rowOf, sessionWith } from './plan-session.ts'

const draftOf = (session: Session): Draft => {
  const { draft } = treeOf(session).getState()
  if (draft === null) throw new Error('nothing is being written')
  return draft
}
const write = (session: Session, title: string): boolean => commitDraft(session, { draft: draftOf(session), title })
const drawn = (session: Session): readonly string[] => itemsOf(rowsOf(session), treeOf(session).getState().draft).map((item) => ('draft' in item ? `+${item.level}` : item.node.key))

test('[U99] what is written below a row becomes its last, and the next can be written at once', () => {
  const session = sessionWith(smallPlan)
  draftBelow(session, rowOf(session, 'outcome:one').node)
  expect(drawn(session).slice(12, 15)).toEqual(['goal:d', '+3', 'outcome:two'])
  expect(write(session, 'First')).toBe(true)
  expect(write(session, 'Second')).toBe(true)
  expect(keysOf(session).slice(13, 16)).toEqual(['output:new1', 'output:new2', 'outcome:two'])
  expect(recordOf(session.plan.getState().view, 'output:new2')?.number).toBe('1.4')
})

test('[U99] what is written beside a row stands right after it and what belongs to it', () => {
  const session = sessionWith(smallPlan)
  draftAfter(session, rowOf(session, 'outcome:one').node)
  expect(drawn(session).slice(12, 15)).toEqual(['goal:d', '+2', 'outcome:two'])
  write(session, 'Between')
  write(session, 'And then')
  expect(keysOf(session).filter((key) => key.startsWith('outcome:'))).toEqual(['outcome:one', 'outcome:new1', 'outcome:new2', 'outcome:two'])
})

test('[U99] a goal written on an output is for the quarter of today, and joins those of that quarter', () => {
  const session = sessionWith(smallPlan)
  draftBelow(session, rowOf(session, 'output:1-2').node)
  expect(draftOf(session)).toMatchObject({ below: 'output:1-2', to: { under: 'output:1-2', quarter: 2 } })
  expect(drawn(session).slice(10, 14)).toEqual(['output:1-2', 'quarter output:1-2 none', 'goal:d', '+5'])
  write(session, 'New')
  expect(draftOf(session).below).toBe('quarter output:1-2 2')
  expect(drawn(session).slice(10, 14)).toEqual(['output:1-2', 'quarter output:1-2 2', 'goal:new1', '+5'])
})

test('[U99] the quarter of what is being written can be chosen', () => {
  const session = sessionWith(smallPlan)
  draftBelow(session, rowOf(session, 'quarter output:1-1 1').node)
  draftInQuarter(session, { draft: draftOf(session), quarter: 2 })
  write(session, 'Later')
  draftInQuarter(session, { draft: draftOf(session), quarter: null })
  write(session, 'Some day')
  const { view } = session.plan.getState()
  expect([recordOf(view, 'goal:new1')?.quarter, recordOf(view, 'goal:new2')?.quarter]).toEqual([2, null])
})

test('[U99] below a goal its parts are written, and where nothing is, a program', () => {
  const session = sessionWith(smallPlan)
  draftBelow(session, rowOf(session, 'goal:c').node)
  write(session, 'Part')
  expect(recordOf(session.plan.getState().view, 'goal:new1')).toMatchObject({ parent: 'goal:c', output: 'output:1-1' })
  expect(session.plan.getState().undoable.at(-1)?.name.action).toBe('subGoalAdded')
  const empty = sessionWith({ 'plan:tec': smallPlan['plan:tec'] })
  draftProgram(empty)
  write(empty, 'TEC3')
  expect(keysOf(empty)).toEqual(['program:new1'])
})

test('[U99] what is looked for gives way to what is written, and a closed row opens for it', () => {
  const session = sessionWith(smallPlan)
  treeOf(session).setState({ open: new Map([['outcome:two', false]]) })
  lookFor(treeOf(session), 'stages')
  draftBelow(session, rowOf(session, 'outcome:two').node)
  expect(treeOf(session).getState().text).toBe('')
  expect(keysOf(session)).toContain('output:2-1')
})

test('[U99] nothing is written below what was deleted meanwhile', () => {
  const session = sessionWith(smallPlan)
  draftBelow(session, rowOf(session, 'outcome:two').node)
  session.plan.getState().act({ action: 'recordDeleted', subject: '' }, [{ on: 'outcome:two', set: { deleted: true } }])
  expect(write(session, 'Lost')).toBe(false)
})

test('[U97] closed by a key, the focus goes back to where the writing began', () => {
  const session = sessionWith(smallPlan)
  draftAfter(session, rowOf(session, 'goal:a').node)
  closeDraft(session, { by: 'key' })
  expect(treeOf(session).getState()).toMatchObject({ draft: null, wantsFocus: 'goal:a' })
  draftAfter(session, rowOf(session, 'goal:a').node)
  treeOf(session).setState({ wantsFocus: null })
  closeDraft(session, { by: 'blur' })
  expect(treeOf(session).getState().wantsFocus).toBeNull()
})
