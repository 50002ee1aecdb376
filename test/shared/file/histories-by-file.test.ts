import { describe, expect, test } from 'vitest'
import { byFile } from '../changes/history/file-parcel.ts'
import { fuzz, fuzzPlan, neverDone } from '../changes/history/fuzz.ts'
import type { Tally } from '../changes/history/tally.ts'

const { runs, seed } = fuzzPlan(3_000)
let tally: Tally | undefined
const played = (): Tally => (tally ??= fuzz({ title: 'by file', runs, seed, pack: byFile }))
/** At least so many times, counted per thousand histories; in a few that somebody looks at again nothing is asked. */
const often = (perThousand: number): number => (runs < 1_000 ? -1 : (perThousand * runs) / 1_000)

// All are laws of the same histories, each judged within them; the counts show that it was put to the test.
describe('histories of up to 120 steps on up to five computers, exchanged as the bytes of plan files', { timeout: 600_000 }, () => {
  test('[C92] in the end all exports are the same, byte for byte, but for who wrote them and when: the fold of every change ever made', () => {
    expect(neverDone(played(), 3_000)).toEqual([])
    expect(played().longHistories).toBeGreaterThan(often(100))
  })

  test('[C93] no acknowledged write is missing: it counts, was overwritten by who knew it, or lost in a conflict of which there is a record', () => {
    expect(played().overwrittenKnowingly).toBeGreaterThan(often(5_000))
    expect(played().lostInConflict).toBeGreaterThan(often(2_000))
  })

  test('[C97] a merge taken back leaves all changes but those of its file, unless another file brought them, and the conflicts there are without it', () => {
    expect(played().withdrawn).toBeGreaterThan(often(100))
    expect(played().reverted).toBeGreaterThan(often(50))
    expect(played().mergedAgain).toBeGreaterThan(often(20))
  })

  test('[C98] every conflict has one record on every computer, and there are no others', () => {
    expect(played().conflictRecords).toBeGreaterThan(often(5_000))
    expect(played().foundTwice).toBeGreaterThan(often(500))
  })

  test('[C94] undo and redo replace only what their own computer wrote or took in, and delete no record that another has worked on', () => {
    expect(played().undone + played().redone).toBeGreaterThan(often(3_000))
  })

  test('[C95] whatever parents came together, the plan is a forest, of each circle the link set last is cut, and a view kept up step by step is the view made at once', () => {
    expect(played().circles).toBeGreaterThan(often(100))
    expect(played().viewsWatched).toBeGreaterThan(often(50))
  })

  test('[C96] all of it holds with clocks that are hours apart, jump by hours, days and a year, and stand still', () => {
    const { clocksOffByHours, clocksMovedByHours, clocksMovedByDays, clocksAheadByAYear, clocksStopped, writtenOverTheFuture } = played()
    for (const times of [clocksOffByHours, clocksMovedByHours, clocksMovedByDays, clocksAheadByAYear, clocksStopped, writtenOverTheFuture]) expect(times).toBeGreaterThan(often(200))
  })
})
