import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { untoldGoals } from '../../../shared/history/untold-goals.ts'
import { endOfTime, viewAt } from '../../../shared/history/view-at.ts'
import { lastDayOf } from '../../../shared/model/date.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { countPlan } from '../../../shared/plan/plan-counts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { notesAbout, recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { readPage } from '../../../shared/wiki/read-page.ts'
import { anyLife, days, endOfDay, ground, pageOf, typedOn } from './any-life.ts'
import { realPage } from '../wiki/goals-page-text.ts'
import { oracleTold, toldBy } from './life-oracle.ts'

const anyPoint = fc.constantFrom(...days).map(endOfDay)
const page = pageOf('2018-09-01')
const goal = (set: Change['set'], at = page): Change => ({ at, on: 'goal:a', set: { output: 'output:x', quarter: 1, title: 'A', ...set } })
const note = (id: string, set: Change['set'], at = page): Change => ({ at, on: `note:${id}`, set: { about: 'goal:a', quarter: null, ...set } })
const planOf = (...changes: readonly Change[]): PlanView => createView(foldChanges([...ground, ...changes]))
const statusOn = (view: PlanView, day: string, id: GoalId = 'goal:a'): string | undefined => recordOf(viewAt(view, endOfDay(day)), id)?.status
const notesOn = (view: PlanView, day: string): readonly string[] => notesAbout(viewAt(view, endOfDay(day)), 'goal:a').map(({ id }) => id)

describe('a plan from a goals page', () => {
  test('[T6] is there from the beginning, since its stamp says no time', () => {
    expect(recordOf(viewAt(planOf(goal({ status: 'done' })), endOfDay('2018-07-10')), 'goal:a')).toMatchObject({ title: 'A', quarter: 1 })
  })

  test('[T7] has a note from the day it is dated, and one of a month from its last day', () => {
    const view = planOf(goal({ status: 'done' }), note('day', { date: '2018-08-15' }), note('month', { date: '2018-07' }), note('none', { date: null }))
    expect(notesOn(view, '2018-07-10')).toEqual(['note:none'])
    expect(notesOn(view, '2018-07-31')).toEqual(['note:none', 'note:month'])
    expect(notesOn(view, '2018-08-15')).toEqual(['note:none', 'note:month', 'note:day'])
  })

  test('[T8] reads of a goal what the last note stated, and To do before the first', () => {
    const view = planOf(goal({ status: 'done' }), note('1', { date: '2018-07', status: 'inProgress' }), note('2', { date: '2018-08-01' }), note('3', { date: '2018-08-15', status: 'blocked' }))
    expect(days.map((day) => statusOn(view, day))).toEqual(['todo', 'inProgress', 'inProgress', 'blocked', 'done', 'done'])
  })

  test('[T8] a note about the output in its quarter states it for its goals, and one about the goal counts more', () => {
    const shared = note('1', { about: 'output:x', quarter: 1, date: '2018-08-01', status: 'inProgress' })
    const other = note('2', { about: 'output:x', quarter: 2, date: '2018-08-01', status: 'stalled' })
    expect(statusOn(planOf(goal({ status: 'done' }), shared, other), '2018-08-15')).toBe('inProgress')
    expect(statusOn(planOf(goal({ status: 'done' }), shared, note('0', { date: '2018-08-01', status: 'blocked' })), '2018-08-15')).toBe('blocked')
  })

  test('[T8] a goal of which no note states a status is as the page says', () => {
    const view = planOf(goal({ status: 'partiallyDone' }), note('1', { date: '2018-08-15' }))
    expect(days.map((day) => statusOn(view, day))).toEqual(days.map(() => 'partiallyDone'))
  })

  test('[T8] why it was held up the page says only of its own day', () => {
    const view = planOf(goal({ status: 'blocked', reason: 'no hardware' }), note('1', { date: '2018-08-01', status: 'blocked' }))
    expect(recordOf(viewAt(view, endOfDay('2018-08-15')), 'goal:a')).toMatchObject({ status: 'blocked', reason: '' })
    expect(recordOf(viewAt(view, endOfDay('2018-09-01')), 'goal:a')).toMatchObject({ status: 'blocked', reason: 'no hardware' })
  })

  test('[T8] an earlier copy of the page says how it stood on its day', () => {
    const view = planOf(goal({ status: 'inProgress' }, pageOf('2018-08-01')), goal({ status: 'done' }, pageOf('2018-10-20', 'laterlater')), note('1', { date: '2018-07-10', status: 'todo' }), note('2', { date: '2018-08-15', status: 'stalled' }))
    expect(days.map((day) => statusOn(view, day))).toEqual(['todo', 'todo', 'inProgress', 'stalled', 'stalled', 'done'])
  })

  test('[T8] what is rolled up is rolled up of the statuses of then', () => {
    const view = planOf(goal({ status: 'done' }), note('1', { date: '2018-08-01', status: 'inProgress' }))
    expect(rollupOf(view, 'output:x').counts.done).toBe(1)
    expect(rollupOf(viewAt(view, endOfDay('2018-08-15')), 'output:x').counts).toMatchObject({ done: 0, inProgress: 1 })
    expect(rollupOf(view, 'output:x').counts.done).toBe(1)
  })
})

describe('what nobody can tell', () => {
  const untoldOn = (view: PlanView, day: string): readonly string[] => untoldGoals({ view, past: viewAt(view, endOfDay(day)), goals: ['goal:a'], day })

  test('[T17] is a status that the page said later, of which no note speaks', () => {
    const view = planOf(goal({ status: 'done' }), note('1', { date: '2018-08-15' }))
    expect(days.map((day) => untoldOn(view, day).length)).toEqual([1, 1, 1, 1, 0, 0])
  })

  test('[T17] is none that a note or an earlier copy tells, or a person has set, nor To do', () => {
    const told = [
      planOf(goal({ status: 'done' }), note('1', { date: '2018-08-15', status: 'inProgress' })),
      planOf(goal({ status: 'inProgress' }, pageOf('2018-07-10')), goal({ status: 'done' }, pageOf('2018-10-20', 'laterlater'))),
      planOf(goal({ status: 'done' }), { at: typedOn('2018-07-10'), on: 'goal:a', set: { status: 'blocked' } }),
      planOf(goal({ status: 'todo' })),
    ]
    expect(told.map((view) => days.flatMap((day) => untoldOn(view, day)))).toEqual([[], [], [], []])
  })
})

describe('what people wrote', () => {
  test('[T9] counts from when they wrote it, and no note is put over it', () => {
    const view = planOf(goal({ status: 'done' }), { at: typedOn('2018-07-31'), on: 'goal:a', set: { status: 'stalled' } }, note('1', { date: '2018-08-15', status: 'blocked' }))
    expect(days.map((day) => statusOn(view, day))).toEqual(['todo', 'stalled', 'stalled', 'stalled', 'stalled', 'stalled'])
  })

  test('[T7] a note is there from when it was typed or, where that is later, dated', () => {
    const late = note('late', { date: '2018-07-10' }, typedOn('2018-08-01'))
    const early = note('early', { date: '2018-08-15' }, typedOn('2018-07-10'))
    const month = note('month', { date: '2018-08' }, typedOn('2018-08-01'))
    const view = planOf(goal({}), late, early, month)
    expect(days.map((day) => notesOn(view, day).length)).toEqual([0, 0, 2, 3, 3, 3])
    expect(notesOn(view, '2018-08-01')).toEqual(['note:late', 'note:month'])
  })
})

describe('any life of a plan', () => {
  test('[T7] [T8] [T9] on any day notes and statuses are what the bare list of cells says', () => {
    fc.assert(
      fc.property(anyLife, anyPoint, (changes, point) => {
        const then = viewAt(createView(foldChanges(changes)), point)
        expect(toldBy(then)).toEqual(oracleTold({ changes, point, view: then }))
      }),
      { numRuns: 3_000 },
    )
  })

  test('[T10] at the end of time it is the very same plan', () => {
    fc.assert(
      fc.property(anyLife, (changes) => {
        const view = createView(foldChanges(changes))
        expect(viewAt(view, endOfTime)).toBe(view)
      }),
    )
  })
})

describe('the TEC3 page', () => {
  const read = readPage(realPage)
  if (!read.ok) throw new Error(read.reason)
  const view = createView(pageChangeSet({ ...read.page, mine: emptyChangeSet() }))
  const countsOn = (day: string): unknown => Object.fromEntries(Object.entries(countPlan(viewAt(view, endOfDay(day))).byStatus).filter(([, count]) => count > 0))

  test('[T8] goes from To do to what it says at its end', () => {
    expect(countsOn('2018-07-01')).toEqual({ todo: 27, inProgress: 6, done: 4, postponed: 1 })
    expect(countsOn('2018-11-07')).toEqual({ todo: 19, inProgress: 8, done: 10, postponed: 1 })
    expect(countsOn('2019-03-12')).toEqual({ todo: 11, inProgress: 12, partiallyDone: 1, stalled: 2, done: 11, postponed: 1 })
    expect(countsOn('2019-06-13')).toEqual(countsOn('9999-01-01'))
  })

  test('[T7] has on each day the notes that are dated up to it', () => {
    const notes = toldBy(view).notes.flatMap((id) => recordOf(view, id as `note:${string}`) ?? [])
    for (const day of ['2018-07-30', '2018-07-31', '2018-10-02', '2019-02-05', '2019-06-13']) {
      expect(toldBy(viewAt(view, endOfDay(day))).notes).toEqual(notes.filter(({ date }) => date === '' || lastDayOf(date) <= day).map(({ id }) => id))
    }
  })
})
