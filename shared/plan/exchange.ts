import { isStamp, type Stamp } from '../changes/stamp.ts'
import { learn, type Knows } from '../changes/knows.ts'
import { isObject } from '../file/json-value.ts'

/** What was exchanged with others, as the log of this computer keeps it; none of it is part of the plan. */
export type Exchange =
  | {
      readonly kind: 'merged'
      /** Tells this merge from the others, 10 of `[0-9a-z]`. One that is done again keeps it. */
      readonly id: string
      readonly file: string
      /** Whose file it was, in its own words; hostile text like any other. */
      readonly by: string
      /** What the file knew: all of it was in it. */
      readonly knows: readonly Stamp[]
      /** How many changes of others came with it. */
      readonly added: number
      /** What was known here before it: what bears such a stamp did not come with the file. */
      readonly before?: readonly Stamp[] | undefined
    }
  | { readonly kind: 'takenBack'; readonly id: string }
  | { readonly kind: 'exported'; readonly file: string }

/** An exchange, and when it was, in milliseconds since 1970 by this computer's clock. */
export type DatedExchange = Exchange & { readonly at: number }

/** One merge, as it stands by now. */
export interface MergeState {
  readonly id: string
  readonly file: string
  readonly by: string
  readonly at: number
  readonly knows: readonly Stamp[]
  readonly added: number
  readonly before: readonly Stamp[]
  readonly isTakenBack: boolean
  /** The name and time of the first file that went out since, and so holds it; null where none did. */
  readonly left: { readonly file: string; readonly at: number } | null
}

/** The merges of a plan, the newest first. @param exchanges in the order of the log */
export function mergesOf(exchanges: readonly DatedExchange[]): readonly MergeState[] {
  const merges = new Map<string, MergeState>()
  for (const exchange of exchanges) {
    switch (exchange.kind) {
      case 'merged': {
        const { id, file, by, knows, added, before = [], at } = exchange
        const left = merges.get(id)?.left ?? null // it was in that file then, and still is
        merges.delete(id) // one that is done again is the newest
        merges.set(id, { id, file, by, at, knows, added, before, isTakenBack: false, left })
        break
      }
      case 'takenBack': {
        const merge = merges.get(exchange.id)
        if (merge !== undefined) merges.set(exchange.id, { ...merge, isTakenBack: true })
        break
      }
      case 'exported':
        for (const merge of merges.values()) {
          if (merge.left === null && !merge.isTakenBack) merges.set(merge.id, { ...merge, left: { file: exchange.file, at: exchange.at } })
        }
        break
      default:
        exchange satisfies never
    }
  }
  return [...merges.values()].toReversed()
}

/** Something that was exchanged with others, as a person looks back at it. */
export type ExchangeEntry = ({ readonly kind: 'merge' } & MergeState) | { readonly kind: 'export'; readonly file: string; readonly at: number }

/** The merges, as they stand by now, and the files that went out, the newest first. @param exchanges in the order of the log */
export function exchangeEntries(exchanges: readonly DatedExchange[]): readonly ExchangeEntry[] {
  const merges = new Map(mergesOf(exchanges).map((merge) => [merge.id, merge]))
  return exchanges.toReversed().flatMap((exchange): readonly ExchangeEntry[] => {
    if (exchange.kind === 'exported') return [{ kind: 'export', file: exchange.file, at: exchange.at }]
    const merge = exchange.kind === 'merged' ? merges.get(exchange.id) : undefined
    if (merge === undefined || !merges.delete(merge.id)) return [] // one that was done again stands where it was done last
    return [{ kind: 'merge', ...merge }]
  })
}

/**
 * What the files of the other merges know that stand: what they brought too stays when one is taken back. Those before
 * it are asked as well, since it may have been done again after them.
 */
export function knownFromOthers({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly Knows[] {
  return merges.filter((merge) => merge.id !== id && !merge.isTakenBack).map(({ knows }) => learn(new Map(), knows))
}

/** Whether a value from outside is an exchange. */
export function isExchange(value: unknown): value is Exchange {
  if (!isObject(value)) return false
  const { kind, id, file, by, knows, added, before = [] } = value
  if (kind === 'exported') return typeof file === 'string'
  if (typeof id !== 'string') return false
  return kind === 'takenBack' || (kind === 'merged' && typeof file === 'string' && typeof by === 'string' && typeof added === 'number' && Array.isArray(knows) && knows.every(isStamp) && Array.isArray(before) && before.every(isStamp))
}
