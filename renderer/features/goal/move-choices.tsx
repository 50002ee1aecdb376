import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, CalendarDays, CalendarOff, CalendarRange, CornerDownRight, CornerLeftUp, Layers } from 'lucide-react'
import type { Edit } from '../../../shared/changes/change.ts'
import { columnSteps, type StepName } from '../../../shared/board/column-steps.ts'
import { freeGoal, giveToOutput, nestGoal, spanGoal } from '../../../shared/edits/goal-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import { quarters, type Quarter } from '../../../shared/model/year.ts'
import { findGoals } from '../../../shared/plan/find-goals.ts'
import { outputOfGoal, parentGoalOf, quarterOfGoal, subtreeOf } from '../../../shared/plan/goal-place.ts'
import { allOutputs } from '../../../shared/plan/outline.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { wordsOf } from '../../../shared/plan/text-match.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { moveCard, schedule, setStatus } from '../../state/goal-moves.ts'
import type { Session } from '../../state/session.tsx'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { goalText, moveText } from '../../text/goal.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import type { CommandItem } from '../../ui/command-item.ts'

/** A place to move to. */
export interface MoveChoice extends CommandItem {
  readonly run: () => void
}

export interface Move {
  readonly session: Session
  readonly view: PlanView
  readonly goals: readonly GoalId[]
}

const stepIcons = { top: <ArrowUpToLine />, bottom: <ArrowDownToLine />, up: <ArrowUp />, down: <ArrowDown /> } satisfies Readonly<Record<StepName, unknown>>

/** What is always offered: the seven statuses, the quarters, the steps within the column. */
export function moveChoices(move: Move): readonly MoveChoice[] {
  return [...statusChoices(move), ...quarterChoices(move), ...stepChoices(move), ...freeChoices(move)]
}

/** What is found for the words typed: outputs to belong to, goals to be part of. */
export function foundMoves({ query, ...move }: Move & { readonly query: string }): readonly MoveChoice[] {
  return query.trim() === '' ? [] : [...outputChoices({ query, ...move }), ...goalChoices({ query, ...move })]
}

function statusChoices({ session, view, goals }: Move): readonly MoveChoice[] {
  return statuses.map((status, index) => ({
    id: `status ${status}`,
    label: statusLabel[status],
    group: moveText.status,
    keys: String(index + 1),
    icon: <StatusIcon status={status} className={statusTone(status)} />,
    hint: goals.every((id) => recordOf(view, id)?.status === status) ? moveText.current : undefined,
    run: () => setStatus(session, { goals, status }),
  }))
}

function quarterChoices({ session, view, goals }: Move): readonly MoveChoice[] {
  const startsOn = yearStartOf(view)
  const hintOf = (quarter: number | null): string | undefined => (goals.every((id) => quarterOfGoal(view, id) === quarter) ? moveText.current : undefined)
  return [
    ...quarters.map((quarter) => ({
      id: `quarter ${quarter}`,
      label: `${quarterLabel(quarter)}  ${quarterMonths({ startsOn, quarter })}`,
      group: moveText.quarter,
      icon: <CalendarDays />,
      hint: hintOf(quarter),
      run: () => schedule(session, { goals, quarter }),
    })),
    ...quarters.filter((until) => goals.every((id) => isBefore(recordOf(view, id)?.quarter ?? null, until))).map((until) => ({
      id: `until ${until}`,
      label: moveText.until(quarterLabel(until)),
      group: moveText.quarter,
      icon: <CalendarRange />,
      hint: goals.every((id) => recordOf(view, id)?.until === until) ? moveText.current : undefined,
      run: () => moveAll({ session, goals, action: 'goalSpanned', edits: (now, id) => spanGoal({ view: now, id, until }) }),
    })),
    { id: 'quarter none', label: goalText.notScheduled, group: moveText.quarter, icon: <CalendarOff />, hint: hintOf(null), run: () => schedule(session, { goals, quarter: null }) },
  ]
}

function isBefore(quarter: Quarter | null, until: Quarter): boolean {
  return quarter !== null && quarter < until
}

/** Only for one goal that stands on the board: several have no one place. */
function stepChoices({ session, goals: [id, ...others] }: Move): readonly MoveChoice[] {
  if (id === undefined || others.length > 0) return []
  const { board } = session.board.getState()
  return columnSteps({ board, id }).map(({ name, status, index }) => ({
    id: `step ${name}`,
    label: moveText[name],
    group: moveText.place,
    icon: stepIcons[name],
    run: () => moveCard(session, { id, status, index }),
  }))
}

/** For sub-goals: to stand by themselves. */
function freeChoices({ session, view, goals }: Move): readonly MoveChoice[] {
  const nested = goals.filter((id) => parentGoalOf(view, id) !== null)
  if (nested.length === 0) return []
  const run = (): void => moveAll({ session, goals: nested, edits: (now, id) => freeGoal({ view: now, id }) })
  return [{ id: 'free', label: moveText.ownGoal, group: moveText.under, icon: <CornerLeftUp />, run }]
}

function outputChoices({ session, view, goals, query }: Move & { readonly query: string }): readonly MoveChoice[] {
  const words = wordsOf(query)
  return allOutputs(view)
    .filter(({ number, title }) => words.every((word) => `to output ${number} ${title}`.toLowerCase().includes(word)))
    .slice(0, 10)
    .map((output) => ({
      id: output.id,
      label: moveText.inOutput(output.number, output.title),
      group: moveText.under,
      icon: <Layers />,
      hint: goals.every((id) => outputOfGoal(view, id)?.id === output.id) ? moveText.current : undefined,
      run: () => moveAll({ session, goals, edits: (now, id) => giveToOutput({ view: now, id, output: output.id }) }),
    }))
}

function goalChoices({ session, view, goals, query }: Move & { readonly query: string }): readonly MoveChoice[] {
  const below = new Set(goals.flatMap((id) => [...subtreeOf(view, id)]))
  // the words as they stand in the list: "under deploy"
  const title = query.replace(/^\s*under\s+/i, '')
  return findGoals({ view, query: title, near: null, limit: 20, accepts: (id) => !below.has(id) }).map((goal) => ({
    id: goal.id,
    label: moveText.underGoal(goal.title),
    group: moveText.under,
    icon: <CornerDownRight />,
    hint: outputOfGoal(view, goal.id)?.number,
    run: () => moveAll({ session, goals, edits: (now, id) => nestGoal({ view: now, id, parent: goal.id }) }),
  }))
}

interface MoveAll {
  readonly session: Session
  readonly goals: readonly GoalId[]
  readonly action?: string
  /** What moves one; null where it can't go there. */
  readonly edits: (view: PlanView, id: GoalId) => readonly Edit[] | null
}

/** As one action, however many they are. */
function moveAll({ session: { plan }, goals, action = 'goalMoved', edits }: MoveAll): void {
  const { view, act } = plan.getState()
  const [first] = goals
  const subject = goals.length === 1 && first !== undefined ? (recordOf(view, first)?.title ?? '') : String(goals.length)
  act({ action, subject }, goals.flatMap((id) => edits(view, id) ?? []))
}
