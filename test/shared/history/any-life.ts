import fc from 'fast-check'
import type { Change, Fields, Value } from '../../../shared/changes/change.ts'
import { formatStamp, type Stamp } from '../../../shared/changes/stamp.ts'
import type { Day } from '../../../shared/model/date.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import type { Calendar } from '../../../shared/history/moment.ts'
import type { PointInTime } from '../../../shared/history/view-at.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The days on which something happens in a plan's life; today is the last but one. */
export const days: readonly Day[] = ['2018-07-10', '2018-07-31', '2018-08-01', '2018-08-15', '2018-09-01', '2018-10-20']
export const today: Day = '2018-09-01'

export function msOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Days as they are in Greenwich. */
export const calendar: Calendar = {
  today,
  dayOf: (ms) => new Date(ms).toISOString().slice(0, 10),
  endOf: (day) => msOfDay(day) + dayMs - 1,
}

export function endOfDay(day: Day): PointInTime {
  return { at: calendar.endOf(day), day }
}

/** A stamp of a person: noon of a day, and so many minutes. */
export function typedOn(day: Day, { minute = 0, writer = 'aaaaaaaaaa0' }: { readonly minute?: number; readonly writer?: string } = {}): Stamp {
  return formatStamp({ ms: msOfDay(day) + dayMs / 2 + minute * 60_000, counter: 0, writer })
}

/** The stamp of a copy of a goals page with that date. */
export function pageOf(day: Day, key = 'pagepagepa'): Stamp {
  return formatStamp({ ms: msOfDay(day) / dayMs, counter: 0, writer: `${key}z` })
}

export const ground: readonly Change[] = [
  { at: pageOf('2018-07-10', 'ground0000'), on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } },
  { at: pageOf('2018-07-10', 'ground0000'), on: 'output:x', set: { number: '1.1', order: 'a0' } },
]

const statuses: fc.Arbitrary<Value> = fc.constantFrom('todo', 'inProgress', 'blocked', 'done')
const dates: fc.Arbitrary<Value> = fc.constantFrom('2018-07', '2018-07-10', '2018-08', '2018-08-15', '2018-09-01', '2018-10-20', 'no date', null)

const goalFields: fc.Arbitrary<Fields> = fc.record(
  { output: fc.constant('output:x'), quarter: fc.constantFrom(1, null), parent: fc.constantFrom('goal:a', 'goal:b', null), status: statuses, reason: fc.constant('why'), deleted: fc.boolean() },
  { requiredKeys: [] },
)
const noteFields: fc.Arbitrary<Fields> = fc.record(
  { about: fc.constantFrom<Value>('goal:a', 'goal:b', 'output:x'), quarter: fc.constant(1), date: dates, status: fc.option(statuses), deleted: fc.boolean() },
  { requiredKeys: [] },
)

const written: fc.Arbitrary<{ readonly on: RecordId; readonly set: Fields }> = fc.oneof(
  fc.record({ on: fc.constantFrom<RecordId[]>('goal:a', 'goal:b'), set: goalFields }),
  fc.record({ on: fc.constantFrom<RecordId[]>('note:1', 'note:2', 'note:3'), set: noteFields }),
)

const stamps: fc.Arbitrary<Stamp> = fc.oneof(
  fc.constantFrom(...days).map((day) => pageOf(day)),
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 2 }), fc.constantFrom('aaaaaaaaaa0', 'bbbbbbbbbb0')).map(([day, minute, writer]) => typedOn(day, { minute, writer })),
)

/** A plan that pages and people wrote, over so few days, records and values that they meet all the time. */
export const anyLife: fc.Arbitrary<readonly Change[]> = fc
  .array(fc.tuple(stamps, written), { minLength: 1, maxLength: 14 })
  .map((changes) => [...ground, ...changes.map(([at, { on, set }]): Change => ({ at, on, set }))])
