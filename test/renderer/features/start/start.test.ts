import { expect, test } from 'vitest'
import { quarterAt } from '../../../../shared/model/year.ts'
import { isPageLike } from '../../../../renderer/features/start/page-like.ts'
import { likelyYearStart, usualStartOf, yearStartFor } from '../../../../renderer/features/start/year-start.ts'
import { openedText } from '../../../../renderer/text/start.ts'

test('[U90] the year offered for a new plan contains today, whatever day it begins on', () => {
  for (const today of ['2018-12-06', '2019-01-01', '2019-06-30', '2019-07-01', '2020-02-29', '2019-12-31']) {
    for (const monthDay of ['01-01', '02-29', '04-01', '07-01', '08-31', '10-01', '12-31']) {
      const startsOn = yearStartFor({ today, monthDay })
      expect([today, monthDay, quarterAt({ startsOn, day: today })]).not.toEqual([today, monthDay, null])
    }
  }
})

test('[U90] it begins in July, or as the plan opened last does', () => {
  expect(likelyYearStart({ today: '2018-12-06', last: null })).toBe('2018-07-01')
  expect(likelyYearStart({ today: '2019-03-06', last: null })).toBe('2018-07-01')
  expect(likelyYearStart({ today: '2019-03-06', last: '2016-10-01' })).toBe('2018-10-01')
})

test('[U90] a year from the last day of February begins on the 28th where there is no 29th', () => {
  expect(yearStartFor({ today: '2019-03-01', monthDay: '02-29' })).toBe('2019-02-28')
  expect(yearStartFor({ today: '2020-03-01', monthDay: '02-29' })).toBe('2020-02-29')
})

test('[U90] the usual first days are known again, and any other is another day', () => {
  expect(usualStartOf('2018-07-01')).toBe('07-01')
  expect(usualStartOf('2018-07-02')).toBeNull()
})

test('[U92] a long text or one of many lines is taken for a page, a word or an address is not', () => {
  expect(isPageLike('word '.repeat(60))).toBe(true)
  expect(isPageLike('Outcome 1\n\nOutput 1.1\n\nGoal\n\nx\n\nStatus\n\ny')).toBe(true)
  expect(isPageLike('https://example.org/wiki/Goals')).toBe(false)
  expect(isPageLike('\n\n\n\n\n\n\n')).toBe(false)
})

test('[U95] when a plan was opened is said as people say it', () => {
  const at = (text: string): string => openedText({ openedAt: new Date(text).getTime(), today: '2018-12-06' })
  expect(at('2018-12-06T00:10:00')).toBe('today')
  expect(at('2018-12-05T23:50:00')).toBe('yesterday')
  expect(at('2018-11-07T12:00:00')).toBe('Nov 7')
  expect(at('2017-11-07T12:00:00')).toBe('Nov 7, 2017')
  expect(openedText({ openedAt: Number.NaN, today: '2018-12-06' })).toBe('')
})
