import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { useEffect, useState, type RefObject } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { draggedGoal, goalDragData, goalDropData } from '../../parts/goal-drag.ts'
import styles from './GoalCard.module.css'

export interface CardDrag {
  readonly isDragged: boolean
  /** The edge at which a card held over this one would be put. */
  readonly edge: 'top' | 'bottom' | null
}

/**
 * Makes a card one that can be dragged, and its row a place to drop beside it.
 * @param row the whole row, gap included, so that there is no dead place between two cards
 */
export function useCardDrag({ card, row, id, status, isOff }: { readonly card: RefObject<HTMLElement | null>; readonly row: RefObject<HTMLElement | null>; readonly id: GoalId; readonly status: Status; readonly isOff: boolean }): CardDrag {
  const [isDragged, setIsDragged] = useState(false)
  const [edge, setEdge] = useState<CardDrag['edge']>(null)

  useEffect(() => {
    const [cardElement, rowElement] = [card.current, row.current]
    if (cardElement === null || rowElement === null || isOff) return undefined
    const show = (data: Readonly<Record<string | symbol, unknown>>): void => {
      const closest = extractClosestEdge(data)
      setEdge(closest === 'top' || closest === 'bottom' ? closest : null)
    }
    return combine(
      draggable({
        element: cardElement,
        getInitialData: () => goalDragData(id),
        onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: () => gripOf({ card: cardElement, pointer: location.current.input }),
            render: ({ container }) => drawPreview({ container, card: cardElement }),
          }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element: rowElement,
        canDrop: ({ source }) => draggedGoal(source.data) !== null && draggedGoal(source.data) !== id,
        getData: ({ input, element }) => attachClosestEdge(goalDropData({ kind: 'card', id, status }), { input, element, allowedEdges: ['top', 'bottom'] }),
        getIsSticky: () => true,
        onDrag: ({ self }) => show(self.data),
        onDragEnter: ({ self }) => show(self.data),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    )
  }, [card, row, id, status, isOff])

  return { isDragged, edge }
}

/** Where in the card the pointer holds it, in pixels. */
function gripOf({ card, pointer }: { readonly card: HTMLElement; readonly pointer: { readonly clientX: number; readonly clientY: number } }): { readonly x: number; readonly y: number } {
  const { left, top } = card.getBoundingClientRect()
  return { x: pointer.clientX - left, y: pointer.clientY - top }
}

/** The card itself, a little turned: it is in the hand now. */
function drawPreview({ container, card }: { readonly container: HTMLElement; readonly card: HTMLElement }): void {
  const copy = card.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return
  copy.style.width = `${card.offsetWidth}px`
  copy.classList.add(styles.preview ?? '')
  container.append(copy)
}
