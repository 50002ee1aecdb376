import { expect, test } from 'vitest'
import { createBoardStore } from '../../../renderer/state/board-store.ts'
import { goalsBelow } from '../../../renderer/state/goals-below.ts'
import { deleteGoals, moveCard, schedule, setStatus, stepCard } from '../../../renderer/state/goal-moves.ts'
import type { Session } from '../../../renderer/state/session.tsx'
import { createUiStore } from '../../../renderer/state/ui-store.ts'
import { cardTowards } from '../../../shared/board/walk-board.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { idOf } from '../../../shared/model/ids.ts'
import { planWith } from '../../shared/edits/plan-at-hand.ts'
import { noDrafts } from './no-drafts.ts'
import { noBackups } from './no-backups.ts'
import { createShareStore } from '../../../renderer/state/share-store.ts'
import { noOthers } from './no-others.ts'
import { noSnapshots } from './no-snapshots.ts'
import { planAtWork } from './plan-at-work.ts'

const goals = {
  'plan:t': { title: 'T', startsOn: '2018-07-01' },
  'goal:a': { quarter: 1, status: 'todo', title: 'A', order: 'a0' },
  'goal:b': { quarter: 1, status: 'todo', title: 'B', order: 'a1' },
  'goal:c': { quarter: 1, status: 'todo', title: 'C', order: 'a2' },
  'goal:d': { quarter: 1, status: 'done', title: 'D', order: 'a3' },
} as const

function sessionOf(): Session {
  const plan = planAtWork({ set: planWith(goals).set }).store
  const board = createBoardStore({ plan, today: '2018-08-01', scope: 1 })
  return { plan, board, ui: createUiStore({ screen: 'board' }), snapshots: noSnapshots(), share: createShareStore(), others: noOthers(plan), backups: noBackups(), drafts: noDrafts(), makeId: (kind) => idOf(kind, 'new'), today: () => '2018-08-01' }
}

const columns = ({ board }: Session): { readonly todo: readonly string[]; readonly done: readonly string[]; readonly blocked: readonly string[] } => board.getState().board.columns

test('[B15] a card put beside another stands there, and keeps the focus', () => {
  const session = sessionOf()
  moveCard(session, { id: 'goal:c', status: 'todo', index: 0 })
  expect(columns(session).todo).toEqual(['goal:c', 'goal:a', 'goal:b'])
  moveCard(session, { id: 'goal:a', status: 'done', index: 0 })
  expect(columns(session)).toMatchObject({ todo: ['goal:c', 'goal:b'], done: ['goal:a', 'goal:d'] })
  expect(session.board.getState().wantsFocus).toBe('goal:a')
})

test('[B15] a move writes one record', () => {
  const session = sessionOf()
  moveCard(session, { id: 'goal:c', status: 'done', index: 1 })
  expect([...session.plan.getState().last.touched.keys()].filter((id) => id.startsWith('goal:'))).toEqual(['goal:c'])
})

test('[B15] Blocked, Stalled and Postponed ask why, after the card has moved', () => {
  const session = sessionOf()
  stepCard(session, { id: 'goal:d', by: 'right' })
  expect(recordOf(session.plan.getState().view, 'goal:d')?.status).toBe('postponed')
  expect(session.ui.getState().overlay).toEqual({ kind: 'reason', goals: ['goal:d'], status: 'postponed' })
})

test('[B15] steps up and down stop at the ends of the column, and to the side at the ends of the board', () => {
  const session = sessionOf()
  stepCard(session, { id: 'goal:a', by: 'up' })
  stepCard(session, { id: 'goal:a', by: 'left' })
  expect(session.plan.getState().undoable).toHaveLength(0)
  stepCard(session, { id: 'goal:a', by: 'down' })
  expect(columns(session).todo).toEqual(['goal:b', 'goal:a', 'goal:c'])
})

test('[B15] several goals get a status as one action', () => {
  const session = sessionOf()
  setStatus(session, { goals: ['goal:a', 'goal:b'], status: 'blocked' })
  expect(columns(session).blocked).toEqual(['goal:a', 'goal:b'])
  session.plan.getState().undo()
  expect(columns(session).todo).toEqual(['goal:a', 'goal:b', 'goal:c'])
})

test('[B15] when a card leaves the board the focus goes to its neighbour', () => {
  const session = sessionOf()
  session.board.getState().sendFocus('goal:b')
  schedule(session, { goals: ['goal:b'], quarter: 2 })
  expect(session.board.getState().wantsFocus).toBe('goal:c')
  deleteGoals(session, ['goal:c'])
  expect(session.board.getState().wantsFocus).toBe('goal:a')
})

test('[B16] arrows reach the neighbours, pass over empty columns, and keep the height where they can', () => {
  const { board } = sessionOf().board.getState()
  expect(cardTowards({ board, from: null, direction: 'down' })).toBe('goal:a')
  expect(cardTowards({ board, from: 'goal:a', direction: 'down' })).toBe('goal:b')
  expect(cardTowards({ board, from: 'goal:c', direction: 'right' })).toBe('goal:d')
  expect(cardTowards({ board, from: 'goal:d', direction: 'left' })).toBe('goal:a')
  expect(cardTowards({ board, from: 'goal:d', direction: 'right' })).toBeNull()
  expect(cardTowards({ board, from: 'goal:b', direction: 'last' })).toBe('goal:c')
  expect(cardTowards({ board, from: 'goal:b', direction: 'first' })).toBe('goal:a')
})

test('[B26] what goes along with goals that are deleted is told, each goal once, however deep it stands', () => {
  const session = sessionOf()
  const { plan } = session
  plan.getState().act({ action: 'goalCreated', subject: '' }, [
    { on: 'goal:a1', set: { parent: 'goal:a', title: 'A1' } },
    { on: 'goal:a2', set: { parent: 'goal:a1', title: 'A2' } },
    { on: 'goal:b1', set: { parent: 'goal:b', title: 'B1' } },
  ])
  deleteGoals(session, ['goal:a', 'goal:a1'])
  expect(plan.getState().lastAction?.name).toMatchObject({ action: 'goalDeleted', detail: '1' })
  plan.getState().undo()
  deleteGoals(session, ['goal:a', 'goal:b'])
  expect(plan.getState().lastAction?.name).toMatchObject({ subject: '2', detail: '3' })
  plan.getState().undo()
  deleteGoals(session, ['goal:c'])
  expect(plan.getState().lastAction?.name.detail).toBeUndefined()
  expect(goalsBelow(planWith({ ...goals, 'outcome:o': { title: 'O' }, 'output:p': { outcome: 'outcome:o', title: 'P' }, 'goal:a': { ...goals['goal:a'], output: 'output:p' }, 'goal:a1': { parent: 'goal:a', title: 'A1' } }), ['outcome:o'])).toBe('2')
})
