import type { GoalId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import type { Board } from './board.ts'
import { positionOf } from './card-position.ts'

export type StepName = 'top' | 'up' | 'down' | 'bottom'

export interface ColumnStep {
  readonly name: StepName
  readonly status: Status
  /** Where the goal comes to stand among the others of the column. */
  readonly index: number
}

/** The steps a goal can take within its column of the board; none where it isn't shown or stands alone. */
export function columnSteps({ board, id }: { readonly board: Board; readonly id: GoalId }): readonly ColumnStep[] {
  const position = positionOf(board, id)
  if (position === null) return []
  const { status, row } = position
  const last = board.columns[status].length - 1
  const up: readonly ColumnStep[] = row === 0 ? [] : [{ name: 'top', status, index: 0 }, { name: 'up', status, index: row - 1 }]
  const down: readonly ColumnStep[] = row === last ? [] : [{ name: 'down', status, index: row + 1 }, { name: 'bottom', status, index: last }]
  return [...up, ...down]
}
