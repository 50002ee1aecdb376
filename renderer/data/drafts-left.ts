import { createDraftKeep, placeOfSlot, sharedPlace, type DraftKeep, type DraftStorage } from './draft-keep.ts'
import { slotNumbers, whileFree } from './writer-slot.ts'

export interface DraftsLeft {
  /** The writer slot of the window that asks. */
  readonly slot: number
  /** Takes what it can use out of a place. */
  readonly take: (place: DraftKeep) => void
  readonly locks?: Pick<LockManager, 'request'>
  readonly storage?: DraftStorage
}

/** Offers the drafts of windows that are gone, one after the other; no window finds or leaves any there meanwhile. */
export async function takeDraftsLeft({ slot, take, locks = navigator.locks, storage = () => localStorage }: DraftsLeft): Promise<void> {
  for (const other of slotNumbers) {
    if (other !== slot) await whileFree({ locks, slot: other }, () => take(createDraftKeep(placeOfSlot(other), storage)))
  }
  take(createDraftKeep(sharedPlace, storage))
}
