import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReviewChoices } from '../../../shared/review/review-choices.ts'
import type { ReviewRow, Side } from '../../../shared/review/review-row.ts'

/** What a person does in one review; nothing of it is written before they merge. */
export interface ReviewState {
  readonly choices: ReviewChoices
  /** The row that has the focus, or had it last. */
  readonly active: string | null
  /** Rows whose long texts are shown whole. */
  readonly unfolded: ReadonlySet<string>
  readonly choose: (row: ReviewRow, side: Side) => void
  /** Chooses one side for many rows, or confirms for each the one that counts. */
  readonly chooseAll: (rows: readonly ReviewRow[], side: Side | 'counts') => void
  readonly setActive: (key: string) => void
  readonly toggleFold: (key: string) => void
}

export type ReviewStore = StoreApi<ReviewState>

export function createReviewStore(): ReviewStore {
  return createStore<ReviewState>()((setState, get) => ({
    choices: new Map(),
    active: null,
    unfolded: new Set(),
    choose: (row, side) => {
      if (get().choices.get(row.key) !== side) setState({ choices: new Map(get().choices).set(row.key, side) })
    },
    chooseAll: (rows, side) => setState({ choices: new Map([...get().choices, ...rows.map((row) => [row.key, side === 'counts' ? row.counts : side] as const)]) }),
    setActive: (active) => {
      if (get().active !== active) setState({ active })
    },
    toggleFold: (key) => {
      const unfolded = new Set(get().unfolded)
      if (!unfolded.delete(key)) unfolded.add(key)
      setState({ unfolded })
    },
  }))
}
