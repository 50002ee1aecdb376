import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from '../../../renderer/ui/date-text.ts'

test('[U65] a date is read from several ways of writing it', () => {
  expect(readDate({ text: ' 2018-10-2 ', precision: 'day' })).toBe('2018-10-02')
  expect(readDate({ text: '2018/7/31', precision: 'either' })).toBe('2018-07-31')
  expect(readDate({ text: '2018.7', precision: 'either' })).toBe('2018-07')
  expect(readDate({ text: '2018-07', precision: 'month' })).toBe('2018-07')
})

test('[U65] what is no date of the wanted precision is refused', () => {
  expect(readDate({ text: '2018-07', precision: 'day' })).toBeNull()
  expect(readDate({ text: '2018-07-01', precision: 'month' })).toBeNull()
  for (const text of ['', '2018', '18-07-01', '2018-13', '2018-00', '2018-02-30', '2019-02-29', '1900-02-29', '2018-07-00', '2018-07-01x', 'Oct 2']) expect(readDate({ text, precision: 'either' })).toBeNull()
  expect(readDate({ text: '2020-02-29', precision: 'day' })).toBe('2020-02-29')
  expect(readDate({ text: '2000-02-29', precision: 'day' })).toBe('2000-02-29')
})

test('[U65] the days read are those the calendar has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day))
      const exists = date.getUTCMonth() === month - 1
      expect(readDate({ text: `${year}-${month}-${day}`, precision: 'day' })).toBe(exists ? date.toISOString().slice(0, 10) : null)
    }),
  )
})
