import { isStamp, type Stamp } from '../changes/stamp.ts'
import { isKnown, learn, type Knows } from '../changes/knows.ts'
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
      /** How many things it changed here, as its review counted them; where there was none, how many changes of others came with it. */
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

/** What is asked of the other merges when one is taken back. */
export interface OtherMerge {
  /** What its file knew. */
  readonly knows: Knows
  /** What was known here before it. */
  readonly before: Knows
}

/**
 * The other merges, in the order they were made, of which the files still count: those that stand, and those that had
 * left and were set back by new changes. Those before the one are among them, since it may have been done again since.
 */
export function otherMerges({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly OtherMerge[] {
  return merges.filter((merge) => merge.id !== id && !isWithdrawn(merge)).toReversed().map(toOther)
}

/** The merges that were taken out of the plan. */
export function withdrawnMerges(merges: readonly MergeState[]): readonly OtherMerge[] {
  return merges.filter(isWithdrawn).map(toOther)
}

/**
 * Whether a merge that was taken out can be done again by what went with it: not where another one was taken out since.
 * Its file held what that one had brought, and without it there would be a gap in what is said to be known. Within one
 * window that doesn't happen: what was undone last is done again first.
 */
export function canBeDoneAgain({ exchanges, id }: { readonly exchanges: readonly DatedExchange[]; readonly id: string }): boolean {
  const out = new Set(mergesOf(exchanges).filter(isWithdrawn).map((merge) => merge.id))
  const since = exchanges.slice(exchanges.findLastIndex((each) => each.kind === 'takenBack' && each.id === id) + 1)
  return !since.some((each) => each.kind === 'takenBack' && each.id !== id && out.has(each.id))
}

/** The other merges that were set back by new changes, since they had left. */
export function setBackMerges({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly OtherMerge[] {
  return merges.filter((merge) => merge.id !== id && merge.isTakenBack && !isWithdrawn(merge)).map(toOther)
}

/** Whether a file with the plan has left this computer, or another one was merged, since a merge was taken back; one that was taken back and done again since makes no difference. */
export function hasExchangedSince({ exchanges, id }: { readonly exchanges: readonly DatedExchange[]; readonly id: string }): boolean {
  const since = exchanges.slice(exchanges.findLastIndex((each) => each.kind === 'takenBack' && each.id === id) + 1)
  const isNew = (merge: string, at: number): boolean => !since.slice(0, at).some((each) => each.kind === 'takenBack' && each.id === merge)
  return since.some((each, at) => each.kind === 'exported' || (each.kind === 'merged' && isNew(each.id, at)))
}

/** Whether a merge brought a change that was not there before. */
export function hasBrought({ knows, before }: OtherMerge, stamp: Stamp): boolean {
  return isKnown({ knows, stamp }) && !isKnown({ knows: before, stamp })
}

function isWithdrawn({ isTakenBack, left }: MergeState): boolean {
  return isTakenBack && left === null
}

function toOther({ knows, before }: MergeState): OtherMerge {
  return { knows: learn(new Map(), knows), before: learn(new Map(), before) }
}

/** Whether a value from outside is an exchange. */
export function isExchange(value: unknown): value is Exchange {
  if (!isObject(value)) return false
  const { kind, id, file, by, knows, added, before = [] } = value
  if (kind === 'exported') return typeof file === 'string'
  if (typeof id !== 'string') return false
  return kind === 'takenBack' || (kind === 'merged' && typeof file === 'string' && typeof by === 'string' && typeof added === 'number' && Array.isArray(knows) && knows.every(isStamp) && Array.isArray(before) && before.every(isStamp))
}
