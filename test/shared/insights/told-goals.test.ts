import { describe, expect, test } from 'vitest'
import { emptyFilter } from '../../../shared/board/query.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { insightsInSteps, type Insights } from '../../../shared/insights/insights.ts'
import type { InsightScope } from '../../../shared/insights/scope-days.ts'
import type { Day } from '../../../shared/model/date.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage } from '../../../shared/wiki/read-page.ts'
import { calendar, ground, typedOn } from '../history/any-life.ts'
import { realPage } from '../wiki/goals-page-text.ts'

function insightsOf(view: PlanView, scope: InsightScope, today: Day): Insights {
  const query = { scope, filter: emptyFilter, subGoals: false, due: notesDue({ startsOn: '2018-07-01', today }) }
  return finish(insightsInSteps({ view, query, scope, calendar: { ...calendar, today } }))
}

const typed = (day: Day, on: Change['on'], set: Change['set']): Change => ({ at: typedOn(day), on, set })
const viewOf = (...changes: readonly Change[]): PlanView => createView(foldChanges([...ground, ...changes]))

describe('carried over', () => {
  const view = viewOf(
    typed('2018-07-10', 'goal:a', { output: 'output:x', quarter: 1, status: 'stalled' }),
    typed('2018-07-10', 'goal:b', { output: 'output:x', quarter: 2, status: 'stalled', carriedFrom: 'goal:a' }),
    typed('2018-07-10', 'goal:c', { output: 'output:x', quarter: 3, carriedFrom: 'goal:b' }),
    typed('2018-07-10', 'goal:d', { output: 'output:x', quarter: 1, status: 'done' }),
    typed('2018-07-10', 'goal:e', { output: 'output:x', quarter: 2, carriedFrom: 'goal:d' }),
    typed('2018-07-10', 'goal:y', { output: 'output:x', quarter: 1, 'carriedThrough/FY17/18 Q4': true }),
    typed('2018-07-10', 'goal:z', { output: 'output:x', quarter: 4, carriedFrom: 'goal:y' }),
  )

  test('[I6] a goal that is carried on slips once more, earlier plans included; what is done slips nowhere', () => {
    const { quarters } = insightsOf(view, 'year', '2018-09-01')
    expect(quarters.map(({ carried }) => carried.toSorted((a, b) => (a.goal < b.goal ? -1 : 1)))).toEqual([
      [{ goal: 'goal:a', to: 2, slip: 1 }, { goal: 'goal:y', to: 4, slip: 2 }],
      [{ goal: 'goal:b', to: 3, slip: 2 }],
      [],
      [],
    ])
  })

  test('[I7] what was carried over waits no longer', () => {
    const { waiting } = insightsOf(view, 1, '2018-09-01')
    expect([waiting.held, waiting.carried]).toEqual([[], [{ goal: 'goal:a', to: 2, slip: 1 }]])
  })
})

test('[I7] a goal has waited as many days as since its status was set, or since what a person said', () => {
  const view = viewOf(
    typed('2018-07-10', 'goal:a', { output: 'output:x', quarter: 1, status: 'blocked' }),
    typed('2018-07-31', 'goal:a', { title: 'A' }),
    typed('2018-08-01', 'goal:b', { output: 'output:x', quarter: 1, status: 'stalled', since: '2018-07' }),
    typed('2018-08-01', 'goal:c', { output: 'output:x', quarter: 1, status: 'postponed' }),
  )
  const { held, postponed } = insightsOf(view, 1, '2018-08-15').waiting
  expect(held.map(({ goal, days }) => [goal.id, days])).toEqual([['goal:b', 45], ['goal:a', 36]])
  expect(postponed.map(({ goal, days }) => [goal.id, days])).toEqual([['goal:c', 14]])
})

