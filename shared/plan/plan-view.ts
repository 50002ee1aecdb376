import { recordIn, type ChangeSet } from '../changes/fold.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { emptyShardedMap, getEntry, valuesOf, type ShardedMap } from '../changes/sharded-map.ts'
import type { Day } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, type GoalId, type RecordId, type RecordKind } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import { planSpec, type Plan } from '../model/plan.ts'
import type { Program } from '../model/program.ts'
import type { RecordTypes } from '../model/records.ts'
import { readAny } from './read-record.ts'

/** Whose children: a record's, or those of nobody (a goal without an output, a program of the plan). */
export type ParentKey = RecordId | 'root'
export type ChildrenKey = `${ParentKey} ${RecordKind}`

/** The set of changes, read as the plan people see: a forest of records. A value; `plan-index.ts` makes the next. */
export interface PlanView {
  readonly set: ChangeSet
  readonly plan: Plan | null
  /**
   * Live children in their order, by parent and kind. A list is another one whenever anything below it
   * changed, so what is worked out from a list may be kept for as long as the list is the same.
   */
  readonly children: ShardedMap<ChildrenKey, readonly RecordId[]>
  /** Goals whose parent leads back to themselves after a merge, and which therefore stand without one. */
  readonly cutGoals: ReadonlySet<GoalId>
  /** Records that state a parent which isn't there (yet). */
  readonly orphans: ReadonlySet<RecordId>
}

/** The first day of the plan's year; where there is no plan (yet), the day an unset one reads as. */
export function yearStartOf({ plan }: Pick<PlanView, 'plan'>): Day {
  return plan?.startsOn ?? planSpec.fields.startsOn.empty
}

export function emptyView(set: ChangeSet): PlanView {
  return { set, plan: null, children: emptyShardedMap(), cutGoals: new Set(), orphans: new Set() }
}

/** The record with this id, deleted or not; null when there is none. */
export function recordOf<K extends RecordKind>(view: PlanView, id: `${K}:${string}` | null): RecordTypes[K] | null {
  const folded = id === null ? undefined : recordIn(view.set, id)
  return folded === undefined ? null : (readAny(folded) as RecordTypes[K]) // the id's kind decides what is read
}

const none: readonly never[] = []

/** The live children of one kind, in their order. */
export function childrenOf<K extends RecordKind>(view: PlanView, { parent, kind }: { readonly parent: ParentKey; readonly kind: K }): readonly `${K}:${string}`[] {
  return (getEntry(view.children, `${parent} ${kind}`) as readonly `${K}:${string}`[] | undefined) ?? none // a list holds ids of the kind in its key
}

export function programsOf(view: PlanView): readonly Program[] {
  return readAll(view, childrenOf(view, { parent: 'root', kind: 'program' }))
}

export function outcomesOf(view: PlanView, program: ParentKey): readonly Outcome[] {
  return readAll(view, childrenOf(view, { parent: program, kind: 'outcome' }))
}

export function outputsOf(view: PlanView, outcome: ParentKey): readonly Output[] {
  return readAll(view, childrenOf(view, { parent: outcome, kind: 'output' }))
}

/** Goals at the first level of an output, or the sub-goals of a goal. */
export function goalsOf(view: PlanView, parent: ParentKey): readonly Goal[] {
  return readAll(view, childrenOf(view, { parent, kind: 'goal' }))
}

/** Notes about a record, the oldest first. */
export function notesAbout(view: PlanView, about: ParentKey): readonly Note[] {
  return readAll(view, childrenOf(view, { parent: about, kind: 'note' }))
}

/** Every goal that is live: neither it nor anything above it is deleted. */
export function* liveGoals(view: PlanView): Generator<Goal> {
  for (const folded of valuesOf(view.set.records)) {
    if (hasKind(folded.id, 'goal') && isLive(view, folded.id)) yield readAny(folded) as Goal // its id says goal
  }
}

/**
 * The record above, or null at the top; cycles are already cut. A goal whose parent isn't there, or was cut
 * off, hangs on its output.
 */
export function parentOf(view: PlanView, folded: FoldedRecord): RecordId | null {
  const isCut = hasKind(folded.id, 'goal') && view.cutGoals.has(folded.id)
  return statedParents(folded).find((stated) => recordIn(view.set, stated) !== undefined && !(isCut && hasKind(stated, 'goal'))) ?? null
}

/** What a record says it belongs to, whether that exists or not; for a goal the goal above before the output. */
export function statedParents(folded: FoldedRecord): readonly RecordId[] {
  const record = readAny(folded)
  if (record === null) return []
  if ('waitingOn' in record) return [record.parent, record.output].filter((id) => id !== null)
  const [stated] = 'about' in record ? [record.about] : 'outcome' in record ? [record.outcome] : 'program' in record ? [record.program] : [null]
  return stated === null || stated === undefined ? [] : [stated]
}

/** Whether a record is there, and neither it nor anything above it is deleted. */
export function isLive(view: PlanView, id: RecordId): boolean {
  let current: RecordId | null = id
  while (current !== null) {
    const folded = recordIn(view.set, current)
    if (folded === undefined || readAny(folded)?.deleted === true) return false
    current = parentOf(view, folded)
  }
  return true
}

function readAll<K extends RecordKind>(view: PlanView, ids: readonly `${K}:${string}`[]): readonly RecordTypes[K][] {
  return ids.flatMap((id) => recordOf<K>(view, id) ?? [])
}
