import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBoard } from '../../../shared/board/board.ts'
import { emptyFilter, type BoardFilter, type BoardQuery } from '../../../shared/board/query.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { insightsInSteps, type Insights } from '../../../shared/insights/insights.ts'
import type { InsightScope } from '../../../shared/insights/scope-days.ts'
import { countsByDay, goalsAt, statusAt, statusesAt, totalOf } from '../../../shared/insights/status-counts.ts'
import { statuses } from '../../../shared/model/status.ts'
import { quarters } from '../../../shared/model/year.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { anyLife, calendar, ground, pageOf, today, typedOn } from '../history/any-life.ts'

const due = notesDue({ startsOn: '2018-07-01', today })
const queryOf = (scope: InsightScope, filter: Partial<BoardFilter> = {}): BoardQuery => ({ scope, filter: { ...emptyFilter, ...filter }, subGoals: false, due })
const insightsOf = (view: PlanView, scope: InsightScope, filter: Partial<BoardFilter> = {}): Insights => finish(insightsInSteps({ view, query: queryOf(scope, filter), scope, calendar }))

/** Goals of two outcomes and teams, in all quarters, with the notes and the carrying over that make figures of them. */
const anyGoals: fc.Arbitrary<readonly Change[]> = fc.array(fc.oneof({ weight: 3, arbitrary: anyGoal() }, { weight: 1, arbitrary: fc.constantFrom<Change[]>(...carrying()) }), { maxLength: 8 })
const outcomes: readonly Change[] = [
  { at: pageOf('2018-07-10', 'ground0000'), on: 'outcome:o', set: { number: '1', title: 'O' } },
  { at: pageOf('2018-07-10', 'ground0000'), on: 'output:x', set: { outcome: 'outcome:o' } },
  { at: pageOf('2018-07-10', 'ground0000'), on: 'output:z', set: { number: '9.1' } },
]
const anyPlan = fc.tuple(anyLife, anyGoals).map(([life, goals]) => createView(foldChanges([...ground, ...outcomes, ...life, ...goals])))
const anyFilter: fc.Arbitrary<Partial<BoardFilter>> = fc.constantFrom({}, {}, { teams: ['SRE'] }, { outcomes: ['outcome:o'] })

function anyGoal(): fc.Arbitrary<Change> {
  return fc.record({
    at: fc.oneof(fc.constantFrom('2018-07-10', '2018-09-01').map((day) => pageOf(day)), fc.constantFrom('2018-07-10', '2018-08-01', '2018-09-01', '2018-10-20').map((day) => typedOn(day))),
    on: fc.constantFrom<Change['on'][]>('goal:a', 'goal:b', 'goal:c', 'goal:d'),
    set: fc.record(
      {
        output: fc.constantFrom('output:x', 'output:z', null),
        quarter: fc.constantFrom(1, 2, null),
        status: fc.constantFrom('todo', 'inProgress', 'partiallyDone', 'blocked', 'done', 'postponed'),
        carriedFrom: fc.constantFrom('goal:a', 'goal:b'),
        'teams/SRE': fc.boolean(),
        'teams/Ops': fc.boolean(),
        deleted: fc.boolean(),
      },
      { requiredKeys: ['quarter'] },
    ),
  })
}

/** What together makes one goal carry on another, which edits without an aim hardly ever do. */
function carrying(): readonly Change[] {
  return [
    { at: typedOn('2018-08-20'), on: 'goal:a', set: { output: 'output:x', quarter: 1, status: 'inProgress', deleted: false } },
    { at: typedOn('2018-08-21'), on: 'goal:b', set: { output: 'output:x', quarter: 2, carriedFrom: 'goal:a', deleted: false } },
  ]
}

