import { replicaOf, type Stamp } from '../changes/stamp.ts'
import type { RecordId } from '../model/ids.ts'
import type { OthersChange } from './others-change.ts'
import type { PlanView } from './plan-view.ts'
import { groupOf } from './record-group.ts'

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
  return [...byGroup].map(([about, own]) => keptGroup(about, own)).toSorted(newestFirst(({ about }) => about))
}

// a change is the same for as long as nothing came to its record, so a group holds for as long as all of its own are
const kept = new WeakMap<OthersChange, { readonly own: readonly OthersChange[]; readonly group: OthersGroup }>()

function keptGroup(about: RecordId, own: readonly OthersChange[]): OthersGroup {
  const [first] = own
  const known = first === undefined ? undefined : kept.get(first)
  if (known?.group.about === about && known.own.length === own.length && known.own.every((change, index) => change === own[index])) return known.group
  const group = groupOfChanges(about, own)
  if (first !== undefined) kept.set(first, { own, group })
  return group
}

function groupOfChanges(about: RecordId, own: readonly OthersChange[]): OthersGroup {
  const [main, notes] = [own.filter(({ on }) => on === about), own.filter(({ on }) => on !== about)]
  const changes = [...main, ...notes.toSorted(newestFirst(({ on }) => on))]
  return { about, at: stampsOf(changes)[0] ?? '', by: writersOf(changes), changes }
}

/** Which computers it was, the last that wrote first. */
export function writersOf(changes: readonly OthersChange[]): readonly string[] {
  return [...new Set(stampsOf(changes).map(replicaOf))]
}

/** The newest first. */
function stampsOf(changes: readonly OthersChange[]): readonly Stamp[] {
  return changes.flatMap(({ at, steps }) => [at, ...steps.map((step) => step.at)]).toSorted().toReversed()
}

/** What came in one moment stands on every computer in the same order. */
function newestFirst<Dated extends { readonly at: Stamp }>(idOf: (each: Dated) => RecordId): (a: Dated, b: Dated) => number {
  return (a, b) => (a.at === b.at ? (idOf(a) < idOf(b) ? -1 : 1) : a.at < b.at ? 1 : -1)
}
