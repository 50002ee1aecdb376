import { recordIn } from '../../shared/changes/fold.ts'
import { parseGoalStates } from '../../shared/model/goal-state.ts'
import { hasKind, isRecordId, type RecordId } from '../../shared/model/ids.ts'
import { recordName } from '../../shared/plan/record-name.ts'
import { placeOf } from '../../shared/plan/record-places.ts'
import { recordOf, yearStartOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { formatDate } from '../text/dates.ts'
import { exchangeText } from '../text/exchange.ts'
import { recordText } from '../text/records.ts'

/** A record as a list names it. */
export interface RecordWords {
  /** The output's number, or a programme's code. */
  readonly number: string
  readonly title: string
  /** What kind of thing it is, where the title is another's: `note, Dec 6`. */
  readonly hint: string
}

export function recordWords(view: PlanView, id: RecordId): RecordWords {
  const { goal, output } = placeOf(view, id)
  const number = recordOf(view, output)?.number ?? ''
  if (hasKind(id, 'note')) return { number, title: titled(goal === null ? recordOf(view, output)?.title : recordOf(view, goal)?.title), hint: noteWords(view, id) }
  const name = recordName(view, id)
  // a goal is told by the number of its output
  return name === null ? { number: '', title: id, hint: '' } : { number: hasKind(id, 'goal') ? number : name.number, title: titled(name.title), hint: '' }
}

/** The title of what an id stands for, as a value of a field, with the status that a note states of it; what is no id of a record here stands for itself. */
export function titleOf(view: PlanView, id: string): string {
  const [state] = parseGoalStates([id])
  if (state !== undefined) return recordText.stated(titleOf(view, state.goal), statusLabel[state.status])
  if (!isRecordId(id) || recordIn(view.set, id) === undefined || hasKind(id, 'note')) return id
  const { number, title } = recordWords(view, id)
  return number === '' ? title : `${number} ${title}`
}

function noteWords(view: PlanView, id: `note:${string}`): string {
  const date = recordOf(view, id)?.date ?? ''
  return exchangeText.noteOf(date === '' ? '' : formatDate({ date, startsOn: yearStartOf(view) }))
}

function titled(title: string | undefined): string {
  return title === undefined || title.trim() === '' ? exchangeText.untitled : title
}
