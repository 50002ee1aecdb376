import { useCallback } from 'react'
import type { BoardQuery } from '../../../shared/board/query.ts'
import type { Steps } from '../../../shared/changes/steps.ts'
import { insightsInSteps, type Insights, type InsightsAsked } from '../../../shared/insights/insights.ts'
import { localCalendar } from '../../state/local-calendar.ts'
import { useSteps, type Done } from '../../parts/use-steps.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { keepInsights, keptInsights } from './kept-insights.ts'

/** What the charts show, in the scope and by the filter of the board; while that is worked out, what was shown before. Null for goals that are not scheduled. */
export function useInsights(): Done<Insights | null> | null {
  const { today } = useSession()
  const view = usePlan((state) => state.view)
  const query = useBoard((state) => state.query)
  const day = today()
  const begin = useCallback(() => keptInSteps(view, query, day), [view, query, day])
  return useSteps(begin)
}

function* keptInSteps(view: InsightsAsked['view'], query: BoardQuery, day: string): Steps<Insights | null> {
  const { scope } = query
  if (scope === 'unscheduled') return null
  const keptFor = { ground: `${scope} ${query.subGoals} ${day}`, filter: query.filter }
  const { insights: known, all } = keptInsights(view, keptFor)
  if (known !== undefined) return known
  const insights = yield* insightsInSteps({ view, query, scope, calendar: localCalendar(day), all })
  keepInsights(insights, keptFor)
  return insights
}
