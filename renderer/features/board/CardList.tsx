import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useEffect, useRef, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { CardStack } from '../../parts/CardStack.tsx'
import { draggedGoal } from '../../parts/goal-drag.ts'
import { useBoard } from '../../state/session.tsx'
import { GoalCard } from './GoalCard.tsx'

/** The cards of a column; it scrolls by itself while one is dragged over its edge. */
export function CardList({ goals, children }: { readonly goals: readonly GoalId[]; readonly children?: ReactNode }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const wanted = useBoard((state) => (state.wantsFocus !== null && goals.includes(state.wantsFocus) ? state.wantsFocus : null))
  useEffect(() => {
    if (list.current === null) return undefined
    return autoScrollForElements({ element: list.current, canScroll: ({ source }) => draggedGoal(source.data) !== null })
  }, [])
  return (
    <CardStack goals={goals} card={(id) => <GoalCard id={id} />} wanted={wanted} list={list}>
      {children}
    </CardStack>
  )
}
