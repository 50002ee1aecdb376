import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { earlierGoals, isCarriedOn, laterGoals, timesCarried } from '../plan/carried.ts'
import { endOfGoal, outcomeOfGoal, outputOfGoal, parentGoalOf, quarterOfGoal } from '../plan/goal-place.ts'
import { missingNoteOf, notesOfGoal, type NoteDue } from '../plan/notes.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { subGoalsDone } from '../plan/rollup.ts'
import { firstWords } from './first-words.ts'

/** What a card shows of a goal. Flat, so that two cards can be compared field by field. */
export interface Card {
  readonly goal: Goal
  readonly outputNumber: string
  readonly outcomeNumber: string
  /** The code of the program, told where goals of several stand together. */
  readonly programCode: string
  /** The title of the goal above, for a sub-goal. */
  readonly parentTitle: string | null
  /** The quarter it is planned for, its own or that of the goal above. */
  readonly quarter: Quarter | null
  /** The last of the quarters it spans; as a rule the same one. */
  readonly until: Quarter | null
  /** How often it was carried over. */
  readonly timesCarried: number
  /** The quarter of the goal that it continues, or where that is of an earlier plan, that by its name: `FY18/19 Q4`. */
  readonly carriedFrom: Quarter | null
  readonly carriedFromYear: string | null
  /** Whether another goal continues it, and the quarter of that one, or where that is of a later plan, that by its name. */
  readonly isCarriedOn: boolean
  readonly carriedTo: Quarter | null
  readonly carriedToYear: string | null
  readonly subGoalsDone: number
  readonly subGoals: number
  /** The last note's date, and its first words; null while there is none. */
  readonly notedOn: string | null
  readonly noted: string | null
  readonly needsNote: boolean
  /** The date of the last note, where it needs one; null when there never was one. */
  readonly needsNoteSince: string | null
  /** The check-in month that goes on and has no note yet; null where more than a month has passed without one. */
  readonly needsNoteIn: string | null
}

/**
 * The card of a goal; null when there is none with this id.
 * @param due when notes are due in each quarter, as `notesDue` says
 */
export function cardOf({ view, id, due }: { readonly view: PlanView; readonly id: GoalId; readonly due: ReadonlyMap<Quarter, NoteDue> }): Card | null {
  const goal = recordOf(view, id)
  if (goal === null) return null
  const last = notesOfGoal(view, id).at(-1)
  const missing = missingNoteOf({ view, goal: id, due })
  const outcome = outcomeOfGoal(view, id)
  const { done, total } = subGoalsDone(view, id)
  const [before] = earlierGoals(view, id)
  const [later] = laterGoals(view, id)
  return {
    goal,
    outputNumber: outputOfGoal(view, id)?.number ?? '',
    outcomeNumber: outcome?.number ?? '',
    programCode: recordOf(view, outcome?.program ?? null)?.code ?? '',
    parentTitle: parentGoalOf(view, id)?.title ?? null,
    quarter: quarterOfGoal(view, id),
    until: endOfGoal(view, id),
    timesCarried: timesCarried(view, id),
    carriedFrom: before === undefined ? null : endOfGoal(view, before.id),
    carriedFromYear: before === undefined ? (goal.carriedThrough.at(-1) ?? null) : null,
    isCarriedOn: isCarriedOn(view, id),
    carriedTo: later === undefined ? null : quarterOfGoal(view, later),
    carriedToYear: later === undefined && goal.carriedInto !== '' ? goal.carriedInto : null,
    subGoalsDone: done,
    subGoals: total,
    notedOn: last?.date ?? null,
    noted: last === undefined ? null : firstWords(last.text),
    needsNote: missing !== null,
    needsNoteSince: missing?.since ?? null,
    needsNoteIn: missing?.month ?? null,
  }
}
