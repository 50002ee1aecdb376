import { isRecordId, kindOf, type RecordKind } from './ids.ts'
import { idFragment, type JsonFragment } from './json-fragment.ts'

/** What a field of a record may hold. */
export interface FieldSpec<T> {
  /** Says of a value from anywhere whether it is one this field can hold. `null` always means "not set". */
  readonly accepts: (value: unknown) => boolean
  /** What it expects, for the message about a file that holds something else. */
  readonly expects: string
  /** What a JSON Schema says of a value that is accepted; of a set, what it says of a member. */
  readonly json: JsonFragment
  /** What the field reads as when it isn't set, or holds what this version doesn't understand. */
  readonly empty: T
  /** A set is stored member by member, `teams/SRE`. */
  readonly isSet: boolean
}

/** Everything about one kind of record: its fields, and how they read. */
export interface RecordSpec<K extends RecordKind, F extends Readonly<Record<string, FieldSpec<unknown>>>> {
  readonly kind: K
  readonly fields: F
}

/** A spec of any kind, where the kind doesn't matter. */
export type AnySpec = RecordSpec<RecordKind, Readonly<Record<string, FieldSpec<unknown>>>>

type FieldValues<F> = { readonly [N in keyof F]: F[N] extends FieldSpec<infer T> ? T : never }

/** A record as the rest of the product sees it: every field there, with a value of its type. */
export type RecordOf<S> = S extends RecordSpec<infer K, infer F> ? FieldValues<F> & { readonly id: `${K}:${string}`; readonly deleted: boolean } : never

export const titleLimit = 1_000
export const textLimit = 100_000
const memberLimit = 200

/** Text of at most `limit` UTF-16 units without lone surrogates, which no file could hold. */
export function text(limit: number = textLimit): FieldSpec<string> {
  return { accepts: (value) => isText(value, limit), expects: `text of at most ${limit} characters`, json: { type: 'string', maxLength: limit }, empty: '', isSet: false }
}

export function flag(): FieldSpec<boolean> {
  return { accepts: (value) => typeof value === 'boolean', expects: 'true or false', json: { type: 'boolean' }, empty: false, isSet: false }
}

/** A field with values of its own, told by a guard. */
export function valueOf<T>({ accepts, expects, json, empty }: Omit<FieldSpec<T>, 'isSet'>): FieldSpec<T> {
  return { accepts, expects, json, empty, isSet: false }
}

/** The id of a record of another kind, or null. */
export function reference<K extends RecordKind>(...kinds: readonly K[]): FieldSpec<`${K}:${string}` | null> {
  const accepts = (value: unknown): boolean => isRecordId(value) && kinds.some((kind) => kind === kindOf(value))
  return { accepts, expects: `the id of ${kinds.join(' or ')}`, json: idFragment(kinds), empty: null, isSet: false }
}

export function orderKey(): FieldSpec<string> {
  // garbage is accepted: it still sorts, and the first move beside it mends it
  return { accepts: (value) => isText(value, memberLimit), expects: 'an order key', json: { type: 'string', maxLength: memberLimit }, empty: '', isSet: false }
}

export function memberSet(): FieldSpec<readonly string[]> {
  return { accepts: (value) => isText(value, memberLimit) && value !== '', expects: `text of 1 to ${memberLimit} characters`, json: { type: 'string', minLength: 1, maxLength: memberLimit }, empty: [], isSet: true }
}

/** The field of a set member: `teams/SRE`. */
export function memberField(field: string, member: string): string {
  return `${field}/${member}`
}

/** Splits a cell's field into the set and its member; the member is undefined for a plain field. */
export function splitField(field: string): { readonly name: string; readonly member: string | undefined } {
  const slash = field.indexOf('/')
  return slash < 0 ? { name: field, member: undefined } : { name: field.slice(0, slash), member: field.slice(slash + 1) }
}

/** The spec of a field by its name, or undefined; `constructor` is no field. */
export function specOf(spec: AnySpec, name: string): FieldSpec<unknown> | undefined {
  return Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined
}

function isText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit && value.isWellFormed()
}
