import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { momentsOf } from '../../../shared/history/moments.ts'
import type { Moment } from '../../../shared/history/moment.ts'
import { monthStep } from '../../../shared/history/step-moments.ts'
import { viewAt, type PointInTime } from '../../../shared/history/view-at.ts'
import { addDays } from '../../../shared/model/date.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyLife, calendar, days, endOfDay, ground, pageOf, today, typedOn } from './any-life.ts'
import { minuteOf } from './life-oracle.ts'

const typed = (at: string, on: Change['on'], set: Change['set'] = { title: 'T' }): Change => ({ at, on, set })
const momentsIn = (...changes: readonly Change[]): readonly Moment[] => momentsOf(createView(foldChanges(changes)), calendar)
const brief = (moments: readonly Moment[]): readonly string[] => moments.map(({ kind, day, edits, notes }) => `${kind} ${day}: ${edits} edits, ${notes} notes`)

describe('the moments of a plan', () => {
  test('[T11] a day on which people wrote is one, the newest first, with who wrote how much', () => {
    const moments = momentsIn(typed(typedOn('2018-07-10'), 'goal:a'), typed(typedOn('2018-07-10', { minute: 1 }), 'goal:a'), typed(typedOn('2018-07-10', { writer: 'bbbbbbbbbb0' }), 'goal:b'), typed(typedOn('2018-08-01'), 'output:x'))
    expect(brief(moments)).toEqual(['now 2018-09-01: 0 edits, 0 notes', 'day 2018-08-01: 1 edits, 0 notes', 'day 2018-07-10: 3 edits, 0 notes'])
    expect(moments[2]?.by).toEqual([
      { source: { kind: 'computer', replica: 'aaaaaaaaaa' }, edits: 2 },
      { source: { kind: 'computer', replica: 'bbbbbbbbbb' }, edits: 1 },
    ])
  })

  test('[T11] today is told by the minute', () => {
    const moments = momentsIn(typed(typedOn(today), 'goal:a'), typed(typedOn(today), 'goal:b'), typed(typedOn(today, { minute: 5 }), 'goal:a'))
    expect(brief(moments)).toEqual([`now ${today}: 0 edits, 0 notes`, `minute ${today}: 1 edits, 0 notes`, `minute ${today}: 2 edits, 0 notes`])
    expect(moments[1]?.until.at).toBe(minuteOf(today, 6) - 1)
  })

  test('[T11] a note of a page makes its day a moment, and before all of them stands the first day of the year', () => {
    const moments = momentsIn(...ground, typed(pageOf('2018-08-15'), 'note:1', { about: 'goal:a', date: '2018-07' }), typed(pageOf('2018-08-15'), 'note:2', { about: 'goal:a', date: '2018-08-15' }))
    expect(brief(moments)).toEqual([
      'now 2018-09-01: 0 edits, 0 notes',
      'day 2018-08-15: 2 edits, 1 notes',
      'day 2018-07-31: 0 edits, 1 notes',
      'day 2018-07-10: 2 edits, 0 notes',
      'start 2018-07-01: 0 edits, 0 notes',
    ])
  })

  test('[T11] what computers are called is no moment', () => {
    expect(momentsIn(typed(typedOn('2018-07-10'), 'replica:aaaaaaaaaa', { name: 'SRE laptop' }))).toHaveLength(1)
  })

  test('[T12] every edit is counted once, and so is every note', () => {
    fc.assert(
      fc.property(anyLife, (changes) => {
        const moments = momentsIn(...changes)
        const edits = new Set(changes.filter(({ set }) => Object.keys(set).length > 0).map(({ at, on }) => `${at} ${on}`))
        const notes = new Set(changes.filter(({ on, set }) => on.startsWith('note:') && Object.keys(set).length > 0).map(({ on }) => on))
        expect(moments.reduce((sum, moment) => sum + moment.edits, 0)).toBe(edits.size)
        expect(moments.reduce((sum, moment) => sum + moment.notes, 0)).toBeGreaterThanOrEqual(notes.size)
        expect(new Set(moments.map(({ key }) => key)).size).toBe(moments.length)
      }),
      { numRuns: 1_000 },
    )
  })

  test('[T13] between one moment and the next nothing changes', () => {
    const everyDay = Array.from({ length: 120 }, (_, index) => addDays({ day: '2018-07-01', days: index })).filter((day) => day < today)
    const minutes = [-720, -1, 0, 1, 2, 3, 700].map((minute): PointInTime => ({ at: minuteOf(today, minute + 1) - 1, day: today }))
    const anyPoint = fc.constantFrom(...everyDay.map(endOfDay), ...minutes)
    fc.assert(
      fc.property(anyLife, anyPoint, (changes, point) => {
        const view = createView(foldChanges(changes))
        const moment = momentsOf(view, calendar).find(({ until }) => until.at <= point.at && until.day <= point.day)
        fc.pre(moment !== undefined)
        expect(portraitOf(viewAt(view, point).set)).toBe(portraitOf(viewAt(view, moment?.until ?? point).set))
      }),
      { numRuns: 2_000 },
    )
  })

  test('[T13] they go back in time, and the first is now', () => {
    fc.assert(
      fc.property(anyLife, (changes) => {
        const [now, ...past] = momentsIn(...changes)
        expect(now?.kind).toBe('now')
        const times = past.map(({ until }) => until)
        const isBefore = (earlier: PointInTime, later: PointInTime): boolean => earlier.day < later.day || (earlier.day === later.day && earlier.at < later.at)
        expect(times.every((later, index) => times.slice(index + 1, index + 2).every((earlier) => isBefore(earlier, later)))).toBe(true)
      }),
    )
  })

  test('[T14] what a clock that runs ahead has stamped stands at now, is told, and moves nothing else', () => {
    const far = formatStamp({ ms: Date.UTC(9999, 11, 31), counter: 0, writer: 'bbbbbbbbbb0' })
    const farther = formatStamp({ ms: 36 ** 10 - 1, counter: 0, writer: 'bbbbbbbbbb0' })
    const life = [typed(typedOn('2018-07-10'), 'goal:a'), typed(typedOn('2018-08-01'), 'goal:a')]
    const [now, ...past] = momentsIn(...life, typed(far, 'goal:a'), typed(farther, 'goal:b'), typed(typedOn('2018-10-20'), 'goal:b'))
    expect(now).toMatchObject({ kind: 'now', edits: 3, ahead: 3 })
    expect(past).toEqual(momentsIn(...life).slice(1))
  })

  test('[T14] a note written in advance belongs to now until its day has come', () => {
    expect(brief(momentsIn(typed(typedOn('2018-07-10'), 'note:1', { about: 'goal:a', date: '2018-10-20' })))).toEqual(['now 2018-09-01: 0 edits, 1 notes', 'day 2018-07-10: 1 edits, 0 notes'])
  })
})

describe('a step of a month', () => {
  const moments = momentsIn(...days.map((day) => typed(typedOn(day), 'goal:a')))
  const dayAt = (index: number): string | undefined => moments[index]?.day

  test('[T15] leads to the nearest moment at least a month away', () => {
    expect(moments.map(({ day }) => day)).toEqual(['2018-09-01', '2018-09-01', '2018-08-15', '2018-08-01', '2018-07-31', '2018-07-10'])
    expect(dayAt(monthStep({ moments, index: 0, to: 'earlier' }))).toBe('2018-08-01')
    expect(dayAt(monthStep({ moments, index: 3, to: 'later' }))).toBe('2018-09-01')
    expect(monthStep({ moments, index: 3, to: 'later' })).toBe(1)
  })

  test('[T15] and to the last there is where none is so far away', () => {
    expect(monthStep({ moments, index: 4, to: 'earlier' })).toBe(5)
    expect(monthStep({ moments, index: 2, to: 'later' })).toBe(0)
  })
})