describe('missing notes', () => {
  const goal = (id: Change['on'], set: Change['set']): Change => typed('2018-07-10', id, { output: 'output:x', quarter: 1, 'teams/SRE': true, ...set })
  const dueIn = (view: PlanView, today: Day, scope: InsightScope = 1): readonly string[] => insightsOf(view, scope, today).due.map((note) => `${note.goal} ${note.month} ${note.isMissing ? 'missing' : 'there'}`)

  test('[I8] are those of months that have begun, in which the check-in asks about the goal: up to the one that closed it', () => {
    const view = viewOf(goal('goal:a', {}), typed('2018-08-01', 'goal:a', { status: 'done' }))
    expect(dueIn(view, '2018-07-31')).toEqual(['goal:a 2018-07 missing'])
    expect(dueIn(view, '2018-09-01')).toEqual(['goal:a 2018-07 missing', 'goal:a 2018-08 missing'])
    expect(dueIn(viewOf(goal('goal:a', {})), '2018-09-01')).toHaveLength(3)
    expect(dueIn(viewOf(goal('goal:a', { quarter: 2 })), '2018-10-20', 'year')).toEqual(['goal:a 2018-10 missing'])
  })

  test('[I8] a note about the goal is one, and one about its output in its quarter, by the month of its date', () => {
    const view = viewOf(
      goal('goal:a', {}),
      goal('goal:sub', { parent: 'goal:a' }),
      typed('2018-08-01', 'note:1', { about: 'goal:a', date: '2018-07-31' }),
      typed('2018-08-15', 'note:2', { about: 'output:x', quarter: 1, date: '2018-08' }),
      typed('2018-08-15', 'note:3', { about: 'output:x', quarter: 2, date: '2018-09-01' }),
    )
    expect(dueIn(view, '2018-09-01')).toEqual(['goal:a 2018-07 there', 'goal:a 2018-08 there', 'goal:a 2018-09 missing'])
  })
})

describe('the TEC3 page', () => {
  const read = readPage(realPage)
  if (!read.ok) throw new Error(read.reason)
  const view = createView(pageChangeSet({ ...read.page, mine: emptyChangeSet() }))
  const today = '2019-07-15'
  const changes = ({ byDay, days }: Insights): readonly (readonly [Day, Partial<Record<string, number>>])[] =>
    byDay.flatMap((counts, day) => {
      const before = byDay[day - 1]
      const told = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
      return before !== undefined && JSON.stringify(before) === JSON.stringify(counts) ? [] : [[days[day] ?? '', told] as const]
    })

  test('[I9] tells the first quarter by its notes: one goal, in progress when July was over, done on September 14', () => {
    expect(changes(insightsOf(view, 1, today))).toEqual([
      ['2018-07-01', { todo: 1 }],
      ['2018-07-31', { inProgress: 1 }],
      ['2018-09-14', { done: 1 }],
    ])
  })

  test('[I9] tells the second quarter by its notes: three goals done on October 2, a fourth on December 6, and one partially', () => {
    const told = insightsOf(view, 2, today)
    expect(changes(told)).toEqual([
      ['2018-10-01', { todo: 5 }],
      ['2018-10-02', { todo: 1, inProgress: 1, done: 3 }],
      ['2018-11-07', { inProgress: 2, done: 3 }],
      ['2018-12-06', { partiallyDone: 1, done: 4 }],
    ])
    expect(told.outcomes.map(({ number, days }) => [number, days.at(-1)])).toEqual([
      ['1', { planned: 1, done: 0, partly: 1 }],
      ['2', { planned: 1, done: 1, partly: 0 }],
      ['3', { planned: 3, done: 3, partly: 0 }],
    ])
  })

  test('[I9] counts the goals of each quarter, and the two that were carried from the third to the fourth', () => {
    const { quarters } = insightsOf(view, 'year', today)
    expect(quarters.map(({ planned, done, carried }) => [planned.length, done.length, carried.length])).toEqual([[1, 1, 0], [5, 3, 0], [8, 0, 2], [10, 2, 0]])
    expect(quarters[2]?.carried.map(({ goal, to, slip }) => [recordOf(view, goal)?.title, to, slip])).toEqual([
      ['Instrument Quibble for data collection', 4, 1],
      ['Create a graph where time is spent and make a prioritized list for improvements.', 4, 1],
    ])
  })

  test('[I9] misses in the third quarter the seven notes whose heads nobody has filled in', () => {
    const { due } = insightsOf(view, 3, today)
    expect(due).toHaveLength(24)
    const missing = due.filter(({ isMissing }) => isMissing).map(({ goal, month }) => `${month} ${recordOf(view, goal)?.title.split(' ').slice(0, 5).join(' ') ?? ''}`)
    expect(missing.toSorted()).toEqual([
      '2019-02 Aim for a better resilient,',
      '2019-02 Conduct Promotion and Training events',
      '2019-02 Create a developer portal with',
      '2019-03 Aim for a better resilient,',
      '2019-03 Conduct Promotion and Training events',
      '2019-03 Create a developer portal with',
      '2019-03 Evaluate helm charts management solutions',
    ])
  })

  test('[I9] has waited in the fourth quarter since the note of May 7 for three goals', () => {
    const { held, postponed } = insightsOf(view, 4, today).waiting
    expect(held.map(({ goal, since, days }) => [goal.status, since, days])).toEqual(Array.from({ length: 3 }, () => ['blocked', '2019-05-07', 54]))
    expect(postponed).toEqual([])
  })
})
