import { expect, test } from 'vitest'
import { decide, forgetDecisions, turnStoreOf } from '../../../../renderer/features/turn/turn-store.ts'
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
