import type { Side } from '../../../shared/review/review-row.ts'
import { isQuestion, type ReviewItem } from './review-items.ts'

export interface WalkReview {
  readonly key: string
  readonly items: readonly ReviewItem[]
  /** The index of the row that has the focus. */
  readonly from: number
  /** The index of the item a screen further down or up. */
  readonly page: { readonly up: number; readonly down: number }
}

/** Where a key leads: the index of a row, or null for keys that lead nowhere. At the ends one stays, but questions go round. */
export function walkReview({ key, items, from, page }: WalkReview): number | null {
  const down = (start: number): number => indexFrom({ items, start, step: 1, wanted: isRow }) ?? from
  const up = (start: number): number => indexFrom({ items, start, step: -1, wanted: isRow }) ?? from
  const question = (step: 1 | -1): number => indexFrom({ items, start: from + step, step, wanted: asks }) ?? indexFrom({ items, start: step > 0 ? 0 : items.length - 1, step, wanted: asks }) ?? from
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return down(from + 1)
    case 'ArrowUp':
    case 'k':
      return up(from - 1)
    case 'PageDown':
      return page.down >= items.length - 1 ? up(items.length - 1) : Math.max(down(page.down), from)
    case 'PageUp':
      return page.up <= 0 ? down(0) : up(page.up)
    case 'Home':
      return down(0)
    case 'End':
      return up(items.length - 1)
    case 'n':
      return question(1)
    case 'N':
      return question(-1)
    default:
      return null
  }
}

/** The side a key chooses: what stands on the left is here, what stands on the right is theirs. */
export function sideOfKey(key: string): Side | null {
  if (key === 'ArrowLeft' || key === '1') return 'mine'
  return key === 'ArrowRight' || key === '2' ? 'theirs' : null
}

interface IndexFrom {
  readonly items: readonly ReviewItem[]
  readonly start: number
  readonly step: 1 | -1
  readonly wanted: (item: ReviewItem) => boolean
}

function indexFrom({ items, start, step, wanted }: IndexFrom): number | null {
  for (let index = start; index >= 0 && index < items.length; index += step) {
    const item = items[index]
    if (item !== undefined && wanted(item)) return index
  }
  return null
}

function isRow(item: ReviewItem): boolean {
  return item.kind === 'row'
}

function asks(item: ReviewItem): boolean {
  return item.kind === 'row' && isQuestion(item.row)
}
