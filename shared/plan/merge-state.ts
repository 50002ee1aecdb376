import type { Stamp } from '../changes/stamp.ts'
import type { DatedExchange } from './exchange.ts'
import { exportsInPlace } from './exports-in-place.ts'

/** A file that went out. */
export interface LeftWith {
  readonly file: string
  /** When it was taken from the plan, in milliseconds since 1970 by this computer's clock. */
  readonly at: number
  /** False where nobody can tell whether it was saved: it is being saved, or was given up too late. */
  readonly isSaved: boolean
  /** It went into a share, of which `file` is the place. */
  readonly isShare?: boolean | undefined
}

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
  /** The first file that went out since, or the share it went into, which so hold it; null where there is none. */
  readonly left: LeftWith | null
  /** It was taken out, and the plan was shared since: what it had brought may have come again by this share, and done again it is part of that. */
  readonly mayBeBack?: LeftWith | undefined
}

/** The merges of a plan, the newest first. @param exchanges in the order of the log */
export function mergesOf(exchanges: readonly DatedExchange[]): readonly MergeState[] {
  const merges = new Map<string, MergeState>()
  const shares = new Map<string, string>()
  for (const exchange of exportsInPlace(exchanges)) {
    switch (exchange.kind) {
      case 'merged': {
        const { id, file, by, knows, added, before = [], at } = exchange
        const [place] = shares.values()
        const intoShare = place === undefined ? null : { file: place, at, isSaved: true, isShare: true }
        const left = merges.get(id)?.left ?? merges.get(id)?.mayBeBack ?? intoShare // it was in that file then, and still is
        merges.delete(id) // one that is done again is the newest
        merges.set(id, { id, file, by, at, knows, added, before, isTakenBack: false, left })
        break
      }
      case 'takenBack': {
        const merge = merges.get(exchange.id)
        if (merge !== undefined) merges.set(exchange.id, { ...merge, isTakenBack: true })
        break
      }
      case 'exporting':
      case 'exported':
        sendOut(merges, { file: exchange.file, at: exchange.at, isSaved: exchange.kind === 'exported' })
        break
      case 'shared':
        share(merges, { file: exchange.place, at: exchange.at, isSaved: true, isShare: true })
        shares.set(exchange.id, exchange.place)
        break
      case 'unshared':
        shares.delete(exchange.id)
        break
      default:
        exchange satisfies never
    }
  }
  return [...merges.values()].toReversed()
}

/** What stands in the plan leaves this computer. */
function sendOut(merges: Map<string, MergeState>, left: LeftWith): void {
  for (const merge of merges.values()) if (merge.left === null && !merge.isTakenBack) merges.set(merge.id, { ...merge, left })
}

/** The plan goes into a share, from which comes again what was taken out of it and others have. */
function share(merges: Map<string, MergeState>, left: LeftWith): void {
  sendOut(merges, left)
  for (const merge of merges.values()) if (isWithdrawn(merge)) merges.set(merge.id, { ...merge, mayBeBack: merge.mayBeBack ?? left })
}

/** Whether a merge was taken out of the plan, and not set back by new changes. */
export function isWithdrawn({ isTakenBack, left }: MergeState): boolean {
  return isTakenBack && left === null
}

/** Something that was exchanged with others, as a person looks back at it. */
export type ExchangeEntry = ({ readonly kind: 'merge' } & MergeState) | { readonly kind: 'export'; readonly file: string; readonly at: number } | { readonly kind: 'shared' | 'joined' | 'unshared'; readonly place: string; readonly at: number }

/** The merges, as they stand by now, the files that went out, and the shares that began and ended, the newest first. @param exchanges in the order of the log */
export function exchangeEntries(exchanges: readonly DatedExchange[]): readonly ExchangeEntry[] {
  const merges = new Map(mergesOf(exchanges).map((merge) => [merge.id, merge]))
  return exportsInPlace(exchanges).toReversed().flatMap((exchange): readonly ExchangeEntry[] => {
    if (exchange.kind === 'exported') return [{ kind: 'export', file: exchange.file, at: exchange.at }]
    if (exchange.kind === 'shared') return [{ kind: exchange.isJoined === true ? 'joined' : 'shared', place: exchange.place, at: exchange.at }]
    if (exchange.kind === 'unshared') return [{ kind: exchange.kind, place: exchange.place, at: exchange.at }]
    const merge = exchange.kind === 'merged' ? merges.get(exchange.id) : undefined
    if (merge === undefined || !merges.delete(merge.id)) return [] // one that was done again stands where it was done last
    return [{ kind: 'merge', ...merge }]
  })
}
