import { isStamp, type Stamp } from '../changes/stamp.ts'
import { isObject } from '../file/json-value.ts'

/** What was exchanged with others, as the log of this computer keeps it; none of it is part of the plan. */
export type Exchange =
  | {
      readonly kind: 'merged'
      /** Tells this merge from the others. One that is done again keeps it. */
      readonly id: string
      readonly file: string
      /** Whose file it was, in its own words; hostile text like any other. */
      readonly by: string
      /** What the file knew: all of it was in it. */
      readonly knows: readonly Stamp[]
      /** How many things it changed here, as its review counted them. */
      readonly added: number
      /** What was known here before it: what bears such a stamp did not come with the file. */
      readonly before?: readonly Stamp[] | undefined
    }
  | { readonly kind: 'takenBack'; readonly id: string }
  /** The plan as it was then goes into a file, under the name that was suggested: it counts as out until it is said that it was not saved. */
  | { readonly kind: 'exporting'; readonly id: string; readonly file: string }
  /** The file was saved. @property id the `exporting` that it ends; older logs have none */
  | { readonly kind: 'exported'; readonly id?: string | undefined; readonly file: string }
  | { readonly kind: 'notExported'; readonly id: string }
  /** The plan is shared from now on, and counts as out until that ends. @property place the folder's name, or the server's address @property isJoined whether others shared it there already */
  | { readonly kind: 'shared'; readonly id: string; readonly place: string; readonly isJoined?: boolean | undefined }
  /** A share was left. @property id the `shared` that it ends */
  | { readonly kind: 'unshared'; readonly id: string; readonly place: string }

/** An exchange, and when it was, in milliseconds since 1970 by this computer's clock. */
export type DatedExchange = Exchange & { readonly at: number }

/** Whether a value from outside is an exchange. */
export function isExchange(value: unknown): value is Exchange {
  if (!isObject(value)) return false
  const { kind, id, file, place, by, knows, added, before = [], isJoined } = value
  if (kind === 'exported') return typeof file === 'string' && (id === undefined || typeof id === 'string')
  if (typeof id !== 'string') return false
  if (kind === 'exporting') return typeof file === 'string'
  if (kind === 'shared' || kind === 'unshared') return typeof place === 'string' && (isJoined === undefined || typeof isJoined === 'boolean')
  return kind === 'takenBack' || kind === 'notExported' || (kind === 'merged' && typeof file === 'string' && typeof by === 'string' && typeof added === 'number' && Array.isArray(knows) && knows.every(isStamp) && Array.isArray(before) && before.every(isStamp))
}
