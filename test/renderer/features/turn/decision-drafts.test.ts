import { expect, test } from 'vitest'
import { decide, forgetDecisions, turnStoreOf } from '../../../../renderer/features/turn/turn-store.ts'
import { keepLeftGoals } from '../../../../renderer/parts/left-goals.ts'
import { quarterToTurn } from '../../../../renderer/parts/quarter-to-turn.ts'
import type { Session } from '../../../../renderer/state/session.tsx'
import { deskAtWork } from '../../app/desk-at-work.ts'

test('[Q41] what was decided is there again after a reload, until the quarter is turned, and what was kept in another form hides nothing', async () => {
  const at = await deskAtWork()
  await at.desk.open({ id: 'plan:old', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: '' }, [{ on: 'plan:old', set: { title: 'TEC3', startsOn: '2018-07-01' } }]) })
  const session = at.session()
  decide(turnStoreOf(session), { quarter: 2, decisions: [['goal:a', { kind: 'drop', reason: 'No use' }]] })
  /** The plan store is another one after a reload. */
  const reloaded = (): Session => ({ ...session, plan: { ...session.plan } })
  expect([...turnStoreOf(reloaded()).getState().decided]).toEqual([[2, new Map([['goal:a', { kind: 'drop', reason: 'No use' }]])]])
  for (const text of ['', '{}', '[["goal:a"]]', '[["note:a", { "kind": "drop", "reason": "" }]]']) session.drafts.getState().keep('plan:old turn 1', { text, date: null, status: null, forAll: false })
  expect([...turnStoreOf(reloaded()).getState().decided.keys()]).toEqual([2])
  forgetDecisions(session, 2)
  expect(turnStoreOf(reloaded()).getState().decided.size).toBe(0)
  await at.close()
})

test('[Q42] of the year the last quarter that is over with goals left is offered, else the one that today is in', async () => {
  const at = await deskAtWork()
  const fill = [
    { on: 'plan:old', set: { title: 'TEC3', startsOn: '2018-07-01' } },
    { on: 'goal:a', set: { title: 'A', quarter: 2, status: 'todo', order: 'a0' } },
    { on: 'goal:b', set: { title: 'B', quarter: 4, status: 'todo', order: 'a1' } },
  ] as const
  await at.desk.open({ id: 'plan:old', fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: '' }, fill) })
  const session: Session = { ...at.session(), today: () => '2019-04-02' }
  session.board.getState().showScope('year')
  expect(quarterToTurn(session)).toBe(2)
  expect(quarterToTurn({ ...session, today: () => '2018-12-31' })).toBe(2)
  session.board.getState().showScope(3)
  expect(quarterToTurn(session)).toBe(3)
  session.board.getState().showScope('unscheduled')
  keepLeftGoals(session, { quarter: 2, left: new Map([['goal:a', 'todo']]) })
  expect(quarterToTurn(session)).toBe(4)
  await at.close()
})
