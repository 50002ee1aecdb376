import { cellsOfField, type FoldedRecord } from '../changes/folded-record.ts'
import { msOf, type Stamp } from '../changes/stamp.ts'
import type { Quarter } from '../model/year.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'

/** When a goal was first planned for a quarter by itself, in milliseconds since 1970; null when it never was. */
export function plannedFor(goal: FoldedRecord, quarter: Quarter): number | null {
  const first = cellsOfField(goal, 'quarter').find(({ value }) => value === quarter)
  return first === undefined ? null : writtenAt(first.at)
}

/** When something was written. What a goals page says was so from the beginning: its stamp tells the copy, not the moment. */
export function writtenAt(stamp: Stamp): number {
  return isPageStamp(stamp) ? 0 : msOf(stamp)
}
