import type { CardMarks } from '../../shared/board/card-marks.ts'
import type { Card } from '../../shared/board/card.ts'
import type { Day } from '../../shared/model/date.ts'
import { boardText } from '../text/board.ts'
import { formatMonthOf, quarterLabel } from '../text/dates.ts'
import { carriedOnWords, carriedWords } from '../text/turn.ts'

/** Where a goal came from, and where it went on: `carried from Q2`, `carried to Q4`. */
export function wayWords({ timesCarried, carriedFrom, carriedFromYear, isCarriedOn, carriedTo, carriedToYear }: Card): readonly string[] {
  const from = carriedFrom === null ? (carriedFromYear ?? '') : quarterLabel(carriedFrom)
  return [...(timesCarried > 0 ? [carriedWords(from, timesCarried)] : []), ...(isCarriedOn ? [carriedOnWords(carriedTo === null ? (carriedToYear ?? '') : quarterLabel(carriedTo))] : [])]
}

/** What became of a goal since its quarter began, and on which day: `added in July`; null where nothing did. */
export function sinceStartWords({ addedOn, rewordedOn }: CardMarks, startsOn: Day): { readonly on: Day; readonly words: string } | null {
  if (addedOn !== null) return { on: addedOn, words: boardText.added(formatMonthOf({ date: addedOn, startsOn })) }
  return rewordedOn === null ? null : { on: rewordedOn, words: boardText.reworded(formatMonthOf({ date: rewordedOn, startsOn })) }
}
