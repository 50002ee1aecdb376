import type { ConflictItem } from './conflict-items.ts'

export interface WalkConflicts {
  readonly key: string
  readonly items: readonly ConflictItem[]
  /** The index of the conflict that has the focus. */
  readonly from: number
  /** How many lines a screen has. */
  readonly page: number
}

/** Where a key leads: the index of a conflict; null for keys that lead nowhere. At the ends one stays. */
export function walkConflicts({ key, items, from, page }: WalkConflicts): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return below(items, from + 1) ?? from
    case 'ArrowUp':
    case 'k':
      return above(items, from - 1) ?? from
    case 'PageDown':
      return below(items, from + page) ?? above(items, items.length - 1)
    case 'PageUp':
      return above(items, from - page) ?? below(items, 0)
    case 'Home':
      return below(items, 0)
    case 'End':
      return above(items, items.length - 1)
    default:
      return null
  }
}

/** The conflict that has the focus after this one is decided: the next, else the one before. */
export function afterDecision(items: readonly ConflictItem[], from: number): ConflictItem | null {
  const next = below(items, from + 1) ?? above(items, from - 1)
  return (next === null ? undefined : items[next]) ?? null
}

function below(items: readonly ConflictItem[], start: number): number | null {
  const index = items.findIndex(({ kind }, at) => at >= start && kind === 'conflict')
  return index < 0 ? null : index
}

function above(items: readonly ConflictItem[], start: number): number | null {
  const index = items.findLastIndex(({ kind }, at) => at <= start && kind === 'conflict')
  return index < 0 ? null : index
}
