import { replicaOf, type Stamp } from '../changes/stamp.ts'
import type { RecordId } from '../model/ids.ts'
import { groupOf } from '../review/review-group.ts'
import type { OthersChange } from './others-change.ts'
import type { PlanView } from './plan-view.ts'

/** What others changed about one goal and its notes, or about another part of the plan. */
export interface OthersGroup {
  readonly about: RecordId
  /** The newest of it. */
  readonly at: Stamp
  /** Whose it is, the last who wrote first. */
  readonly by: readonly string[]
  /** The record itself first, then its notes, the newest first. */
  readonly changes: readonly OthersChange[]
}

/** What others changed, by what it is about; the newest first. */
export function othersGroups(view: PlanView, changes: Iterable<OthersChange>): readonly OthersGroup[] {
  const byGroup = Map.groupBy(changes, ({ on }) => groupOf(view, on))
  return [...byGroup].map(([about, own]) => groupOfChanges(about, own)).toSorted(newestFirst)
}

function groupOfChanges(about: RecordId, own: readonly OthersChange[]): OthersGroup {
  const changes = own.toSorted((a, b) => (a.on === about ? -1 : b.on === about ? 1 : newestFirst(a, b)))
  const stamps = changes.flatMap(({ at, steps }) => [at, ...steps.map((step) => step.at)]).toSorted().toReversed()
  return { about, at: stamps[0] ?? '', by: [...new Set(stamps.map(replicaOf))], changes }
}

function newestFirst(a: { readonly at: Stamp; readonly on?: RecordId; readonly about?: RecordId }, b: typeof a): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return (a.on ?? a.about ?? '') < (b.on ?? b.about ?? '') ? -1 : 1
}
