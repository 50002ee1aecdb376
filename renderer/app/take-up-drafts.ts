import { takeDraftsLeft } from '../data/drafts-left.ts'
import type { DraftStore } from '../state/drafts.ts'
import { isTyping } from './typing.ts'

/** A window that is being reloaded has no slot for a moment, and looks as if it were gone. Milliseconds. */
const untilSettled = 5_000

/**
 * Takes up what windows that are gone have left half typed: once those that are being reloaded, or restored together
 * with this one, are there again, and while nobody is typing here, where a text would appear under their hands.
 */
export function takeUpDrafts({ slot, drafts }: { readonly slot: number; readonly drafts: DraftStore }): void {
  setTimeout(() => {
    if (isTyping()) return takeUpDrafts({ slot, drafts })
    void takeDraftsLeft({ slot, take: drafts.getState().takeFrom })
  }, untilSettled)
}
