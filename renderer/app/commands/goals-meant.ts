import { positionOf } from '../../../shared/board/card-position.ts'
import { hasKind, isRecordId, type GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { TreeKey } from '../../../shared/plan/tree/tree-nodes.ts'
import { actedOn } from '../../state/goal-moves.ts'
import type { Session } from '../../state/session.tsx'
import type { Screen } from '../../state/ui-store.ts'
import { isLookingBack } from './looking-back.ts'

/** Screens on which no card is in sight that could be meant. */
const screensWithoutCards: readonly Screen[] = [
  'backups',
  'checkin',
  'exchange',
  'insights',
  'turn',
]

/** Within the panel it is the panel's goal; elsewhere those selected, or the one in focus. None where the plan is only looked at. */
export function goalsMeant(session: Session): readonly GoalId[] {
  if (isLookingBack(session)) return []
  const inPanel = goalInPanel(session)
  if (inPanel !== null) return [inPanel]
  const { screen } = session.ui.getState()
  // among teams a goal stands in several lists: it is the one whose row has the focus
  if (screen === 'teams') return goalInFocus()
  // in the tree its row may be folded away, or not found
  if (screen === 'plan') return actedOn(session).filter((id) => document.querySelector(`[role="treegrid"] [data-goal="${id}"]`) !== null)
  return screensWithoutCards.includes(screen) ? [] : actedOn(session)
}

/** The goal of the panel, where that has the focus. */
export function goalInPanel({ ui }: Session): GoalId | null {
  return document.activeElement?.matches('aside, aside *') === true ? ui.getState().goal : null
}

/** The card that is selected, or stepped over the board; none where no board is in sight. */
export function cardMeant(session: Session): GoalId | null {
  if (!['board', 'plan'].includes(session.ui.getState().screen) || goalsMeant(session).length === 0) return null
  const { board, focused } = session.board.getState()
  const goal = goalInPanel(session)
  return goal === null ? focused : positionOf(board, goal) === null ? null : goal
}

function goalInFocus(): readonly GoalId[] {
  const id = document.activeElement?.closest('[data-goal]')?.getAttribute('data-goal') ?? null
  return isRecordId(id) && hasKind(id, 'goal') ? [id] : []
}

/** The team that what has the focus is asked of, and the goal that asks. */
export function askInFocus(session: Session): { readonly goal: GoalId; readonly team: string } | null {
  const team = document.activeElement?.closest('[data-ask]')?.getAttribute('data-ask') ?? null
  const [goal] = session.ui.getState().screen === 'teams' ? goalInFocus() : []
  return team === null || goal === undefined ? null : { goal, team }
}

/** In the tree the program, outcome or output whose row has the focus: its title is changed like a goal's. */
export function rowInFocus(session: Session): TreeKey | null {
  if (isLookingBack(session)) return null
  const key = document.activeElement?.closest('[role="treegrid"] [data-row]')?.getAttribute('data-row') ?? null
  return isRecordId(key) && !hasKind(key, 'goal') ? key : null
}

/** The column of the card that has the focus; else the first. */
export function columnInFocus({ board }: Session): Status {
  const { focused, board: shown } = board.getState()
  const position = focused === null ? null : positionOf(shown, focused)
  return position?.status ?? 'todo'
}
