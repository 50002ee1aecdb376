import * as v from 'valibot'
import { fileToken } from './files.ts'

/** So many are kept; the oldest goes when another comes. */
export const mostRecent = 10

/**
 * A file that was opened or saved before. `folder` is the name of the folder it lies in, without where that is, to tell
 * two of one name apart; empty where it is not known. `at` is when it was last used, in milliseconds since 1970.
 */
export const recentFile = v.strictObject({
  token: fileToken,
  name: v.pipe(v.string(), v.maxLength(1024)),
  folder: v.pipe(v.string(), v.maxLength(1024)),
  at: v.number(),
  /** It is not where it was; it may come back with its drive. */
  isMissing: v.boolean(),
})
export type RecentFile = Readonly<v.InferOutput<typeof recentFile>>
