import { memo, type ReactNode } from 'react'
import type { TreeRow } from '../../../shared/plan/tree-rows.ts'
import { GoalRow } from './GoalRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { NumberedRow } from './NumberedRow.tsx'
import { ProgramRow } from './ProgramRow.tsx'

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

/** A row, drawn as what it stands for. */
export const TreeRowView = memo(function TreeRowView(props: RowProps): ReactNode {
  const { node } = props.row
  switch (node.kind) {
    case 'program':
      return <ProgramRow {...props} id={node.id} />
    case 'outcome':
    case 'output':
      return <NumberedRow {...props} kind={node.kind} id={node.id} />
    case 'quarter':
    case 'loose':
      return <GroupRow {...props} node={node} />
    case 'goal':
      return <GoalRow {...props} id={node.id} />
  }
})
