import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useState, type RefObject } from 'react'
import type { Status } from '../../../shared/model/status.ts'
import { draggedGoal, goalDropData } from '../../parts/goal-drag.ts'

/** Makes a column, folded or not, a place to drop a card; returns whether one is held over it. */
export function useColumnDrop({ column, status }: { readonly column: RefObject<HTMLElement | null>; readonly status: Status }): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const element = column.current
    if (element === null) return undefined
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedGoal(source.data) !== null,
      getData: () => goalDropData({ kind: 'column', status }),
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: () => setIsOver(false),
    })
  }, [column, status])
  return isOver
}
