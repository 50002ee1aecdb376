import { expect, test } from 'vitest'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { notesAbout } from '../../../shared/plan/plan-view.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'

test('[M66] a note of a month comes after the days of that month, and before those of the next, wherever it is about the goal or its output', () => {
  const view = planWith({
    ...smallPlan,
    'note:month': { about: 'goal:b', date: '2018-07' },
    'note:first': { about: 'goal:b', date: '2018-07-01' },
    'note:last': { about: 'output:1-1', quarter: 1, date: '2018-07-31' },
    'note:next': { about: 'output:1-1', quarter: 1, date: '2018-08-01' },
  })
  expect(notesOfGoal(view, 'goal:b').map(({ id }) => id)).toEqual(['note:first', 'note:last', 'note:month', 'note:next'])
  expect(notesAbout(view, 'goal:b').map(({ id }) => id)).toEqual(['note:first', 'note:month'])
})
