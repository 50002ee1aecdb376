import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'

/** What every row of the tree is given. */
export interface RowProps {
  readonly row: TreeRow
  readonly index: number
  /** Pixels below the top of the tree. */
  readonly top: number
  /** The one row that Tab leads to. */
  readonly isTabbable: boolean
  readonly measure: (element: Element | null) => void
}
