import type { Value } from '../../../shared/changes/change.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { Cell } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'

/** A set of changes as text: equal sets give equal bytes, in whatever order they came together. */
export function portraitOf(set: ChangeSet): string {
  const records = [...valuesOf(set.records)]
    .map(({ id, winners, losers }) => ({ id, winners: winners.map(cellText), losers: losers.map(cellText) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const knows = [...set.knows].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify({ records, knows }, null, 1)
}

function cellText({ field, at, value }: Cell): string {
  return `${field} ${at} ${stableText(value)}`
}

/** JSON with sorted keys, by other means than the product's own: the oracle must not share its mistakes. */
export function stableText(value: Value): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  )
}
