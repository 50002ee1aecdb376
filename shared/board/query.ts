import type { GoalId, OutcomeId, ProgramId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import { isInQuarter, outcomeOfGoal, ownerOf, parentGoalOf, quarterOfGoal } from '../plan/goal-place.ts'
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
  readonly programs: readonly ProgramId[]
  readonly outcomes: readonly OutcomeId[]
  /** The empty name stands for no team; likewise of owners. */
  readonly teams: readonly string[]
  readonly owners: readonly string[]
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

export const emptyFilter: BoardFilter = { programs: [], outcomes: [], teams: [], owners: [], stretch: false, needsNote: false, text: '' }

export function isFiltering(filter: BoardFilter): boolean {
  const lists = [filter.programs, filter.outcomes, filter.teams, filter.owners]
  return lists.some((list) => list.length > 0) || filter.stretch || filter.needsNote || filter.text.trim() !== ''
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
  const { scope } = query
  const isIn = isInScopeOf(view, { id, scope })
  if (!isIn || query.subGoals) return isIn
  const parent = parentGoalOf(view, id)
  if (parent === null) return true
  // a sub-goal planned for another quarter than its parent would otherwise be on no board at all
  return isQuarter(scope) ? !isInQuarter(view, { id: parent.id, quarter: scope }) : quarterOfGoal(view, parent.id) !== quarterOfGoal(view, id)
}

/** Whether a goal is planned for what a board is about, sub-goals among the others. */
export function isInScopeOf(view: PlanView, { id, scope }: { readonly id: GoalId; readonly scope: BoardScope }): boolean {
  if (isQuarter(scope)) return isInQuarter(view, { id, quarter: scope })
  return (quarterOfGoal(view, id) === null) === (scope === 'unscheduled')
}

/** Whether a goal is one that the filter leaves; the report is narrowed by the same words as the board. */
export function passesFilter({ view, query, id }: { readonly view: PlanView; readonly query: Pick<BoardQuery, 'filter' | 'due'>; readonly id: GoalId }): boolean {
  const { programs, outcomes, teams, owners, stretch, needsNote, text } = query.filter
  const goal = recordOf(view, id)
  if (goal === null) return false
  if (stretch && !goal.stretch) return false
  if (teams.length > 0 && !(goal.teams.length === 0 ? [''] : goal.teams).some((team) => teams.includes(team))) return false
  if (owners.length > 0 && !owners.includes(ownerOf(view, id))) return false
  if (programs.length > 0 && !programs.some((program) => program === outcomeOfGoal(view, id)?.program)) return false
  if (outcomes.length > 0 && !outcomes.some((outcome) => outcome === outcomeOfGoal(view, id)?.id)) return false
  if (needsNote && missingNoteOf({ view, goal: id, due: query.due }) === null) return false
  return holdsWords(goal, wordsOf(text))
}
