export interface WalkOthers {
  readonly key: string
  /** The index of the row that has the focus. */
  readonly from: number
  /** How many rows a screen has. */
  readonly page: number
  /** The index of the last row. */
  readonly last: number
}

/** Where a key leads: the index of a row; null for keys that lead nowhere. At the ends one stays. */
export function walkOthers({ key, from, page, last }: WalkOthers): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(from + 1, last)
    case 'ArrowUp':
    case 'k':
      return Math.max(from - 1, 0)
    case 'PageDown':
      return Math.min(from + page, last)
    case 'PageUp':
      return Math.max(from - page, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
