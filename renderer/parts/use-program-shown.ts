import { childrenOf } from '../../shared/plan/plan-view.ts'
import { useBoard, usePlan } from '../state/session.tsx'

/** Whether a goal says which program it belongs to: where goals of several are shown together. */
export function useProgramShown(): boolean {
  const isOne = useBoard((state) => state.query.filter.programs.length === 1)
  const several = usePlan((state) => childrenOf(state.view, { parent: 'root', kind: 'program' }).length > 1)
  return several && !isOne
}
