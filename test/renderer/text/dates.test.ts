import { expect, test } from 'vitest'
import { formatDate, formatFullDate, formatLongDate, formatMoment, quarterMonths } from '../../../renderer/text/dates.ts'

const startsOn = '2018-07-01'

test('[U24] a day in the fiscal year is said without the year', () => {
  expect(formatDate({ date: '2018-10-02', startsOn })).toBe('Oct 2')
  expect(formatDate({ date: '2018-07-01', startsOn })).toBe('Jul 1')
  expect(formatDate({ date: '2019-06-30', startsOn })).toBe('Jun 30')
})

test('[U24] a day outside the fiscal year is said with it', () => {
  expect(formatDate({ date: '2018-06-30', startsOn })).toBe('Jun 30, 2018')
  expect(formatDate({ date: '2019-07-01', startsOn })).toBe('Jul 1, 2019')
  expect(formatFullDate('2018-10-02')).toBe('Oct 2, 2018')
})

test('[U24] a month is said with its year', () => {
  expect(formatDate({ date: '2018-07', startsOn })).toBe('Jul 2018')
  expect(formatLongDate('2018-07')).toBe('July 2018')
  expect(formatLongDate('2018-10-02')).toBe('Tuesday, October 2, 2018')
})

test('[U24] what is no date is shown as it stands, and never throws', () => {
  for (const date of ['', 'soon', '2018-02-31', '2018-13', '9999-99-99']) {
    expect(formatDate({ date, startsOn })).toBe(date)
    expect(formatLongDate(date)).toBe(date)
  }
  expect(formatMoment(Number.NaN)).toBe('')
  expect(formatMoment(36 ** 10)).toMatch(/\d|^$/)
  expect(formatMoment(Date.UTC(2018, 11, 6, 12))).toMatch(/^Dec \d, 2018, \d\d:\d\d$/)
})

test('[U24] the months of a quarter have the year once, or twice where it turns', () => {
  expect(quarterMonths({ startsOn, quarter: 2 })).toBe('Oct–Dec 2018')
  expect(quarterMonths({ startsOn: '2018-12-01', quarter: 1 })).toBe('Dec 2018–Feb 2019')
})

test('[U24] a quarter that begins within a month is told by its days', () => {
  expect(quarterMonths({ startsOn: '2019-08-31', quarter: 1 })).toBe('Aug 31–Nov 29, 2019')
  expect(quarterMonths({ startsOn: '2019-08-31', quarter: 2 })).toBe('Nov 30, 2019–Feb 28, 2020')
})
