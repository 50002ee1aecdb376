import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { isDay, type Day } from '../model/date.ts'
import type { PlanId } from '../model/ids.ts'
import { yearLabel } from '../model/year.ts'

/** What changes say of a plan, as far as they say it: of a part of a plan that may be nothing. */
export interface StatedPlan {
  readonly title: string
  /** The day on which its year begins; null where nothing says it. */
  readonly startsOn: Day | null
  /** `FY18/19`; nothing where no day is said. */
  readonly year: string
}

/** Title and year of a plan, without all the rest being read. */
export function statedPlan(set: ChangeSet, id: PlanId): StatedPlan {
  const record = recordIn(set, id)
  const [title, day] = [winnerOf(record, 'title')?.value, winnerOf(record, 'startsOn')?.value]
  const startsOn = isDay(day) ? day : null
  return { title: typeof title === 'string' ? title : '', startsOn, year: startsOn === null ? '' : yearLabel(startsOn) }
}
