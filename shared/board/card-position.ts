import type { GoalId } from '../model/ids.ts'
import { statuses, type Status } from '../model/status.ts'
import type { Board } from './board.ts'

/** Where a card stands on the board, both counted from 0. */
export interface CardPosition {
  readonly status: Status
  readonly column: number
  readonly row: number
}

/** Null for a goal that the board doesn't show. */
export function positionOf(board: Board, id: GoalId): CardPosition | null {
  for (const [column, status] of statuses.entries()) {
    const row = board.columns[status].indexOf(id)
    if (row >= 0) return { status, column, row }
  }
  return null
}

/** The card at the top left; null when the board is empty. */
export function firstCard(board: Board): GoalId | null {
  for (const status of statuses) {
    const [first] = board.columns[status]
    if (first !== undefined) return first
  }
  return null
}

/** The card below, else the one above; null for a card that stands alone, or isn't shown. */
export function neighbourOf(board: Board, id: GoalId): GoalId | null {
  const position = positionOf(board, id)
  if (position === null) return null
  const column = board.columns[position.status]
  return column[position.row + 1] ?? column[position.row - 1] ?? null
}
