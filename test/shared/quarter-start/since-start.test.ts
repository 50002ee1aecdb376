import { describe, expect, test } from 'vitest'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import type { Calendar } from '../../../shared/history/moment.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { quarterStarts } from '../../../shared/quarter-start/quarter-start.ts'
import { leftSinceStart, sinceStart, type SinceStart } from '../../../shared/quarter-start/since-start.ts'
import { calendar, ground, pageOf, typedOn } from '../history/any-life.ts'

const typed = (day: string, on: GoalId, set: Fields): Change => ({ at: typedOn(day), on, set })
const viewOf = (...changes: readonly Change[]): PlanView => createView(foldChanges([...ground, ...changes]))
const planned = typed('2018-06-20', 'goal:early', { quarter: 1, title: 'Early', order: 'a0' })
const since = (view: PlanView, id: GoalId): SinceStart | null => sinceStart({ view, starts: quarterStarts({ view, calendar }), calendar, id })

describe('the start of a quarter', () => {
  const startsOf = (view: PlanView, today = calendar.today): readonly string[] => [...quarterStarts({ view, calendar: { ...calendar, today } satisfies Calendar })].map(([quarter, { day }]) => `Q${quarter} ${day}`)

  test('[A6] it is the end of the first day, where something was planned by then', () => {
    const view = viewOf(planned, typed('2018-07-01', 'goal:first', { quarter: 1 }), typed('2018-07-02', 'goal:second', { quarter: 1 }))
    expect(startsOf(view)).toEqual(['Q1 2018-07-01'])
    expect([since(view, 'goal:first'), since(view, 'goal:second')]).toEqual([null, { kind: 'added', on: '2018-07-02' }])
  })

  test('[A6] a plan that is made in the middle of a quarter begins with the day on which the first goal was planned', () => {
    const view = viewOf(typed('2018-07-31', 'goal:a', { quarter: 1 }), { at: typedOn('2018-07-31', { minute: 9 }), on: 'goal:b', set: { quarter: 1 } }, typed('2018-08-01', 'goal:c', { quarter: 1 }))
    expect(startsOf(view)).toEqual(['Q1 2018-07-31'])
    expect([since(view, 'goal:a'), since(view, 'goal:b'), since(view, 'goal:c')]).toEqual([null, null, { kind: 'added', on: '2018-08-01' }])
  })

  test('[A6] a quarter that lies ahead, or for which nothing was planned, has no start', () => {
    expect(startsOf(viewOf(planned, typed('2018-07-02', 'goal:n', { quarter: 2 })))).toEqual(['Q1 2018-07-01'])
    expect(startsOf(viewOf(planned, typed('2018-07-02', 'goal:n', { quarter: 2 })), '2018-10-01')).toEqual(['Q1 2018-07-01', 'Q2 2018-10-01'])
    expect(startsOf(viewOf())).toEqual([])
  })
})

describe('what a quarter has become since it began', () => {
  test('[A7] what is moved into it later is added on that day, and a sub-goal when it was made', () => {
    const view = viewOf(planned, typed('2018-07-10', 'goal:m', { title: 'Moved' }), typed('2018-08-01', 'goal:m', { quarter: 1 }), typed('2018-08-15', 'goal:sub', { parent: 'goal:early', title: 'Sub' }))
    expect([since(view, 'goal:m'), since(view, 'goal:sub')]).toEqual([{ kind: 'added', on: '2018-08-01' }, { kind: 'added', on: '2018-08-15' }])
  })

  test('[A7] what is carried over is not added, nor what a page says, whatever the day of the copy', () => {
    const view = viewOf(planned, typed('2018-07-10', 'goal:c', { quarter: 1, carriedFrom: 'goal:old' }), typed('2018-07-10', 'goal:y', { quarter: 1, 'carriedThrough/FY17/18 Q4': true }), { at: pageOf('2018-08-15'), on: 'goal:p', set: { quarter: 1, title: 'Page' } })
    expect((['goal:c', 'goal:y', 'goal:p'] as const).map((id) => since(view, id))).toEqual([null, null, null])
  })

  test('[A7] what was taken out and put back is not added', () => {
    expect(since(viewOf(planned, typed('2018-07-10', 'goal:early', { quarter: 2 }), typed('2018-08-01', 'goal:early', { quarter: 1 })), 'goal:early')).toBeNull()
  })

  test('[A8] another title is told with the words of then; spacing is none, and words put back are none', () => {
    const reworded = typed('2018-08-01', 'goal:early', { title: 'Early and late' })
    expect(since(viewOf(planned, reworded), 'goal:early')).toEqual({ kind: 'reworded', on: '2018-08-01', before: 'Early' })
    expect(since(viewOf(planned, typed('2018-08-01', 'goal:early', { title: ' Early  ' })), 'goal:early')).toBeNull()
    expect(since(viewOf(planned, reworded, typed('2018-08-15', 'goal:early', { title: 'Early' })), 'goal:early')).toBeNull()
    // a goal without a title that gets one is not re-worded
    expect(since(viewOf(typed('2018-06-20', 'goal:n', { quarter: 1 }), typed('2018-08-01', 'goal:n', { title: 'Named' })), 'goal:n')).toBeNull()
  })

  test('[A9] what left is told with how, when and where to; what came later and went again is not', () => {
    const early = (id: GoalId): Change => typed('2018-06-20', id, { quarter: 1, title: id })
    const view = viewOf(
      ...(['goal:gone', 'goal:dropped', 'goal:moved', 'goal:freed', 'goal:stays'] as const).map(early),
      typed('2018-07-10', 'goal:gone', { deleted: true }),
      typed('2018-07-31', 'goal:dropped', { dropped: true, status: 'postponed' }),
      typed('2018-08-01', 'goal:moved', { quarter: 2 }),
      typed('2018-08-15', 'goal:freed', { quarter: null }),
      typed('2018-08-01', 'goal:late', { quarter: 1 }),
      typed('2018-08-15', 'goal:late', { quarter: 2 }),
    )
    const left = leftSinceStart({ view, starts: quarterStarts({ view, calendar }), calendar, quarter: 1 })
    expect(left.map(({ goal, how, on, to }) => [goal.id, how, on, to])).toEqual([
      ['goal:dropped', 'dropped', '2018-07-31', null],
      ['goal:freed', 'moved', '2018-08-15', null],
      ['goal:gone', 'deleted', '2018-07-10', null],
      ['goal:moved', 'moved', '2018-08-01', 2],
    ])
  })
})
