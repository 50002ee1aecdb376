import { expect, test } from 'vitest'
import { checkInOf } from '../../../shared/checkin/check-in.ts'
import { checkInMonthsIn } from '../../../shared/model/check-in-month.ts'
import type { Month } from '../../../shared/model/date.ts'
import type { GoalId, OutputId } from '../../../shared/model/ids.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { calendar } from '../history/any-life.ts'
import { first } from '../wiki/page-at-hand.ts'

const view = createView(first)

interface Missing {
  readonly goal: GoalId
  readonly output: OutputId | null
  readonly month: Month
}

/** The months of a quarter that are over in which nobody has written about a goal that was open. */
function missingCheckIns({ of, quarter, today }: { readonly of: PlanView; readonly quarter: Quarter; readonly today: string }): readonly Missing[] {
  return checkInMonthsIn({ startsOn: yearStartOf(of), first: quarter, last: quarter })
    .filter(({ to }) => to < today)
    .flatMap((month) => checkInOf({ view: of, month, dayOf: calendar.dayOf }).goals.flatMap(({ goal, output, hasNote }) => (hasNote ? [] : [{ goal, output, month: month.month }])))
}

/** What is missing, told once for each output and month: `5.1 2019-02`. */
function missingIn(quarter: Quarter, today = '2019-07-01'): readonly string[] {
  return [...new Set(missingCheckIns({ of: view, quarter, today }).map(({ output, month }) => `${recordOf(view, output)?.number} ${month}`))].toSorted()
}

test('[N11] the check-ins that are missing of the real page are the heads that nobody has filled in', () => {
  expect(missingIn(1)).toEqual([])
  expect(missingIn(2)).toEqual([])
  expect(missingIn(3)).toEqual(['4.1 2019-03', '5.1 2019-02', '5.1 2019-03', '6.1 2019-02', '6.1 2019-03', '6.2 2019-02', '6.2 2019-03'])
})

test('[N11] where a quarter has only notes of its last month, the two before are missing', () => {
  // the June note of the section of 6.1 and 6.2 is about both
  expect(missingIn(4)).toEqual(['5.1 2019-04', '5.1 2019-05', '6.1 2019-04', '6.1 2019-05', '6.2 2019-04', '6.2 2019-05'])
})

test('[N11] a month that goes on is not missing yet', () => {
  expect(missingIn(3, '2019-03-31')).toEqual(['5.1 2019-02', '6.1 2019-02', '6.2 2019-02'])
  expect(missingIn(3, '2018-12-31')).toEqual([])
})

test('[N12] a goal that was done owes no note for the months after', () => {
  const done = planWith({ ...smallPlan, 'note:1': { about: 'goal:a', date: '2018-07-20', text: 'Out.', status: 'done' } })
  const missing = missingCheckIns({ of: done, quarter: 1, today: '2019-07-01' })
  expect(missing.filter(({ goal }) => goal === 'goal:a')).toEqual([])
  expect(missing.filter(({ goal }) => goal === 'goal:b').map(({ month }) => month)).toEqual(['2018-07', '2018-08', '2018-09'])
})
