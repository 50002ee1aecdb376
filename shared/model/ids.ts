/** A record's id says its kind: `goal:V1StGXR8Z5`. */
export type RecordId = `${string}:${string}`
export type PlanId = `plan:${string}`
export type ProgramId = `program:${string}`
export type OutcomeId = `outcome:${string}`
export type OutputId = `output:${string}`
export type GoalId = `goal:${string}`
export type NoteId = `note:${string}`
export type ConflictId = `conflict:${string}`

/** The kinds this version knows; a teammate's newer version may have more, which are kept untouched. */
export const recordKinds = ['plan', 'program', 'outcome', 'output', 'goal', 'note', 'replica', 'conflict'] as const
export type RecordKind = (typeof recordKinds)[number]

const idPattern = /^[a-z][A-Za-z]{0,19}:[A-Za-z0-9_-]{1,40}$/

/** Whether a value from outside has the form of a record id, of a kind known or not. */
export function isRecordId(value: unknown): value is RecordId {
  return typeof value === 'string' && idPattern.test(value)
}

/** The kind an id states: `goal` of `goal:V1StGXR8Z5`. */
export function kindOf(id: RecordId): string {
  return id.slice(0, id.indexOf(':'))
}

/** Narrows an id by its kind, for example `hasKind(id, 'goal')` to a `GoalId`. */
export function hasKind<K extends RecordKind>(id: string | null, kind: K): id is `${K}:${string}` {
  return id !== null && id.startsWith(`${kind}:`)
}

/** Whether a record is about the copies of the plan and what they made of each other, and not part of what the plan says. */
export function isBookkeeping(id: RecordId): boolean {
  return hasKind(id, 'replica') || hasKind(id, 'conflict')
}

/** An id of the given kind made from a key that the caller drew or derived. */
export function idOf<K extends RecordKind>(kind: K, key: string): `${K}:${string}` {
  return `${kind}:${key}`
}

/** The part after the kind. */
export function keyOf(id: RecordId): string {
  return id.slice(id.indexOf(':') + 1)
}

/** Makes an id that no other computer makes; randomness is the caller's, so that `shared/` stays pure. */
export type MakeId = <K extends RecordKind>(kind: K) => `${K}:${string}`
