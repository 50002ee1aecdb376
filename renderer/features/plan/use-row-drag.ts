import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { attachInstruction, extractInstruction, type Availability, type Operation } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item'
import { useEffect, useState, type RefObject } from 'react'
import { placeOfDrop, type DropPart } from '../../../shared/plan/tree/tree-drops.ts'
import type { TreeId } from '../../../shared/plan/tree/tree-place.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import { useSession, type Session } from '../../state/session.tsx'
import styles from './RowFrame.module.css'
import { draggedRecord, rowDragData, rowDropData } from './tree-drag.ts'
import { setOpen, treeOf } from './tree-store.ts'

export const partOf: Readonly<Record<Operation, DropPart>> = { 'reorder-before': 'before', 'reorder-after': 'after', combine: 'into' }

/** How long something is held over a closed row until that opens. */
const openAfterMs = 700

/** Lets a row be dragged, and makes it a place to drop before, after or into. */
export function useRowDrag({ element, row, name, isOff }: { readonly element: RefObject<HTMLElement | null>; readonly row: TreeRow; readonly name: string; readonly isOff: boolean }): { readonly isDragged: boolean; readonly drop: DropPart | null } {
  const session = useSession()
  const [isDragged, setDragged] = useState(false)
  const [drop, setDrop] = useState<DropPart | null>(null)

  useEffect(() => {
    const target = element.current
    if (target === null || isOff) return undefined
    const { node } = row
    const show = (data: Readonly<Record<string | symbol, unknown>>): void => {
      const instruction = extractInstruction(data)
      setDrop(instruction === null ? null : partOf[instruction.operation])
    }
    const drag =
      'id' in node
        ? draggable({
            element: target,
            getInitialData: () => rowDragData(node.id),
            onGenerateDragPreview: ({ nativeSetDragImage }) => setCustomNativeDragPreview({ nativeSetDragImage, getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }), render: ({ container }) => drawPreview(container, name) }),
            onDragStart: () => setDragged(true),
            onDrop: () => setDragged(false),
          })
        : () => undefined
    return combine(
      drag,
      dropTargetForElements({
        element: target,
        canDrop: ({ source }) => {
          const id = draggedRecord(source.data)
          return id !== null && Object.values(operationsOn({ session, id, row })).includes('available')
        },
        getData: ({ source, input, element: over }) => {
          const id = draggedRecord(source.data)
          return id === null ? {} : attachInstruction(rowDropData(row), { input, element: over, operations: operationsOn({ session, id, row }) })
        },
        onDragEnter: ({ self }) => show(self.data),
        onDrag: ({ self }) => show(self.data),
        onDragLeave: () => setDrop(null),
        onDrop: () => setDrop(null),
      }),
    )
  }, [element, row, name, isOff, session])

  useEffect(() => {
    if (drop !== 'into' || row.isOpen !== false) return undefined
    const timer = setTimeout(() => setOpen(treeOf(session), { keys: [row.node.key], isOpen: true }), openAfterMs)
    return () => clearTimeout(timer)
  }, [drop, row, session])

  return { isDragged, drop }
}

function operationsOn({ session, id, row }: { readonly session: Session; readonly id: TreeId; readonly row: TreeRow }): Readonly<Record<Operation, Availability>> {
  const { view } = session.plan.getState()
  const fits = (part: DropPart): Availability => (placeOfDrop({ view, id, over: row.node, part }) === null ? 'not-available' : 'available')
  // after an open row come the rows below it: what is let go there would not stand where it was held
  return { 'reorder-before': fits('before'), 'reorder-after': row.isOpen === true ? 'not-available' : fits('after'), combine: fits('into') }
}

function drawPreview(container: HTMLElement, name: string): void {
  const card = document.createElement('div')
  card.className = styles.preview ?? ''
  card.textContent = name
  container.append(card)
}
