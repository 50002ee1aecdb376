import { kindOf, type RecordId, type RecordKind } from '../model/ids.ts'

/** The name in every shared file by which it is known. */
export const planFormat = 'annual-plan'

/**
 * A file with a higher major version is refused whole. A higher minor version may bring fields, and kinds of
 * records in lists of their own, which are kept; a status or a range that this version refuses needs a major one.
 * 1.1 has conflicts, 1.2 what a year of check-ins and carried goals needs; a file of every version lies in test/files.
 */
export const planFormatVersion = 1.2

/** Under which key a file lists the records of a kind, in the order the keys are written. */
export const collections = {
  program: 'programs',
  outcome: 'outcomes',
  output: 'outputs',
  goal: 'goals',
  note: 'notes',
  replica: 'replicas',
  conflict: 'conflicts',
} as const satisfies Readonly<Record<Exclude<RecordKind, 'plan'>, string>>

/** Records of kinds that this version doesn't know. */
export const otherCollection = 'others'

/** Under which key a file lists a record; nobody asks for the plan's own, which has a place by itself. */
export function collectionOf(id: RecordId): string {
  const kind = kindOf(id)
  return Object.hasOwn(collections, kind) ? collections[kind as keyof typeof collections] : otherCollection // hasOwn just told that it is one
}

/** Who wrote a file; names are hostile text like any other. */
export interface FileAuthor {
  readonly replica: string
  readonly name: string
}

/**
 * What a file says besides its content, and what its digest therefore leaves out: two computers that hold
 * the same plan write files that differ in these alone.
 */
export const envelopeKeys = ['$schema', 'app', 'by', 'at', 'digest'] as const

/** Everything at the top of a file that is no list of records. */
export const headKeys = [...envelopeKeys, 'format', 'version', 'knows', 'plan', 'history'] as const

const fieldPattern = /^[A-Za-z][A-Za-z0-9]{0,39}(?:\/[^]{1,200})?$/

/** Whether a field may have this name; `id` and `at` are the file's own, `__proto__` is nobody's. */
export function isFieldName(name: string): boolean {
  return fieldPattern.test(name) && name !== 'id' && name !== 'at' && name.isWellFormed()
}
