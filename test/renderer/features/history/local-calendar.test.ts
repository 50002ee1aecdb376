import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localCalendar } from '../../../../renderer/parts/local-calendar.ts'
import { addDays } from '../../../../shared/model/date.ts'

const calendar = localCalendar('2026-11-25')

test('[T11] a day of this computer ends one millisecond before the next begins, also when the clocks change', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays({ day: '1970-01-02', days }))
  fc.assert(
    fc.property(anyDay, (day) => {
      const end = calendar.endOf(day)
      expect([calendar.dayOf(end), calendar.dayOf(end + 1)]).toEqual([day, addDays({ day, days: 1 })])
    }),
  )
})

test('[T11] a note may be dated in any year the calendar has', () => {
  expect(calendar.endOf('0001-01-01')).toBeLessThan(calendar.endOf('0001-01-02'))
  expect(calendar.endOf('0099-12-31')).toBeLessThan(calendar.endOf('1899-12-31'))
  expect(calendar.endOf('9999-12-31')).toBeGreaterThan(calendar.endOf('9999-12-30'))
})
