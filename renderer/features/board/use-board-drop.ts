import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { draggedGoal, goalDropOf, type GoalDrop } from '../../parts/goal-drag.ts'
import { moveCard, schedule } from '../../state/goal-moves.ts'
import { useSession, type Session } from '../../state/session.tsx'

/** Does what a drop says, wherever the card was let go: beside a card, on a column, on a quarter. */
export function useBoardDrop(): void {
  const session = useSession()
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => draggedGoal(source.data) !== null,
        onDrop: ({ source, location }) => {
          const id = draggedGoal(source.data)
          const target = location.current.dropTargets[0]
          const drop = target === undefined ? null : goalDropOf(target.data)
          if (id !== null && drop !== null && target !== undefined) dropGoal(session, { id, drop, isBelow: extractClosestEdge(target.data) === 'bottom' })
        },
      }),
    [session],
  )
}

function dropGoal(session: Session, { id, drop, isBelow }: { readonly id: GoalId; readonly drop: GoalDrop; readonly isBelow: boolean }): void {
  const { columns } = session.board.getState().board
  switch (drop.kind) {
    case 'quarter':
      return schedule(session, { goals: selectionWith(session, id), quarter: drop.quarter })
    case 'column':
      return moveCard(session, { id, status: drop.status, index: columns[drop.status].filter((goal) => goal !== id).length })
    case 'card': {
      const others = columns[drop.status].filter((goal) => goal !== id)
      const at = others.indexOf(drop.id)
      return moveCard(session, { id, status: drop.status, index: at < 0 ? others.length : at + (isBelow ? 1 : 0) })
    }
    default:
      return drop satisfies never
  }
}

/** A selected card takes the whole selection along to another quarter. */
function selectionWith({ board }: Session, id: GoalId): readonly GoalId[] {
  const { selected } = board.getState()
  return selected.has(id) ? [...selected] : [id]
}
