import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../../../shared/model/date.ts'
import { isQuarter, isYearStart, quarterAt, quarters, quartersOf, spanOf, yearLabel } from '../../../shared/model/year.ts'
import { anyDay, dayAfter } from './calendar-oracle.ts'

const boundaries = (startsOn: string): readonly (readonly [string, string])[] => quartersOf(startsOn).map(({ from, to }) => [from, to])

describe('year', () => {
  test('[M11] a fiscal year from 1 July has the quarters of the TEC3 plan', () => {
    expect(boundaries('2018-07-01')).toEqual([
      ['2018-07-01', '2018-09-30'],
      ['2018-10-01', '2018-12-31'],
      ['2019-01-01', '2019-03-31'],
      ['2019-04-01', '2019-06-30'],
    ])
  })

  test('[M11] a fiscal year from 1 January is the calendar year', () => {
    expect(boundaries('2020-01-01')).toEqual([
      ['2020-01-01', '2020-03-31'],
      ['2020-04-01', '2020-06-30'],
      ['2020-07-01', '2020-09-30'],
      ['2020-10-01', '2020-12-31'],
    ])
  })

  test('[M12] quarters of a year from 31 August are counted from that day and do not drift', () => {
    expect(boundaries('2018-08-31')).toEqual([
      ['2018-08-31', '2018-11-29'],
      ['2018-11-30', '2019-02-27'],
      ['2019-02-28', '2019-05-30'],
      ['2019-05-31', '2019-08-30'],
    ])
  })

  test('[M12] a year from 29 February ends on the day before 28 February', () => {
    expect(boundaries('2020-02-29')).toEqual([
      ['2020-02-29', '2020-05-28'],
      ['2020-05-29', '2020-08-28'],
      ['2020-08-29', '2020-11-28'],
      ['2020-11-29', '2021-02-27'],
    ])
  })

  test('[M11] the quarters cover the year from any first day, each day exactly once', () => {
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const spans = quartersOf(startsOn)
        expect(spans.map((span) => span.quarter)).toEqual([1, 2, 3, 4])
        expect(spans[0]?.from).toBe(startsOn)
        spans.slice(1).forEach((span, index) => expect(span.from).toBe(dayAfter(spans[index]?.to ?? '')))
        expect(dayAfter(spans[3]?.to ?? '')).toBe(addMonths({ day: startsOn, months: 12 }))
        for (const { from, to } of spans) expect(from < to).toBe(true)
      }),
    )
  })

  test('[M13] each quarter has three months, and the year twelve that follow each other', () => {
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const months = quartersOf(startsOn).flatMap((span) => span.months)
        const first = Number(startsOn.slice(0, 4)) * 12 + Number(startsOn.slice(5, 7)) - 1
        expect(months.map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        for (const { from, months: own } of quartersOf(startsOn)) expect(own[0]).toBe(from.slice(0, 7))
      }),
    )
  })

  test('[M13] the months of one quarter are those its notes are due in', () => {
    expect(spanOf({ startsOn: '2018-07-01', quarter: 2 }).months).toEqual(['2018-10', '2018-11', '2018-12'])
    expect(spanOf({ startsOn: '2018-08-31', quarter: 2 }).months).toEqual(['2018-11', '2018-12', '2019-01'])
  })

  test('[M13] one quarter is the same asked for alone or with the others, whichever plan was asked about before', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...quarters), (startsOn, other, quarter) => {
        const span = spanOf({ startsOn, quarter })
        quartersOf(other)
        expect(quartersOf(startsOn)[quarter - 1]).toEqual(span)
      }),
    )
  })

  test('[M14] a day falls in the one quarter that spans it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3 }), (startsOn, index) => {
        const span = quartersOf(startsOn)[index]
        expect(quarterAt({ startsOn, day: span?.from ?? '' })).toBe(index + 1)
        expect(quarterAt({ startsOn, day: span?.to ?? '' })).toBe(index + 1)
      }),
    )
  })

  test('[M14] a day outside the fiscal year is in no quarter', () => {
    expect(quarterAt({ startsOn: '2018-07-01', day: '2018-06-30' })).toBeNull()
    expect(quarterAt({ startsOn: '2018-07-01', day: '2019-07-01' })).toBeNull()
    expect(quarterAt({ startsOn: '2018-07-01', day: '2019-06-30' })).toBe(4)
  })

  test.each([
    ['2018-07-01', 'FY18/19'],
    ['1999-07-01', 'FY99/00'],
    ['2008-10-01', 'FY08/09'],
    ['2018-01-02', 'FY18/19'],
    ['2020-02-29', 'FY20/21'],
    ['2019-01-01', '2019'],
  ])('[M15] the year from %s is called %s', (startsOn, label) => {
    expect(yearLabel(startsOn)).toBe(label)
  })

  test('[M16] a quarter is one of the numbers 1 to 4', () => {
    expect(quarters.every(isQuarter)).toBe(true)
    for (const value of [0, 5, 1.5, '1', null, undefined, Number.NaN, [1]]) expect(isQuarter(value)).toBe(false)
  })

  test('[M17] a fiscal year may begin on any day whose year ends within four-digit years', () => {
    expect(['2018-07-01', '2020-02-29', '0001-01-01', '9998-12-31', '9999-01-01'].map(isYearStart)).toEqual([true, true, true, true, true])
    expect(['9999-01-02', '9999-12-31', '2018-07', '2019-02-29', null].map(isYearStart)).toEqual([false, false, false, false, false])
  })
})
