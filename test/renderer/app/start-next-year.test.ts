import { afterEach, beforeEach, expect, test } from 'vitest'
import { startNextYear } from '../../../renderer/app/start-next-year.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { liveGoals } from '../../../shared/plan/plan-view.ts'
import type { Decisions } from '../../../shared/turn/decision.ts'
import { deskAtWork, type DeskAtWork } from './desk-at-work.ts'

const old: PlanId = 'plan:old'
let at: DeskAtWork

beforeEach(async () => {
  at = await deskAtWork()
  const fill = [
    { on: old, set: { title: 'TEC3', startsOn: '2018-07-01' } },
    { on: 'goal:a', set: { title: 'A', quarter: 4, status: 'inProgress', order: 'a0' } },
    { on: 'goal:b', set: { title: 'B', quarter: 4, status: 'todo', order: 'a1' } },
  ] as const
  await at.desk.open({ id: old, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: '' }, fill) })
})

afterEach(() => at.close())

const begin = (decisions: Decisions = new Map()): Promise<void> => startNextYear({ store: at.store, desk: at.desk, decisions, onUnread: () => expect.fail('it can be read') })
const titles = (): readonly string[] => [...liveGoals(at.session().plan.getState().view)].map(({ title }) => title).toSorted()

test('[Q35] the next year opens as a plan of its own, and what was dropped is written to the old one', async () => {
  await begin(new Map([['goal:b', { kind: 'drop', reason: 'No use' }]]))
  expect(at.session().plan.getState().view.plan).toMatchObject({ title: 'TEC3', startsOn: '2019-07-01', continues: old })
  expect([titles(), at.session().plan.getState().undoable]).toEqual([['A'], []])
  await at.desk.open({ id: old })
  expect([...liveGoals(at.session().plan.getState().view)].map(({ carriedInto }) => carriedInto).toSorted()).toEqual(['', 'FY19/20 Q1'])
  expect([...liveGoals(at.session().plan.getState().view)].find(({ id }) => id === 'goal:b')).toMatchObject({ dropped: true, reason: 'No use' })
})

test('[Q35] begun twice at once it is begun once, and begun again later it gets what is new as one action', async () => {
  await Promise.all([begin(), begin()])
  const { view, undoable } = at.session().plan.getState()
  expect([titles(), undoable]).toEqual([['A', 'B'], []])
  await at.desk.open({ id: old })
  at.session().plan.getState().act({ action: 'goalAdded', subject: 'C' }, [{ on: 'goal:c', set: { title: 'C', quarter: 4, status: 'todo', order: 'a2' } }])
  await begin()
  expect(at.session().plan.getState().planId).toBe(view.plan?.id)
  expect([titles(), at.session().plan.getState().undoable.length]).toEqual([['A', 'B', 'C'], 1])
})
