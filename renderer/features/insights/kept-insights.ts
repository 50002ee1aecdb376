import type { BoardFilter } from '../../../shared/board/query.ts'
import type { Insights } from '../../../shared/insights/insights.ts'

/** What results were worked out from, besides the plan. */
export interface KeptFor {
  /** Scope, day, and whether sub-goals count. */
  readonly ground: string
  readonly filter: BoardFilter
}

type Kept = KeptFor & { readonly insights: Insights }

/** The last results: one looks at a quarter, at another, and back. */
const kept = new WeakMap<Insights['view'], readonly Kept[]>()
/** As many as one goes back and forth between. */
const keptAtMost = 6

/** The result itself where it is there, and else the lives of all goals, where another filter has asked for them. */
export function keptInsights(view: Insights['view'], { ground, filter }: KeptFor): { readonly insights?: Insights | undefined; readonly all?: Insights['all'] | undefined } {
  const own = (kept.get(view) ?? []).filter((each) => each.ground === ground)
  return { insights: own.find((each) => isSameFilter(each.filter, filter))?.insights, all: own[0]?.insights.all }
}

export function keepInsights(insights: Insights, { ground, filter }: KeptFor): void {
  kept.set(insights.view, [{ ground, filter, insights }, ...(kept.get(insights.view) ?? [])].slice(0, keptAtMost))
}

function isSameFilter(a: BoardFilter, b: BoardFilter): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
