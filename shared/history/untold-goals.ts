import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import type { Day } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { isPageStamp, latestPageStamp, pageDayOf } from '../wiki/page/page-stamp.ts'
import { statedOf, statedStatuses } from './stated-statuses.ts'

/**
 * Which of some goals are shown on a day with a status that the page said only later, since no note tells how they
 * stood before.
 * @param view the plan as it is, whose notes would tell
 * @param past the plan as it was
 */
export function untoldGoals({ view, past, goals, day }: { readonly view: PlanView; readonly past: PlanView; readonly goals: readonly GoalId[]; readonly day: Day }): readonly GoalId[] {
  const latest = latestPageStamp(view.set.knows)
  if (latest === undefined || (pageDayOf(latest) ?? '') <= day) return []
  const stated = statedStatuses(view.set)
  return goals.filter((goal) => {
    const cells = [...(recordIn(past.set, goal)?.losers ?? []), winnerOf(recordIn(past.set, goal), 'status')].filter((cell) => cell?.field === 'status')
    const winner = cells.at(-1)
    const isLater = winner !== undefined && isPageStamp(winner.at) && cells.every((cell) => cell === undefined || (pageDayOf(cell.at) ?? '') > day)
    return isLater && winner.value !== 'todo' && statedOf({ view: past, goal, stated }).length === 0
  })
}
