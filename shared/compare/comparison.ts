import type { FieldChange } from '../changes/merge.ts'
import type { OutcomeId, OutputId, RecordId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import type { CountsByStatus } from '../plan/plan-counts.ts'
import type { PlanView } from '../plan/plan-view.ts'

/**
 * What of a plan is compared: the goals and notes of a quarter; those of the whole year, goals that are not
 * scheduled included; or everything a plan has, its programs, outcomes, outputs and unknown records too.
 */
export type CompareScope = Quarter | 'year' | 'plan'

/**
 * What happened to a record, in the order in which it is told. A goal may have several: it moved, and its
 * status is another. `moved` is from one quarter to another, `movedIn` and `movedOut` where one quarter is
 * compared; `other` is any other field of a goal, but a new place in its list is told only where nothing else
 * differs. `part` is all that is neither goal nor note.
 */
export const aspects = [
  'goalAdded',
  'goalDropped',
  'moved',
  'movedIn',
  'movedOut',
  'status',
  'text',
  'other',
  'reordered',
  'noteAdded',
  'noteChanged',
  'noteRemoved',
  'partAdded',
  'partChanged',
  'partDropped',
] as const
export type Aspect = (typeof aspects)[number]

export type ComparisonCounts = Readonly<Record<Aspect, number>>

/** A record that differs between two states of a plan. */
export interface ComparedRecord {
  readonly on: RecordId
  readonly change: 'added' | 'dropped' | 'changed'
  readonly aspects: readonly Aspect[]
  /** Every field that reads differently; of a record that was added or dropped every field that says something. */
  readonly fields: readonly FieldChange[]
  /** The quarters a goal is planned for, where they differ; null is not scheduled. */
  readonly moved: { readonly from: Quarter | null; readonly to: Quarter | null } | null
  /** Where it belongs after, or belonged before where it is gone. */
  readonly output: OutputId | null
  readonly outcome: OutcomeId | null
}

/** Goals and sub-goals in the scope by status, on either side. */
export interface StatusCounts {
  readonly before: CountsByStatus
  readonly after: CountsByStatus
}

export interface OutcomeComparison {
  /** Null for what belongs to no outcome. */
  readonly outcome: OutcomeId | null
  /** How many records have an aspect. */
  readonly counts: ComparisonCounts
  readonly statuses: StatusCounts
}

/** What differs between two states of a plan; nothing that differs in the scope is left out. */
export interface PlanComparison {
  readonly before: PlanView
  readonly after: PlanView
  readonly scope: CompareScope
  /** In the order of the plan. */
  readonly rows: readonly ComparedRecord[]
  readonly counts: ComparisonCounts
  readonly statuses: StatusCounts
  /** In the order of the plan: every outcome that has goals or rows, then what belongs to none. */
  readonly outcomes: readonly OutcomeComparison[]
}
