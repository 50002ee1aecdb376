import { Temporal } from 'temporal-polyfill'
import type { Edit } from '../../changes/change.ts'
import { recordIn, type ChangeSet } from '../../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../../changes/folded-record.ts'
import { isDay, type Day } from '../../model/date.ts'
import { hasKind, idOf } from '../../model/ids.ts'

/** The day before which a computer has folded history away, as its record in the plan says it for all to know; null where it has not. */
export function foldedDay(set: ChangeSet, replica: string): Day | null {
  return dayIn(recordIn(set, idOf('replica', replica)))
}

/** The same as a moment, in milliseconds since 1970; 0 where it has not. A day begins here as it does in Greenwich, for all computers alike. */
export function foldedBefore(set: ChangeSet, replica: string): number {
  const day = foldedDay(set, replica)
  return day === null ? 0 : momentOf(day)
}

export function momentOf(day: Day): number {
  return Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds
}

/** Says of a computer that it has folded history away. @param day null where what it took out is back */
export function foldedEdit(replica: string, day: Day | null): Edit {
  return { on: idOf('replica', replica), set: { foldedBefore: day } }
}

/** Whether a record is that of a computer that has. */
export function hasFolded(record: FoldedRecord): boolean {
  return hasKind(record.id, 'replica') && dayIn(record) !== null
}

function dayIn(record: FoldedRecord | undefined): Day | null {
  const day = winnerOf(record, 'foldedBefore')?.value
  return isDay(day) ? day : null
}
