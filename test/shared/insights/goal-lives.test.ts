import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFilter, placeGoal } from '../../../shared/board/query.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { viewAt } from '../../../shared/history/view-at.ts'
import { goalLives, type GoalLife } from '../../../shared/insights/goal-lives.ts'
import { daysUpTo, spanOfScope, type InsightScope } from '../../../shared/insights/scope-days.ts'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import type { Day } from '../../../shared/model/date.ts'
import type { Status } from '../../../shared/model/status.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { anyLife, calendar, endOfDay, ground, pageOf, today, typedOn } from '../history/any-life.ts'

type Told = Readonly<Record<string, readonly (Status | null)[]>>

const scopes: fc.Arbitrary<InsightScope> = fc.constantFrom<InsightScope[]>(1, 2, 'year')
const daysOf = (scope: InsightScope): readonly Day[] => daysUpTo(spanOfScope({ startsOn: '2018-07-01', scope }), today)

/** Each goal's status, day by day. */
function toldBy(lives: readonly GoalLife[], days: readonly Day[]): Told {
  return Object.fromEntries(lives.map(({ id, spells }) => [id, days.map((_, index) => spells.findLast(({ from }) => from <= index)?.status ?? null)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same the long way: the whole plan as it was, day after day. */
function oracle({ view, scope, subGoals, days }: { readonly view: PlanView; readonly scope: InsightScope; readonly subGoals: boolean; readonly days: readonly Day[] }): Told {
  const views = days.map((day) => (day === today ? view : viewAt(view, endOfDay(day))))
  const ids = [...valuesOf(view.set.records)].flatMap(({ id }) => (hasKind(id, 'goal') ? [id] : [])).toSorted()
  const statusIn = (then: PlanView, id: GoalId): Status | null => {
    const placed = placeGoal({ view: then, query: { scope, subGoals, filter: emptyFilter, due: new Map() }, id })
    return placed.kind === 'shown' ? placed.status : null
  }
  const told = ids.map((id) => [id, views.map((then) => statusIn(then, id))] as const)
  return Object.fromEntries(told.filter(([, each]) => each.some((status) => status !== null)))
}

/** What the lives of the history's tests leave out: outputs that come, go and change hands, goals in other quarters, notes about several goals. */
const more: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.oneof(fc.constantFrom('2018-07-10', '2018-08-15').map((day) => pageOf(day)), fc.constantFrom('2018-07-10', '2018-08-01', '2018-08-15', '2018-10-20').map((day) => typedOn(day))),
    change: fc.constantFrom<Pick<Change, 'on' | 'set'>>(
      { on: 'output:x', set: { deleted: true } },
      { on: 'output:x', set: { deleted: false, outcome: 'outcome:o' } },
      { on: 'outcome:o', set: { title: 'O' } },
      { on: 'outcome:o', set: { deleted: true } },
      { on: 'goal:a', set: { quarter: 2, until: 3 } },
      { on: 'goal:b', set: { quarter: 1, until: 2, output: 'output:y' } },
      { on: 'output:y', set: { title: 'Y' } },
      { on: 'note:1', set: { about: 'output:y', date: '2018-08-01', 'states/goal:b=done': true, 'states/goal:a=blocked': true } },
      { on: 'note:2', set: { 'states/goal:b=done': false, date: '2018-07' } },
    ),
  }).map(({ at, change }): Change => ({ at, ...change })),
  { maxLength: 6 },
)

describe('any life of a plan', () => {
  test('[I1] a goal stands on each day as the plan of the end of that day says, and today as the plan does', () => {
    let present = 0
    fc.assert(
      fc.property(anyLife, more, scopes, fc.boolean(), (life, further, scope, subGoals) => {
        const view = createView(foldChanges([...life, ...further]))
        const days = daysOf(scope)
        const told = toldBy(goalLives({ view, scope, subGoals, days, calendar }), days)
        expect(told).toEqual(oracle({ view, scope, subGoals, days }))
        present += Object.keys(told).length
      }),
      { numRuns: 100 },
    )
    expect(present).toBeGreaterThan(20)
  })
})

describe('a goal', () => {
  const first: Change = { at: pageOf('2018-07-10', 'ground0000'), on: 'goal:p', set: { output: 'output:x', quarter: 1, status: 'todo' } }
  const livesOf = (...changes: readonly Change[]): readonly GoalLife[] => goalLives({ view: createView(foldChanges([...ground, ...changes])), scope: 1, subGoals: false, days: daysOf(1), calendar })

  test('[I2] begins when it is planned for the quarter, and ends when it is moved away or deleted', () => {
    const lives = livesOf(
      first,
      { at: typedOn('2018-07-10'), on: 'goal:n', set: { output: 'output:x', title: 'N' } },
      { at: typedOn('2018-07-31'), on: 'goal:n', set: { quarter: 1 } },
      { at: typedOn('2018-08-15'), on: 'goal:n', set: { deleted: true } },
      { at: typedOn('2018-08-01'), on: 'goal:p', set: { quarter: 2 } },
    )
    const named = lives.map(({ id, spells }) => [id, spells.map(({ from, status }) => [daysOf(1)[from], status])] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(named).toEqual([
      ['goal:n', [['2018-07-01', null], ['2018-07-31', 'todo'], ['2018-08-15', null]]],
      ['goal:p', [['2018-07-01', 'todo'], ['2018-08-01', null]]],
    ])
  })

  test('[I3] has no day before the quarter and none after today', () => {
    expect([daysOf(1)[0], daysOf(1).at(-1), daysOf(2)]).toEqual(['2018-07-01', today, []])
    expect(daysUpTo(spanOfScope({ startsOn: '2018-07-01', scope: 'year' }), '2020-01-01')).toHaveLength(365)
    expect(spanOfScope({ startsOn: '2018-07-01', scope: 2 })).toMatchObject({ from: '2018-10-01', to: '2018-12-31' })
  })
})
