import { neighbourOf, positionOf } from '../../shared/board/card-position.ts'
import { addGoal, moveOnBoard, scheduleGoal } from '../../shared/edits/goal-edits.ts'
import { deleteRecord, editFields } from '../../shared/edits/edit-fields.ts'
import type { Edit } from '../../shared/changes/change.ts'
import type { GoalId, OutputId } from '../../shared/model/ids.ts'
import { asksForReason, statuses, type Status } from '../../shared/model/status.ts'
import { memberField } from '../../shared/model/record-spec.ts'
import { quarterAt, type Quarter } from '../../shared/model/year.ts'
import { recordOf, yearStartOf } from '../../shared/plan/plan-view.ts'
import { goalsBelow } from './goals-below.ts'
import type { Session } from './session.tsx'

/** The goals that a command acts on: those selected, else the one whose panel or card has the focus. */
export function actedOn({ board, ui }: Session): readonly GoalId[] {
  const { selected, focused } = board.getState()
  if (selected.size > 0) return [...selected]
  const one = focused ?? ui.getState().goal
  return one === null ? [] : [one]
}

/** Puts a card at a place of a column, as a drag or an arrow key does, and asks why where the status wants a reason. */
export function moveCard(session: Session, { id, status, index }: { readonly id: GoalId; readonly status: Status; readonly index: number }): void {
  const { view } = session.plan.getState()
  const goal = recordOf(view, id)
  if (goal === null) return
  const edits = moveOnBoard({ view, id, status, column: session.board.getState().board.columns[status], index })
  const isReorder = goal.status === status
  session.plan.getState().act({ action: isReorder ? 'goalReordered' : 'goalMoved', subject: goal.title, detail: status }, edits)
  session.board.getState().sendFocus(id)
  if (!isReorder) askWhy(session, { goals: [id], status })
}

/** Gives goals a status; each keeps its order key, and stands in that column where the key puts it. */
export function setStatus(session: Session, { goals, status }: { readonly goals: readonly GoalId[]; readonly status: Status }): void {
  const { view } = session.plan.getState()
  const edits = goals.flatMap((on) => editFields({ view, on, set: { status } }))
  if (edits.length === 0) return
  session.plan.getState().act({ action: 'goalMoved', subject: subjectOf(session, goals), detail: status }, edits)
  refocus(session, goals)
  askWhy(session, { goals, status })
}

/** Gives goals up, and asks why; the next status that one gets takes it up again. */
export function dropGoals(session: Session, goals: readonly GoalId[]): void {
  const { view } = session.plan.getState()
  // both are written, whatever stood there: a mark from before the status was set says nothing
  const edits = goals.filter((on) => recordOf(view, on) !== null).map((on): Edit => ({ on, set: { status: 'postponed', dropped: true } }))
  session.plan.getState().act({ action: 'goalDropped', subject: subjectOf(session, goals) }, edits)
  refocus(session, goals)
  askWhy(session, { goals, status: 'postponed' })
}

/** Plans goals for a quarter, or for none. */
export function schedule(session: Session, { goals, quarter }: { readonly goals: readonly GoalId[]; readonly quarter: Quarter | null }): void {
  const { view } = session.plan.getState()
  const edits = goals.flatMap((id) => scheduleGoal({ view, id, quarter }))
  const before = session.board.getState().board
  const next = goals[0] === undefined ? null : neighbourOf(before, goals[0])
  session.plan.getState().act({ action: 'goalScheduled', subject: subjectOf(session, goals), detail: quarter === null ? 'none' : `${quarter}` }, edits)
  const isGone = goals.every((id) => positionOf(session.board.getState().board, id) === null)
  if (isGone && next !== null) session.board.getState().sendFocus(next)
  else refocus(session, goals)
  session.board.getState().clearSelected()
}

/** One step up or down within the column, or to the column beside. */
export function stepCard(session: Session, { id, by }: { readonly id: GoalId; readonly by: 'up' | 'down' | 'left' | 'right' }): void {
  const { board } = session.board.getState()
  const position = positionOf(board, id)
  if (position === null) return
  const status = statuses[position.column + (by === 'left' ? -1 : by === 'right' ? 1 : 0)]
  if (status === undefined) return
  const column = board.columns[status]
  if (by === 'left' || by === 'right') return moveCard(session, { id, status, index: Math.min(position.row, column.length) })
  const index = position.row + (by === 'up' ? -1 : 1)
  if (index >= 0 && index < column.length) moveCard(session, { id, status, index })
}

/** Deletes goals; the focus goes to the card that takes the first one's place. */
export function deleteGoals(session: Session, goals: readonly GoalId[]): void {
  const first = goals[0]
  if (first === undefined) return
  const next = neighbourOf(session.board.getState().board, first)
  const edits: readonly Edit[] = goals.flatMap((id) => deleteRecord(id))
  const detail = goalsBelow(session.plan.getState().view, goals)
  session.plan.getState().act({ action: 'goalDeleted', subject: subjectOf(session, goals), detail }, edits)
  session.board.getState().clearSelected()
  const open = session.ui.getState().goal
  if (open !== null && goals.includes(open)) session.ui.getState().openGoal(null)
  if (next !== null && !goals.includes(next)) session.board.getState().sendFocus(next)
}

/**
 * A new goal at the end of a column of the board as it is shown: in its quarter, and with the team and the mark
 * that the board is narrowed to. A filter that would still hide it gives way: what one has just written is there.
 */
export function createGoal(session: Session, { title, status, output }: { readonly title: string; readonly status: Status; readonly output: OutputId | null }): GoalId {
  const { view } = session.plan.getState()
  const { board, query, clearFilter, focusTaken } = session.board.getState()
  const id = session.makeId('goal')
  const { teams, stretch } = query.filter
  const marks = { ...(teams[0] === undefined ? {} : { [memberField('teams', teams[0])]: true }), ...(stretch ? { stretch } : {}) }
  const edits = addGoal({ view, id, title, output, quarter: quarterToPlanFor(session), status, after: board.columns[status] })
  session.plan.getState().act({ action: 'goalAdded', subject: title }, edits.map((edit) => (edit.on === id ? { ...edit, set: { ...edit.set, ...marks } } : edit)))
  if (positionOf(session.board.getState().board, id) === null) clearFilter()
  // the focus stays where the next goal is written; it goes to this card when that is done
  focusTaken(id)
  return id
}

/** The quarter shown; of the whole year the one that today is in, or the first. */
function quarterToPlanFor({ plan, board, today }: Session): Quarter | null {
  const { scope } = board.getState().query
  if (scope !== 'year') return scope === 'unscheduled' ? null : scope
  return quarterAt({ startsOn: yearStartOf(plan.getState().view), day: today() }) ?? 1
}

function askWhy(session: Session, { goals, status }: { readonly goals: readonly GoalId[]; readonly status: Status }): void {
  if (asksForReason(status)) session.ui.getState().open({ kind: 'reason', goals, status })
}

function refocus(session: Session, goals: readonly GoalId[]): void {
  const { focused, board, sendFocus } = session.board.getState()
  if (focused !== null && goals.includes(focused) && positionOf(board, focused) !== null) sendFocus(focused)
}

function subjectOf({ plan }: Session, goals: readonly GoalId[]): string {
  const [first] = goals
  if (goals.length !== 1 || first === undefined) return String(goals.length)
  return recordOf(plan.getState().view, first)?.title ?? ''
}
