import { conflictSpec, type ConflictRecord } from './conflict.ts'
import { goalSpec, type Goal } from './goal.ts'
import { kindOf, recordKinds, type RecordId, type RecordKind } from './ids.ts'
import { noteSpec, type Note } from './note.ts'
import { outcomeSpec, type Outcome } from './outcome.ts'
import { outputSpec, type Output } from './output.ts'
import { planSpec, type Plan } from './plan.ts'
import { programSpec, type Program } from './program.ts'
import type { AnySpec, FieldSpec } from './record-spec.ts'
import { replicaSpec, type Replica } from './replica.ts'

export interface RecordTypes {
  readonly plan: Plan
  readonly program: Program
  readonly outcome: Outcome
  readonly output: Output
  readonly goal: Goal
  readonly note: Note
  readonly replica: Replica
  readonly conflict: ConflictRecord
}

export type AnyRecord = RecordTypes[RecordKind]

export const specs = {
  plan: planSpec,
  program: programSpec,
  outcome: outcomeSpec,
  output: outputSpec,
  goal: goalSpec,
  note: noteSpec,
  replica: replicaSpec,
  conflict: conflictSpec,
} as const satisfies Readonly<Record<RecordKind, AnySpec>>

/** The fields of a kind, or undefined for a kind this version doesn't know. */
export function fieldsOf(id: RecordId): Readonly<Record<string, FieldSpec<unknown>>> | undefined {
  const kind = kindOf(id)
  return isKnownKind(kind) ? specs[kind].fields : undefined
}

export function isKnownKind(kind: string): kind is RecordKind {
  return recordKinds.some((known) => known === kind)
}
