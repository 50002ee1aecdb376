import { useCallback } from 'react'
import { boardInSteps, type Board } from '../../../shared/board/board.ts'
import { emptyFilter, type BoardQuery, type BoardScope } from '../../../shared/board/query.ts'
import type { Steps } from '../../../shared/changes/steps.ts'
import type { Moment } from '../../../shared/history/moment.ts'
import { untoldGoals } from '../../../shared/history/untold-goals.ts'
import { viewAtInSteps } from '../../../shared/history/view-at.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { useBoard, usePlan } from '../../state/session.tsx'
import { useSteps, type Done } from '../../parts/use-steps.ts'

/** The plan as it was at a moment, and its board. */
export interface Past {
  readonly moment: Moment
  readonly view: PlanView
  readonly query: BoardQuery
  readonly board: Board
  /** Goals on the board that are shown as a page said later: no note tells how they stood then. */
  readonly untold: ReadonlySet<GoalId>
}

/** The plan as it was at a moment, in the scope of the board; while that is worked out, the one before. */
export function usePastView(moment: Moment): Done<Past> | null {
  const view = usePlan((state) => state.view)
  const scope = useBoard((state) => state.query.scope)
  const subGoals = useBoard((state) => state.query.subGoals)
  const begin = useCallback(() => pastInSteps({ view, moment, scope, subGoals }), [view, moment, scope, subGoals])
  return useSteps(begin)
}

interface Asked {
  readonly view: PlanView
  readonly moment: Moment
  readonly scope: BoardScope
  readonly subGoals: boolean
}

function* pastInSteps({ view, moment, scope, subGoals }: Asked): Steps<Past> {
  const then = yield* keptViewInSteps(view, moment)
  // which notes were missing is told as of that day
  const query = { scope, subGoals, filter: emptyFilter, due: notesDue({ startsOn: yearStartOf(then), today: moment.day }) }
  const board = yield* boardInSteps(then, query)
  const untold = untoldGoals({ view, past: then, goals: statuses.flatMap((status) => board.columns[status]), day: moment.until.day })
  return { moment, view: then, query, board, untold: new Set(untold) }
}

/** As many as one goes back and forth between; each holds a plan's lists. */
const keptViews = 6
const kept = new WeakMap<PlanView, Map<string, PlanView>>()

/** The plan as it was at a moment, from what has been looked at before if it is there. */
export function* keptViewInSteps(view: PlanView, { key, until }: Moment): Steps<PlanView> {
  const known = kept.get(view) ?? new Map<string, PlanView>()
  kept.set(view, known)
  const then = known.get(key) ?? (yield* viewAtInSteps(view, until))
  known.delete(key)
  known.set(key, then)
  const [oldest] = known.keys()
  if (known.size > keptViews && oldest !== undefined) known.delete(oldest)
  return then
}
