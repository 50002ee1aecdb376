import fc from 'fast-check'
import { daysSince } from '../../../shared/model/days-since.ts'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, isDay, isDayOrMonth, isMonth, lastDayOf } from '../../../shared/model/date.ts'
import { anyDay, daysInMonth } from './calendar-oracle.ts'

describe('date', () => {
  test.each(['2018-10-02', '2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('[M5] %s is a day', (day) => {
    expect(isDay(day)).toBe(true)
  })

  test.each([
    '2018-02-31', '2019-02-29', '1900-02-29', '2018-13-01', '2018-00-10', '2018-01-00', '2018-04-31', '0000-01-01', '2018-1-2', '20181002', '2018-10',
    '2018-10-02T00:00', '2018-10-02 ', ' 2018-10-02', '2018-10-02\n', '+002018-10-02', '２０１８-10-02', '', 20181002, null, undefined, new Date(0),
  ])('[M5] %j is not a day', (value) => {
    expect(isDay(value)).toBe(false)
  })

  test('[M5] a day is one that the calendar has, by a count of our own', () => {
    const parts = fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) })
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
        expect(isDay(text)).toBe(day >= 1 && day <= daysInMonth({ year, month }))
      }),
    )
  })

  test.each(['2018-07', '0001-01', '9999-12'])('[M6] %s is a month', (month) => {
    expect(isMonth(month)).toBe(true)
  })

  test.each(['2018-13', '2018-00', '0000-07', '2018-7', '2018-07-01', '2018-07\n', '', 201_807, null])('[M6] %j is not a month', (value) => {
    expect(isMonth(value)).toBe(false)
  })

  test('[M7] a date is a day, or a month where only that is known', () => {
    expect(['2018-07', '2018-07-31', '2018-07-32', '2018'].map(isDayOrMonth)).toEqual([true, true, false, false])
  })

  test('[M8] the last day a date can mean is the day itself, or the last of its month', () => {
    expect(['2018-10-02', '2018-10', '2019-02', '2020-02', '2018-04'].map(lastDayOf)).toEqual(['2018-10-02', '2018-10-31', '2019-02-28', '2020-02-29', '2018-04-30'])
  })

  test('[M9] months later is the same day, or the last of a shorter month', () => {
    expect(addMonths({ day: '2018-08-31', months: 1 })).toBe('2018-09-30')
    expect(addMonths({ day: '2018-08-31', months: 6 })).toBe('2019-02-28')
    expect(addMonths({ day: '2020-02-29', months: 12 })).toBe('2021-02-28')
    expect(addMonths({ day: '2018-10-15', months: 3 })).toBe('2019-01-15')
    expect(addMonths({ day: '2018-03-31', months: -1 })).toBe('2018-02-28')
  })

  test('[M10] days later crosses months, years and leap days', () => {
    expect(addDays({ day: '2018-12-31', days: 1 })).toBe('2019-01-01')
    expect(addDays({ day: '2020-02-28', days: 1 })).toBe('2020-02-29')
    expect(addDays({ day: '2019-03-01', days: -1 })).toBe('2019-02-28')
  })

  test('[M10] a day later and a day earlier cancel out', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(addDays({ day: addDays({ day, days: 1 }), days: -1 })).toBe(day)
      }),
    )
  })
})

test.each([
  ['2018-10-02', '2018-10-02', 0],
  ['2018-10-02', '2018-11-07', 36],
  ['2020-02-28', '2020-03-01', 2],
  ['2018-10', '2018-10-31', 30],
  ['2018-10-02', '2018-10-01', -1],
])('[M67] from %s to %s it is %i days', (date, today, days) => {
  expect(daysSince({ date, today })).toBe(days)
})
