import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCell, cellsOf, createRecord, winnerOf, type Cell, type FoldedRecord } from '../../../shared/changes/folded-record.ts'
import { anyStamp, anyValue, stampAt, tinyFields } from './tiny-domain.ts'

const anyCell: fc.Arbitrary<Cell> = fc.record({ field: fc.constantFrom(...tinyFields), at: anyStamp, value: anyValue })

function fold(cells: readonly Cell[]): FoldedRecord {
  return cells.reduce(addCell, createRecord('goal:a', []))
}

describe('folded record', () => {
  test('[C22] the latest cell of a field counts, and what it replaced stays as history', () => {
    const record = fold([1, 3, 2].map((ms) => ({ field: 'status', at: stampAt(ms), value: ms })))
    expect(winnerOf(record, 'status')?.value).toBe(3)
    expect(record.losers.map((cell) => cell.value)).toEqual([1, 2])
  })

  test('[C23] two values under one stamp are both kept, and the greater canonical JSON counts, whichever came first', () => {
    const cells = ['9', '10', 2].map((value) => ({ field: 'status', at: stampAt(1), value }))
    for (const order of [cells, cells.toReversed()]) {
      const record = fold(order)
      expect(winnerOf(record, 'status')?.value).toBe(2)
      expect(record.losers.map((cell) => cell.value)).toEqual(['10', '9'])
    }
  })

  test('[C24] a cell that is there already gives the very same record, whether it counts or is history', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1 }), (cells) => {
        const record = fold(cells)
        for (const cell of cells) expect(addCell(record, cell)).toBe(record)
      }),
    )
  })

  test('[C22] every cell is kept once, sorted by field and time, and no history is later than what counts', () => {
    fc.assert(
      fc.property(fc.array(anyCell), (cells) => {
        const record = fold(cells)
        expect(record.winners.map((cell) => cell.field)).toEqual([...new Set(cells.map((cell) => cell.field))].toSorted())
        const rank = record.losers.map((cell) => `${cell.field} ${cell.at}`)
        expect(rank).toEqual(rank.toSorted())
        for (const loser of record.losers) expect(loser.at <= (winnerOf(record, loser.field)?.at ?? '')).toBe(true)
        expect([...cellsOf(record)]).toHaveLength(record.winners.length + record.losers.length)
      }),
    )
  })

  test('[C22] adding a cell leaves the record it was added to as it was', () => {
    const record = fold([{ field: 'status', at: stampAt(1), value: 1 }])
    const before = structuredClone(record)
    addCell(record, { field: 'status', at: stampAt(2), value: 2 })
    expect(record).toEqual(before)
  })

  test('[C22] a field that was never set has no cell that counts', () => {
    expect(winnerOf(fold([{ field: 'status', at: stampAt(1), value: 1 }]), 'stat')).toBeUndefined()
    expect(winnerOf(fold([{ field: 'status', at: stampAt(1), value: 1 }]), 'title')).toBeUndefined()
    expect(winnerOf(undefined, 'status')).toBeUndefined()
  })
})
