import type { CardMarks } from '../../shared/board/card-marks.ts'
import type { Day } from '../../shared/model/date.ts'
import { boardText } from '../text/board.ts'
import { formatDate } from '../text/dates.ts'

/** For how long a goal has been held up or postponed, or from when on it is; empty where nobody can tell. */
export function heldWords({ heldSince, heldDays, isHeldAhead }: CardMarks, startsOn: Day): string {
  if (isHeldAhead && heldSince !== null) return boardText.heldFrom(formatDate({ date: heldSince, startsOn }))
  return heldDays === null ? '' : boardText.heldDays(heldDays)
}