describe('any plan', () => {
  test('[I4] on each day the counts of the statuses are those of the goals that are there, and the last day is the board of today', () => {
    fc.assert(
      fc.property(anyPlan, anyFilter, fc.constantFrom<InsightScope[]>(1, 'year'), (view, filter, scope) => {
        const { byDay, lives, days } = insightsOf(view, scope, filter)
        expect(byDay).toHaveLength(days.length)
        for (const day of [0, 9, 30, days.length - 1]) {
          for (const status of statuses) expect(byDay[day]?.[status]).toBe(lives.filter((life) => statusAt(life, day) === status).length)
          expect(goalsAt({ lives, day })).toHaveLength(totalOf(byDay[day] ?? { ...none }))
        }
        const { columns } = createBoard(view, queryOf(scope, filter))
        expect(byDay.at(-1)).toEqual(Object.fromEntries(statuses.map((status) => [status, columns[status].length])))
        for (const status of statuses) expect(goalsAt({ lives, day: days.length - 1, status }).toSorted()).toEqual(columns[status].toSorted())
      }),
      { numRuns: 60 },
    )
  })

  test('[I5] outcomes sum up to all goals, and none has more done than planned', () => {
    fc.assert(
      fc.property(anyPlan, anyFilter, (view, filter) => {
        const { outcomes: parts, byDay } = insightsOf(view, 1, filter)
        for (const [day, counts] of byDay.entries()) {
          const on = parts.map(({ days }) => days[day] ?? { planned: 0, done: 0, partly: 0 })
          expect(on.reduce((sum, { planned }) => sum + planned, 0)).toBe(totalOf(counts))
          expect(on.reduce((sum, { done }) => sum + done, 0)).toBe(counts.done)
          expect(on.every(({ planned, done, partly }) => done + partly <= planned)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('[I6] of each quarter every goal is on its board, and one that is carried over is not done and goes on later', () => {
    let carriedOver = 0
    fc.assert(
      fc.property(anyPlan, anyFilter, (view, filter) => {
        const { quarters: all } = insightsOf(view, 'year', filter)
        for (const { quarter, planned, done, carried } of all) {
          const { columns } = createBoard(view, queryOf(quarter, filter))
          expect([...planned].toSorted()).toEqual(statuses.flatMap((status) => columns[status]).toSorted())
          expect([...done].toSorted()).toEqual(columns.done.toSorted())
          expect(carried.every(({ goal, to }) => (typeof to === 'string' || to > quarter) && planned.includes(goal) && !done.includes(goal))).toBe(true)
          carriedOver += carried.length
        }
        expect(all.map(({ quarter }) => quarter)).toEqual(quarters)
      }),
      { numRuns: 150 },
    )
    expect(carriedOver).toBeGreaterThan(0)
  })

  test('[I7] goals that wait are the held up and the postponed of the board, each once, unless they were carried over', () => {
    fc.assert(
      fc.property(anyPlan, anyFilter, (view, filter) => {
        const { waiting } = insightsOf(view, 1, filter)
        const { columns } = createBoard(view, queryOf(1, filter))
        const waits = [...waiting.held, ...waiting.postponed].map(({ goal }) => goal.id)
        expect([...waits, ...waiting.carried.map(({ goal }) => goal)].toSorted()).toEqual([...columns.blocked, ...columns.stalled, ...columns.postponed].toSorted())
        const ages = waiting.held.map(({ days }) => days ?? -1)
        expect(ages).toEqual(ages.toSorted((a, b) => b - a))
      }),
      { numRuns: 60 },
    )
  })

  test('[I40] of a quarter that is over days are counted up to its last day, of one that goes on up to today, and from a day that lies ahead there are none', () => {
    const held = (set: Change['set'], at = typedOn('2018-07-01')): Change => ({ at, on: 'goal:h', set: { output: 'output:x', quarter: 1, status: 'blocked', ...set } })
    const waitingOn = (day: string, change: Change): readonly unknown[] => {
      const view = createView(foldChanges([...ground, ...outcomes, change]))
      return finish(insightsInSteps({ view, query: queryOf(1), scope: 1, calendar: { ...calendar, today: day } })).waiting.held.map(({ days, isAhead }) => [days, isAhead])
    }
    expect(waitingOn('2018-08-20', held({ since: '2018-08-06' }))).toEqual([[14, false]])
    expect(waitingOn('2026-07-03', held({ since: '2018-08-06' }))).toEqual([[55, false]])
    expect(waitingOn('2018-08-01', held({ since: '2018-08-06' }))).toEqual([[null, true]])
    expect(waitingOn('2026-07-03', held({ since: '2018-11-06' }))).toEqual([[null, false]])
  })

  test('[I41] the goals behind a day are told with the statuses of that day', () => {
    fc.assert(
      fc.property(anyPlan, (view) => {
        const { lives, days } = insightsOf(view, 1)
        for (const day of [0, 9, days.length - 1]) {
          const statusOf = statusesAt(lives, day)
          for (const status of statuses) expect(goalsAt({ lives, day, status }).every((goal) => statusOf(goal) === status)).toBe(true)
          for (const life of lives) expect(statusOf(life.id)).toBe(statusAt(life, day))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('[I8] a note is due once a goal and month, none of them later than today, and counts for each of its teams', () => {
    fc.assert(
      fc.property(anyPlan, (view) => {
        const { due: notes, teams, months } = insightsOf(view, 'year')
        expect(new Set(notes.map(({ goal, month }) => `${goal} ${month}`)).size).toBe(notes.length)
        expect(notes.every(({ month }) => month <= '2018-09' && months.some((each) => each.month === month))).toBe(true)
        expect(new Set(teams.flatMap((team) => team.due))).toEqual(new Set(notes))
      }),
      { numRuns: 40 },
    )
  })
})

const none = { todo: 0, inProgress: 0, partiallyDone: 0, blocked: 0, stalled: 0, done: 0, postponed: 0 }

test('[I4] a life without days counts nothing', () => {
  expect(countsByDay({ lives: [], days: 0 })).toEqual([])
})
