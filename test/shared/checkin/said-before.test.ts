import { expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { monthOfPlan } from '../../../shared/checkin/check-in.ts'
import { lastSaid, saidInQuarter, saidOfSource, statusInMonth } from '../../../shared/checkin/said-before.ts'
import type { CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'

const goal = 'goal:b'
const notes = {
  'note:2': { about: goal, date: '2018-08-20', text: 'August', status: 'blocked' },
  'note:1': { about: 'output:1-1', quarter: 1, date: '2018-07-20', text: 'July', 'states/goal:b=inProgress': true, 'states/goal:a=done': true },
  'note:3': { about: goal, date: '2018-11-02', text: 'November', status: 'partiallyDone' },
} as const

function planAnd(records: Readonly<Record<RecordId, Fields>>): PlanView {
  return planWith({ ...smallPlan, ...records })
}

function named(view: PlanView, month: string): CheckInMonth {
  const found = monthOfPlan(view, month)
  if (found === null) throw new Error(`the year has no ${month}`)
  return found
}

test('[N9] what was said in the quarter is shown, the oldest first, with what stands about all goals of the output', () => {
  const view = planAnd({ 'goal:b': { ...smallPlan['goal:b'], until: 2 }, ...notes })
  const said = (month: string): readonly string[] => saidInQuarter({ view, goal, month: named(view, month) }).map(({ text }) => text)
  expect(said('2018-09')).toEqual(['July', 'August'])
  expect(said('2018-12')).toEqual(['November'])
})

test('[N9] of a goal that was carried over there is also what was said of the one it goes on with', () => {
  const view = planAnd({ 'goal:c': { ...smallPlan['goal:c'], carriedFrom: goal }, ...notes })
  expect(saidOfSource({ view, goal: 'goal:c' }).map(({ text }) => text)).toEqual(['July', 'August', 'November'])
  expect(saidOfSource({ view, goal })).toEqual([])
})

test('[N10] what is said again is the last of an earlier month, else the last of the goal it goes on with', () => {
  const view = planAnd({ 'goal:c': { ...smallPlan['goal:c'], carriedFrom: goal }, 'note:1': notes['note:1'], 'note:2': notes['note:2'] })
  const last = (of: 'goal:b' | 'goal:c', month: string): unknown => {
    const said = lastSaid({ view, goal: of, month: named(view, month) })
    return said === null ? null : [said.note.text, said.status, said.month]
  }
  expect([last(goal, '2018-07'), last(goal, '2018-08'), last(goal, '2018-09')]).toEqual([null, ['July', 'inProgress', '2018-07'], ['August', 'blocked', '2018-08']])
  expect(last('goal:c', '2018-10')).toEqual(['August', 'blocked', null])
})

test('[N13] the status that is offered is the goal’s, or that of the month where a later note states one', () => {
  const view = planAnd({ 'goal:b': { ...smallPlan['goal:b'], until: 2, status: 'done' }, ...notes })
  expect(['2018-07', '2018-08', '2018-09', '2018-11', '2018-12'].map((month) => statusInMonth({ view, goal, month: named(view, month) }))).toEqual(['inProgress', 'blocked', 'blocked', 'done', 'done'])
  expect(statusInMonth({ view: planAnd({ 'note:3': notes['note:3'], 'goal:b': { ...smallPlan['goal:b'], until: 2 } }), goal, month: named(view, '2018-08') })).toBe('todo')
})
