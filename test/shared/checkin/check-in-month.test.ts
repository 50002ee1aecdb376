import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInMonthAt, checkInMonths, checkInMonthsIn, dateInMonth, monthOfNote, suggestedMonth } from '../../../shared/model/check-in-month.ts'
import { addDays, addMonths } from '../../../shared/model/date.ts'
import { quarterAt, quarters, spanOf } from '../../../shared/model/year.ts'

/** Firsts of months, odd days, and the ends of long and short months, in leap years and others. */
const anyStart = fc
  .tuple(fc.constantFrom(1999, 2000, 2018, 2019, 2020, 2024), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 1, 2, 15, 28, 29, 30, 31))
  .map(([year, month, day]) => addDays({ day: addMonths({ day: `${year}-01-01`, months: month - 1 }), days: day - 1 }))
const anyDayOfYear = fc.integer({ min: -40, max: 420 })

/** The naive way: counted month by month with the calendar of the start's day. */
function oracle(startsOn: string, day: string): number | null {
  for (let index = 0; index < 12; index += 1) if (addMonths({ day: startsOn, months: index }) <= day && day < addMonths({ day: startsOn, months: index + 1 })) return index
  return null
}

test('[N1] every day of a quarter lies in exactly one of its three months, whatever day the year begins on', () => {
  fc.assert(
    fc.property(anyStart, anyDayOfYear, (startsOn, offset) => {
      const day = addDays({ day: startsOn, days: offset })
      const holding = checkInMonths(startsOn).filter(({ from, to }) => from <= day && day <= to)
      const index = oracle(startsOn, day)
      expect(holding).toEqual(index === null ? [] : [checkInMonths(startsOn)[index]])
      expect(holding[0]?.quarter ?? null).toBe(quarterAt({ startsOn, day }))
      expect(checkInMonthAt({ startsOn, day })).toEqual(holding[0] ?? null)
    }),
  )
})

test('[N1] the months of a quarter are called as the quarter calls them, and fill it from its first day to its last', () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...quarters), (startsOn, quarter) => {
      const [months, span] = [checkInMonthsIn({ startsOn, first: quarter, last: quarter }), spanOf({ startsOn, quarter })]
      expect(months.map(({ month }) => month)).toEqual(span.months)
      expect([months[0]?.from, months[2]?.to]).toEqual([span.from, span.to])
      expect(months.slice(1).map(({ from }) => from)).toEqual(months.slice(0, 2).map(({ to }) => addDays({ day: to, days: 1 })))
    }),
  )
})

test('[N2] a day counts for the month it lies in, a month for the one of its name, what was written late for the last', () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...quarters), anyDayOfYear, (startsOn, quarter, offset) => {
      const months = checkInMonthsIn({ startsOn, first: quarter, last: quarter })
      const said = (date: string): string | null => monthOfNote({ startsOn, date, first: quarter, last: quarter })
      const day = addDays({ day: startsOn, days: offset })
      const index = months.findIndex(({ from, to }) => from <= day && day <= to)
      const isLate = day > (months[2]?.to ?? '')
      expect(said(day)).toBe(isLate ? months[2]?.month : (months[index]?.month ?? null))
      for (const { month } of months) expect(said(month)).toBe(month)
    }),
  )
})

test('[N2] a note without a date, or of before the quarter, counts for no month', () => {
  const about = { startsOn: '2018-07-01', first: 2, last: 2 } as const
  expect([monthOfNote({ ...about, date: '' }), monthOfNote({ ...about, date: '2018-09-30' }), monthOfNote({ ...about, date: '2018-09' })]).toEqual([null, null, null])
  expect([monthOfNote({ ...about, date: '2019-01-08' }), monthOfNote({ ...about, date: '2019-01' })]).toEqual(['2018-12', '2018-12'])
})

test('[N3] people check in for the month of today, before the year for its first, after it for its last', () => {
  const on = (today: string): string => suggestedMonth({ startsOn: '2018-07-15', today }).month
  expect(['2018-01-01', '2018-07-15', '2018-08-14', '2018-08-15', '2019-07-14', '2026-01-01'].map(on)).toEqual(['2018-07', '2018-07', '2018-07', '2018-08', '2019-06', '2019-06'])
})

test('[N4] a note of a check-in has the date of today while the month goes on, else the month', () => {
  const month = suggestedMonth({ startsOn: '2018-07-15', today: '2018-12-20' })
  expect(['2018-12-14', '2018-12-15', '2019-01-14', '2019-01-15'].map((today) => dateInMonth({ month, today }))).toEqual(['2018-12', '2018-12-15', '2019-01-14', '2018-12'])
})
