import { decisionKinds, type DecisionKind } from '../../../shared/turn/decision.ts'
import { turnText } from '../../text/turn.ts'

/** The decision that a letter makes; null for any other key. */
export function kindOfKey(key: string): DecisionKind | null {
  return decisionKinds.find((kind) => turnText.keys[kind] === key.toUpperCase()) ?? null
}

/** Where a key leads among so many rows, counted from 0; null for keys that lead nowhere. At the ends one stays. */
export function walkTurn({ key, count, from, page }: { readonly key: string; readonly count: number; readonly from: number; readonly page: number }): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: from + 1, j: from + 1, ArrowUp: from - 1, k: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: count - 1 }
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}
