import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish } from '../../../shared/changes/steps.ts'
import { checkInShown, dueInSteps } from '../../../renderer/parts/check-in-shown.ts'
import { checkInMonths, monthToShow } from '../../../shared/model/check-in-month.ts'
import { addDays } from '../../../shared/model/date.ts'
import { quarters } from '../../../shared/model/year.ts'
import { monthOfPlan } from '../../../shared/checkin/check-in.ts'
import { planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'

const view = planWith({
  ...smallPlan,
  'program:other': { code: 'TEC4', title: 'Storage', order: 'a1' },
  'outcome:far': { program: 'program:other', number: '9', title: 'Disks last', order: 'a0' },
  'output:9-1': { outcome: 'outcome:far', number: '9.1', title: 'Disks', order: 'a0' },
  'goal:far': { output: 'output:9-1', quarter: 1, title: 'Buy disks', status: 'todo', order: 'a0' },
  'goal:none': { quarter: 1, title: 'Of no program', status: 'todo', order: 'a0' },
  'note:far': { about: 'goal:far', date: '2018-09', text: 'Ordered.' },
})

const month = monthOfPlan(view, '2018-09') ?? checkInMonths('2018-07-01')[0]
if (month === undefined) throw new Error('the year has a September')

test('[N41] of the programs that are chosen only their goals are asked about, and all where none is', () => {
  const shown = (programs: Parameters<typeof checkInShown>[0]['programs']): unknown => {
    const { goals, noted } = checkInShown({ view, month, programs })
    return [goals.map(({ goal }) => goal), noted]
  }
  expect(shown([])).toEqual([['goal:b', 'goal:far', 'goal:none'], 1])
  expect(shown(['program:other'])).toEqual([['goal:far'], 1])
  expect(shown(['program:tec3'])).toEqual([['goal:b'], 0])
  expect(shown(['program:tec3', 'program:other'])).toEqual([['goal:b', 'goal:far'], 1])
})

test('[N42] nothing is due of a month before the day on which it begins', () => {
  const due = (today: '2018-08-31' | '2018-09-01'): number => finish(dueInSteps({ view, month, programs: [], today }))
  expect([due('2018-08-31'), due('2018-09-01')]).toEqual([0, 2])
})

test('[N40] the month of a quarter that is shown lies in it, and is the last that has begun, else its first', () => {
  fc.assert(
    fc.property(fc.constantFrom('2018-07-01', '2019-08-31', '2020-02-29'), fc.constantFrom(...quarters), fc.integer({ min: -40, max: 420 }), (startsOn, quarter, days) => {
      const today = addDays({ day: startsOn, days })
      const own = checkInMonths(startsOn).filter((each) => each.quarter === quarter)
      const begun = own.filter(({ from }) => from <= today)
      expect(monthToShow({ startsOn, quarter, today })).toBe(own[Math.max(0, begun.length - 1)]?.month)
    }),
  )
})
