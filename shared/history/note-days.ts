import { winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import type { Stamp } from '../changes/stamp.ts'
import { isDayOrMonth, isMonth, lastDayOf, type Day, type Month } from '../model/date.ts'
import type { Note } from '../model/note.ts'
import { readAny } from '../plan/read-record.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'

/**
 * The day from which a note is there, as far as its date says; empty for one without a date. Of a month a page
 * says no more than that it was over. What a person typed is there from when it was typed, if its month has begun.
 */
export function noteDay(note: FoldedRecord): Day {
  const cell = winnerOf(note, 'date')
  if (cell === undefined) return ''
  const { date } = readAny(note) as Note // only notes are asked for
  return date === '' ? '' : firstDay({ date, cell })
}

/** The dates a note has had, in their order: when each was written, and the day it says. Of those that pages gave only the last is known. */
export function datesOf(note: FoldedRecord): readonly { readonly at: Stamp; readonly day: Day }[] {
  const winner = winnerOf(note, 'date')
  if (winner === undefined) return []
  const cells = [...note.losers.filter(({ field }) => field === 'date'), winner]
  const lastOfPages = cells.findLast(({ at }) => isPageStamp(at))
  return cells.flatMap((cell) => {
    if (isPageStamp(cell.at) && cell !== lastOfPages) return []
    if (cell === winner) return [{ at: cell.at, day: noteDay(note) }]
    return [{ at: cell.at, day: isDayOrMonth(cell.value) ? firstDay({ date: cell.value, cell }) : '' }]
  })
}

function firstDay({ date, cell }: { readonly date: Day | Month; readonly cell: Cell }): Day {
  if (!isMonth(date)) return date
  return isPageStamp(cell.at) ? lastOfMonth(date) : `${date}-01`
}

// a plan has twelve months and ten thousand notes
const lastDays = new Map<Month, Day>()

function lastOfMonth(month: Month): Day {
  const day = lastDays.get(month) ?? lastDayOf(month)
  lastDays.set(month, day)
  return day
}
