import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellAfterKey } from '../../../../renderer/features/insights/chart-cells.ts'
import { changedDays } from '../../../../renderer/features/insights/changed-days.ts'
import { spreadLabels } from '../../../../renderer/features/insights/spread-labels.ts'
import { largestBlock } from '../../../../renderer/features/insights/status-layers.ts'
import { monthMarks } from '../../../../renderer/features/insights/time-marks.ts'

test('[I10] the table has the first day, the last, and those on which a number is another than the day before', () => {
  expect(changedDays([[1, 0], [1, 0], [1, 1], [1, 1], [1, 1]])).toEqual([0, 2, 4])
  expect(changedDays([[1]])).toEqual([0])
  expect(changedDays([])).toEqual([])
})

test('[I11] labels keep their order and distance, and stay in the drawing where there is room for all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 120 }), { maxLength: 6 }), (anywhere) => {
      const wanted = anywhere.toSorted((a, b) => a - b)
      const places = spreadLabels({ wanted, gap: 15, from: 0, to: 100 })
      expect(places).toHaveLength(wanted.length)
      expect(places.every((place, index) => place >= 0 && place <= 100 && place - (places[index - 1] ?? -15) >= 15)).toBe(true)
    }),
  )
  expect(spreadLabels({ wanted: [10, 50, 90], gap: 15, from: 0, to: 100 })).toEqual([10, 50, 90])
})

test('[I11] a word stands where an area is largest', () => {
  expect(largestBlock([[0, 5], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1]])).toEqual({ first: 1, end: 7, from: 0, to: 1 })
  expect(largestBlock([[2, 2]])).toBeNull()
})

describe('keys', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']

  test('[I12] lead to a value of the chart, whichever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(3), fc.nat(3), (key, columns, rows, column, row) => {
        const next = cellAfterKey({ key, cell: { column: column % columns, row: row % rows }, columns, rows, page: 2 })
        expect(next !== null && next.column >= 0 && next.column < columns && next.row >= 0 && next.row < rows).toBe(true)
      }),
    )
  })

  test('[I12] go along columns, and along rows where there is one column', () => {
    const after = (key: string, columns: number): unknown => cellAfterKey({ key, cell: { column: 0, row: 1 }, columns, rows: 9, page: 3 })
    expect(['End', 'PageDown', 'ArrowDown'].map((key) => after(key, 5))).toEqual([{ column: 4, row: 1 }, { column: 3, row: 1 }, { column: 0, row: 2 }])
    expect(['End', 'PageDown', 'Home'].map((key) => after(key, 1))).toEqual([{ column: 0, row: 8 }, { column: 0, row: 4 }, { column: 0, row: 0 }])
    expect(after('a', 5)).toBeNull()
  })
})

test('[I3] the months along a chart begin where they do, the first with the span', () => {
  expect(monthMarks({ from: '2018-10-01', to: '2018-12-31' })).toEqual([{ month: '2018-10', day: 0 }, { month: '2018-11', day: 31 }, { month: '2018-12', day: 61 }])
  expect(monthMarks({ from: '2018-11-15', to: '2019-02-14' }).map(({ month, day }) => [month, day])).toEqual([['2018-11', 0], ['2018-12', 16], ['2019-01', 47], ['2019-02', 78]])
})
