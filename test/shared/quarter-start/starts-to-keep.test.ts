import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { changesSinceStart } from '../../../shared/quarter-start/changes-since-start.ts'
import { quarterStarts } from '../../../shared/quarter-start/quarter-start.ts'
import { startsToKeep } from '../../../shared/quarter-start/starts-to-keep.ts'
import { calendar, ground, pageOf, typedOn } from '../history/any-life.ts'

const early: Change = { at: typedOn('2018-06-20'), on: 'goal:a', set: { quarter: 1, title: 'A' } }

function keptOf(changes: readonly Change[], { today = calendar.today, kept = [] }: { readonly today?: string; readonly kept?: readonly Quarter[] } = {}): readonly string[] {
  const view = createView(foldChanges([...ground, ...changes]))
  const days = { ...calendar, today }
  return startsToKeep({ view, starts: quarterStarts({ view, calendar: days }), calendar: days, kept: new Set(kept) }).map(({ quarter, start }) => `Q${quarter} ${start.day}`)
}

test('[A13] a start is kept when its first day is over, once', () => {
  expect(keptOf([early], { today: '2018-07-01' })).toEqual([])
  expect(keptOf([early], { today: '2018-07-02' })).toEqual(['Q1 2018-07-01'])
  expect(keptOf([early], { today: '2018-09-01', kept: [1] })).toEqual([])
  expect(keptOf([early, { at: typedOn('2018-06-20'), on: 'goal:b', set: { quarter: 2 } }], { today: '2018-10-20' })).toEqual(['Q1 2018-07-01', 'Q2 2018-10-01'])
})

test('[A13] a plan that was read from a page keeps none of the quarters that had begun before anybody wrote to it', () => {
  const page: Change = { at: pageOf('2018-07-10'), on: 'goal:p', set: { quarter: 1 } }
  expect(keptOf([page])).toEqual([])
  expect(keptOf([page, { at: typedOn('2018-08-01'), on: 'goal:p', set: { status: 'done' } }])).toEqual([])
  expect(keptOf([page, { at: typedOn('2018-07-01'), on: 'goal:p', set: { status: 'done' } }])).toEqual(['Q1 2018-07-01'])
})

test('[A12] what was added, re-worded and taken out is told in order of the days', () => {
  const typed = (day: string, on: GoalId, set: Change['set']): Change => ({ at: typedOn(day), on, set })
  const view = createView(
    foldChanges([
      ...ground,
      early,
      typed('2018-06-20', 'goal:gone', { quarter: 1, title: 'Gone' }),
      typed('2018-08-15', 'goal:gone', { quarter: null }),
      typed('2018-08-01', 'goal:late', { quarter: 1, title: 'Late' }),
      typed('2018-07-31', 'goal:late2', { quarter: 1, title: 'Late too' }),
      typed('2018-08-15', 'goal:a', { title: 'A and more' }),
      typed('2018-08-15', 'goal:deleted', { quarter: 1, deleted: true }),
    ]),
  )
  const { day, added, reworded, left } = changesSinceStart({ view, starts: quarterStarts({ view, calendar }), calendar, quarter: 1 })
  expect(day).toBe('2018-07-01')
  expect(added.map(({ goal, on }) => [goal.id, on])).toEqual([['goal:late2', '2018-07-31'], ['goal:late', '2018-08-01']])
  expect(reworded).toMatchObject([{ goal: { id: 'goal:a' }, on: '2018-08-15', before: 'A' }])
  expect(left).toMatchObject([{ goal: { id: 'goal:gone' }, how: 'moved', to: null }])
  expect(changesSinceStart({ view, starts: new Map(), calendar, quarter: 1 })).toEqual({ day: null, added: [], reworded: [], left: [] })
})
