import type { GoalId, OutcomeId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import { outcomeOfGoal, parentGoalOf, quarterOfGoal } from '../plan/goal-place.ts'
import { missingNoteOf, type NoteDue } from '../plan/notes.ts'
import { isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import { holdsWords, wordsOf } from '../plan/text-match.ts'

/** Which goals the board is about: those of a quarter, of the whole year, or not scheduled yet. */
export type BoardScope = Quarter | 'year' | 'unscheduled'

/** The scope that a text names, as addresses and controls write it: `2`, `year`, `unscheduled`; null for any other. */
export function parseScope(text: string): BoardScope | null {
  if (text === 'year' || text === 'unscheduled') return text
  const quarter = Number(text)
  return isQuarter(quarter) ? quarter : null
}

/** What narrows the board; an empty filter hides nothing. */
export interface BoardFilter {
  readonly outcomes: readonly OutcomeId[]
  readonly teams: readonly string[]
  readonly stretch: boolean
  readonly needsNote: boolean
  readonly text: string
}

export interface BoardQuery {
  readonly scope: BoardScope
  readonly filter: BoardFilter
  /** Show sub-goals as cards of their own. */
  readonly subGoals: boolean
  readonly due: ReadonlyMap<Quarter, NoteDue>
}

export const emptyFilter: BoardFilter = { outcomes: [], teams: [], stretch: false, needsNote: false, text: '' }

export function isFiltering(filter: BoardFilter): boolean {
  return filter.outcomes.length > 0 || filter.teams.length > 0 || filter.stretch || filter.needsNote || filter.text.trim() !== ''
}

/** Where a goal stands on a board: nowhere, hidden by the filter, or in a column. */
export type Placement = { readonly kind: 'elsewhere' } | { readonly kind: 'hidden' } | { readonly kind: 'shown'; readonly status: Status }

/** Places one goal; everything the board shows is made of this. */
export function placeGoal({ view, query, id }: { readonly view: PlanView; readonly query: BoardQuery; readonly id: GoalId }): Placement {
  const goal = recordOf(view, id)
  if (goal === null || !isLive(view, id) || !isInScope({ view, query, id })) return { kind: 'elsewhere' }
  return passesFilter({ view, query, id }) ? { kind: 'shown', status: goal.status } : { kind: 'hidden' }
}

function isInScope({ view, query, id }: { readonly view: PlanView; readonly query: BoardQuery; readonly id: GoalId }): boolean {
  const quarter = quarterOfGoal(view, id)
  const isInQuarter = query.scope === 'year' ? quarter !== null : query.scope === 'unscheduled' ? quarter === null : quarter === query.scope
  if (!isInQuarter || query.subGoals) return isInQuarter
  const parent = parentGoalOf(view, id)
  // a sub-goal planned for another quarter than its parent would otherwise be on no board at all
  return parent === null || quarterOfGoal(view, parent.id) !== quarter
}

function passesFilter({ view, query, id }: { readonly view: PlanView; readonly query: BoardQuery; readonly id: GoalId }): boolean {
  const { outcomes, teams, stretch, needsNote, text } = query.filter
  const goal = recordOf(view, id)
  if (goal === null) return false
  if (stretch && !goal.stretch) return false
  if (teams.length > 0 && !goal.teams.some((team) => teams.includes(team))) return false
  if (outcomes.length > 0 && !outcomes.some((outcome) => outcome === outcomeOfGoal(view, id)?.id)) return false
  if (needsNote && missingNoteOf({ view, goal: id, due: query.due }) === null) return false
  return holdsWords(goal, wordsOf(text))
}
