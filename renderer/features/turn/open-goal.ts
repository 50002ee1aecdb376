import type { GoalId } from '../../../shared/model/ids.ts'
import type { Session } from '../../state/session.tsx'

/** Opens a goal beside the screen, with the focus in it. */
export function openGoal({ ui }: Session, goal: GoalId): void {
  ui.getState().openGoal(goal)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('aside')?.focus())
}
