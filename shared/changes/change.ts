import type { RecordId } from '../model/ids.ts'
import type { Stamp } from './stamp.ts'

/** What a field may hold: any JSON, since a teammate's newer version may write what this one doesn't know. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Field values by name. A member of a set is a field of its own, `teams/SRE`, true or false. */
export type Fields = Readonly<Record<string, Value>>

/** One edit of one record, for good: never edited, never deleted. */
export interface Change {
  readonly at: Stamp
  readonly on: RecordId
  readonly set: Fields
}

/** A change that has no stamp yet: what a person's action wants to write. */
export interface Edit {
  readonly on: RecordId
  readonly set: Fields
}
