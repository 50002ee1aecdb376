import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { MergeReview } from '../../../shared/review/merge-review.ts'
import type { ReviewState, ReviewStore } from './review-store.ts'

/** What every row of a review needs to know. */
export interface ReviewScene {
  readonly review: MergeReview
  readonly store: ReviewStore
  /** The replica that wrote the file: what others wrote is told by their name. */
  readonly author: string
  /** The plan is new here: there is nothing to choose. */
  readonly isNew: boolean
}

const ReviewContext = createContext<ReviewScene | null>(null)
export const ReviewProvider = ReviewContext.Provider

export function useReview(): ReviewScene {
  const scene = useContext(ReviewContext)
  if (scene === null) throw new Error('a row of a review stands outside of it')
  return scene
}

export function useReviewState<T>(select: (state: ReviewState) => T): T {
  return useStore(useReview().store, select)
}
