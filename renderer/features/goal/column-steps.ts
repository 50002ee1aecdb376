import type { Board } from '../../../shared/board/board.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses, type Status } from '../../../shared/model/status.ts'

export type StepName = 'top' | 'up' | 'down' | 'bottom'

export interface ColumnStep {
  readonly name: StepName
  readonly status: Status
  /** Where the goal comes to stand among the others of the column. */
  readonly index: number
}

/** The steps a goal can take within its column of the board; none where it isn't shown or stands alone. */
export function columnSteps({ board, id }: { readonly board: Board; readonly id: GoalId }): readonly ColumnStep[] {
  const status = statuses.find((each) => board.columns[each].includes(id))
  if (status === undefined) return []
  const row = board.columns[status].indexOf(id)
  const last = board.columns[status].length - 1
  const up: readonly ColumnStep[] = row === 0 ? [] : [{ name: 'top', status, index: 0 }, { name: 'up', status, index: row - 1 }]
  const down: readonly ColumnStep[] = row === last ? [] : [{ name: 'down', status, index: row + 1 }, { name: 'bottom', status, index: last }]
  return [...up, ...down]
}
