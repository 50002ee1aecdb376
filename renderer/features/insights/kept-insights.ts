import type { Insights } from '../../../shared/insights/insights.ts'

/** The last results, by what they were worked out from: one looks at a quarter, at another, and back. */
const kept = new WeakMap<Insights['view'], Map<string, Insights>>()

export function keptInsights(view: Insights['view'], key: string): Insights | undefined {
  return kept.get(view)?.get(key)
}

/** As many as one goes back and forth between. */
const keptAtMost = 6

export function keepInsights(key: string, insights: Insights): void {
  const own = kept.get(insights.view) ?? new Map<string, Insights>()
  kept.set(insights.view, own)
  own.set(key, insights)
  const [oldest] = own.keys()
  if (own.size > keptAtMost && oldest !== undefined) own.delete(oldest)
}
