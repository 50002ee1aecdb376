import type { Change } from '../changes/change.ts'
import type { DatedExchange, Exchange } from './exchange.ts'
import { mergesOf } from './merge-state.ts'

/** An entry of the log in which something was exchanged. */
export interface LoggedExchange {
  readonly changes: readonly Change[]
  readonly exchange?: Exchange | undefined
  /** Milliseconds since 1970 by this computer's clock. */
  readonly at: number
}

/**
 * What a merge brought, by the log: what the last time brought when it was done. Where it had been set back by new
 * changes, undoing these was no more than that: it still consists of what it brought before, and of what set it back
 * and undid that.
 */
export function broughtBy(log: readonly LoggedExchange[], id: string): readonly Change[] {
  const exchanges: DatedExchange[] = []
  let brought: readonly Change[] = []
  let setBack: readonly Change[] | null = null
  for (const { changes, exchange, at } of log) {
    if (exchange === undefined) continue
    exchanges.push({ ...exchange, at })
    if (exchange.kind === 'merged' && exchange.id === id) {
      brought = setBack === null ? changes : [...brought, ...setBack, ...changes]
      setBack = null
    }
    if (exchange.kind === 'takenBack' && exchange.id === id) setBack = hasLeft(exchanges, id) ? changes : null
  }
  return brought
}

function hasLeft(exchanges: readonly DatedExchange[], id: string): boolean {
  return mergesOf(exchanges).some((merge) => merge.id === id && merge.left !== null)
}
