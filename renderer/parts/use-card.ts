import { useShallow } from 'zustand/react/shallow'
import { cardOf, type Card } from '../../shared/board/card.ts'
import type { GoalId } from '../../shared/model/ids.ts'
import { useBoard, usePlan } from '../state/session.tsx'

/** What a card shows; the same object until something that it shows changes. */
export function useCard(id: GoalId): Card | null {
  const due = useBoard((state) => state.query.due)
  return usePlan(useShallow((state) => cardOf({ view: state.view, id, due })))
}
