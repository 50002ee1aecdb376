import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from '../../../shared/model/date.ts'
import { dateSpan, longDate, monthOf, shortDate } from '../../../shared/words/months.ts'

const long = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric', year: 'numeric' })
const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })

test('[R14] dates are written out as in English, without asking any locale', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      expect(isDay(day)).toBe(true)
      expect([longDate(day), shortDate(day), monthOf(day), longDate(day.slice(0, 7))]).toEqual([long.format(date), short.format(date), month.format(date), month.format(date)])
    }),
  )
  expect([longDate('soon'), shortDate(''), shortDate('2018-07'), longDate('2018-07')]).toEqual(['soon', '', 'Jul', 'July 2018'])
  expect([dateSpan('2018-10-01', '2018-12-31'), dateSpan('2018-12-01', '2019-02-28')]).toEqual(['October 1 to December 31, 2018', 'December 1, 2018 to February 28, 2019'])
})
