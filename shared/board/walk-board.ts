import type { GoalId } from '../model/ids.ts'
import { statuses } from '../model/status.ts'
import type { Board } from './board.ts'
import { firstCard, positionOf } from './card-position.ts'

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/**
 * The card an arrow key leads to. Empty columns are passed over; to the side it keeps the height as far as
 * the column goes. Without a card to start from, the first one of the board.
 */
export function cardTowards({ board, from, direction }: { readonly board: Board; readonly from: GoalId | null; readonly direction: Direction }): GoalId | null {
  const position = from === null ? null : positionOf(board, from)
  if (position === null) return firstCard(board)
  const column = board.columns[position.status]
  switch (direction) {
    case 'up':
      return column[position.row - 1] ?? null
    case 'down':
      return column[position.row + 1] ?? null
    case 'first':
      return column[0] ?? null
    case 'last':
      return column.at(-1) ?? null
    case 'left':
    case 'right': {
      const beside = direction === 'left' ? statuses.slice(0, position.column).toReversed() : statuses.slice(position.column + 1)
      const status = beside.find((each) => board.columns[each].length > 0)
      const target = status === undefined ? [] : board.columns[status]
      return target[Math.min(position.row, target.length - 1)] ?? null
    }
    default:
      return direction satisfies never
  }
}
