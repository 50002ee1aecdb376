import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'

export interface SubGoalDrag {
  readonly row: RefObject<HTMLElement | null>
  readonly grip: RefObject<HTMLElement | null>
  readonly id: GoalId
  readonly parent: GoalId
  readonly index: number
  readonly onPlace: (id: GoalId, index: number) => void
}

/** Lets a sub-goal be dragged among its siblings; `edge` says where the one that hovers would come to stand. */
export function useSubGoalDrag({ row, grip, id, parent, index, onPlace }: SubGoalDrag): { readonly edge: 'top' | 'bottom' | null; readonly isDragged: boolean } {
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null)
  const [isDragged, setDragged] = useState(false)
  const latest = useRef({ index, onPlace })
  useLayoutEffect(() => {
    latest.current = { index, onPlace }
  })
  useEffect(() => {
    const element = row.current
    const dragHandle = grip.current
    if (element === null || dragHandle === null) return undefined
    const clear = (): void => setEdge(null)
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ kind: 'subGoal', id, parent, index: latest.current.index }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === 'subGoal' && source.data['parent'] === parent,
        getData: ({ input }) => attachClosestEdge({ id }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => setEdge(source.data['id'] === id ? null : (extractClosestEdge(self.data) as 'top' | 'bottom' | null)), // only these two are allowed
        onDragLeave: clear,
        onDrop: ({ self, source }) => {
          clear()
          const { id: moved, index: from } = source.data as { readonly id: GoalId; readonly index: number } // canDrop took only ours
          if (moved === id) return
          const before = latest.current.index + (extractClosestEdge(self.data) === 'bottom' ? 1 : 0)
          // the place is counted among the others, from which the moved one is gone
          latest.current.onPlace(moved, from < before ? before - 1 : before)
        },
      }),
    )
  }, [row, grip, id, parent])
  return { edge, isDragged }
}
