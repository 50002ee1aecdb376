import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { checkInOf, dueIn, monthOfPlan } from '../../../shared/checkin/check-in.ts'
import { addChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { Day } from '../../../shared/model/date.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { calendar } from '../history/any-life.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'

function asked(view: PlanView, named: string, dayOf = calendar.dayOf): Readonly<Record<string, boolean>> {
  const month = monthOfPlan(view, named)
  if (month === null) throw new Error(`the year has no ${named}`)
  return Object.fromEntries(checkInOf({ view, month, dayOf }).goals.map(({ goal, hasNote }) => [goal, hasNote]))
}

function planAnd(records: Readonly<Record<RecordId, Fields>>): PlanView {
  return planWith({ ...smallPlan, ...records })
}

test('[N5] open goals at the first level of the month’s quarter are asked about, in the plan’s order', () => {
  const view = planAnd({ 'goal:e': { output: 'output:2-1', quarter: 1, order: 'a0', status: 'blocked' }, 'goal:f': { quarter: 1, order: 'a0', status: 'todo' }, 'goal:g': { output: 'output:1-2', quarter: 1, order: 'a0', status: 'todo' } })
  expect(Object.keys(asked(view, '2018-08'))).toEqual(['goal:b', 'goal:g', 'goal:e', 'goal:f'])
  expect(Object.keys(asked(view, '2018-11'))).toEqual(['goal:c'])
})

test('[N5] a goal that spans quarters is asked about in each of them', () => {
  const view = planAnd({ 'goal:b': { ...smallPlan['goal:b'], until: 3 } })
  expect(['2018-07', '2018-10', '2019-03', '2019-04'].map((month) => 'goal:b' in asked(view, month))).toEqual([true, true, true, false])
})

test('[N6] a goal that is closed by now is asked about up to the month that closed it, as far as can be told', () => {
  const noted = planAnd({ 'note:1': { about: 'goal:a', date: '2018-07', text: '', status: 'inProgress' }, 'note:2': { about: 'goal:a', date: '2018-08-20', text: 'Out.', status: 'done' }, 'note:3': { about: 'goal:a', date: '2018-09-20', text: 'Still out.' } })
  expect(['2018-07', '2018-08', '2018-09'].map((month) => asked(noted, month)['goal:a'])).toEqual([true, true, undefined])
  const said = planAnd({ 'goal:a': { ...smallPlan['goal:a'], since: '2018-08' } })
  expect(['2018-07', '2018-08', '2018-09'].map((month) => asked(said, month)['goal:a'])).toEqual([false, false, undefined])
  expect(asked(planAnd({}), '2018-07')).not.toHaveProperty('goal:a')
})

test('[N6] the day on which a status was set is one of this computer’s calendar, wherever it is', () => {
  const midnight = Date.UTC(2018, 7, 1)
  const view = createView(addChanges(planWith(smallPlan).set, [{ at: formatStamp({ ms: midnight + 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:b', set: { status: 'done' } }]).set)
  const west = (ms: number): Day => calendar.dayOf(ms - 7 * 3_600_000)
  const months = ['2018-07', '2018-08']
  expect(months.map((month) => 'goal:b' in asked(view, month))).toEqual([true, true])
  expect(months.map((month) => 'goal:b' in asked(view, month, west))).toEqual([true, false])
})

test('[N6] a goal that was reopened is asked about again', () => {
  const view = planAnd({ 'goal:a': { ...smallPlan['goal:a'], status: 'inProgress' }, 'note:1': { about: 'goal:a', date: '2018-07-20', text: '', status: 'done' } })
  expect(asked(view, '2018-09')).toHaveProperty('goal:a', false)
})

test('[N7] a note about the output in the quarter counts for all of its goals, and one about another quarter for none', () => {
  const view = planAnd({ 'goal:e': { output: 'output:1-1', quarter: 1, order: 'a5', status: 'todo' }, 'note:1': { about: 'output:1-1', quarter: 1, date: '2018-08-02', text: 'for all' } })
  expect(asked(view, '2018-08')).toEqual({ 'goal:b': true, 'goal:e': true })
  expect(asked(view, '2018-09')).toEqual({ 'goal:b': false, 'goal:e': false })
  expect(asked(view, '2018-10')).toEqual({ 'goal:c': false })
})

test('[N8] it is counted how many are asked about, have a note, and are still due', () => {
  const view = planAnd({ 'goal:e': { output: 'output:1-1', quarter: 1, order: 'a5', status: 'todo' }, 'note:1': { about: 'goal:e', date: '2018-08-02', text: 'x' } })
  const month = monthOfPlan(view, '2018-08')
  const checkIn = month === null ? null : checkInOf({ view, month, dayOf: calendar.dayOf })
  expect(checkIn).toMatchObject({ goals: [{}, {}], noted: 1 })
  expect(checkIn === null ? null : dueIn(checkIn)).toBe(1)
})

const anyEdit: fc.Arbitrary<{ readonly on: RecordId; readonly set: Fields }> = fc.oneof(
  fc.record({ on: fc.constantFrom('goal:a', 'goal:b', 'goal:c') as fc.Arbitrary<RecordId>, set: fc.oneof(fc.record({ status: fc.constantFrom('todo', 'done', 'postponed') }), fc.record({ quarter: fc.constantFrom(1, 2) }), fc.record({ deleted: fc.boolean() }), fc.record({ until: fc.constantFrom(null, 2) })) }),
  fc.record({ on: fc.constantFrom('note:1', 'note:2') as fc.Arbitrary<RecordId>, set: fc.record({ about: fc.constantFrom('goal:a', 'goal:b', 'output:1-1'), quarter: fc.constantFrom(1, 2), date: fc.constantFrom('2018-07', '2018-08-31', '2018-10-01', '2019-01-02'), status: fc.constantFrom(null, 'done', 'inProgress') }) }),
  fc.constant({ on: 'plan:tec' as RecordId, set: { startsOn: '2018-07-15' } }),
)

test('[N8] after any edits it says what it says of the plan read anew', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), fc.constantFrom('2018-07', '2018-08', '2018-10', '2018-12'), (edits, month) => {
      let view = planWith(smallPlan)
      for (const edit of edits) {
        view = after(view, [edit])
        expect(asked(view, month)).toEqual(asked(createView(view.set), month))
      }
    }),
  )
})

