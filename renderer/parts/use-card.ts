import { useShallow } from 'zustand/react/shallow'
import { marksOf, type CardMarks } from '../../shared/board/card-marks.ts'
import { cardOf, type Card } from '../../shared/board/card.ts'
import type { GoalId } from '../../shared/model/ids.ts'
import { useBoard, usePlan } from '../state/session.tsx'

/** What a card shows; the same object until something that it shows changes. */
export function useCard(id: GoalId): Card | null {
  const due = useBoard((state) => state.query.due)
  return usePlan(useShallow((state) => cardOf({ view: state.view, id, due })))
}

/** What a card marks of the goal's life; the same object until something of it changes. */
export function useCardMarks(id: GoalId): CardMarks {
  const times = useBoard((state) => state.times)
  return usePlan(useShallow((state) => marksOf({ view: state.view, id, times })))
}
