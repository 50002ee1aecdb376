import { memo, type ReactNode } from 'react'
import { GoalRow } from './GoalRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { NumberedRow } from './NumberedRow.tsx'
import { ProgramRow } from './ProgramRow.tsx'
import type { RowProps } from './row-props.ts'

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
