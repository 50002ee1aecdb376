import { createDraftStore, type DraftStore } from '../../../renderer/state/drafts.ts'

/** A window in which nothing is being typed, and where it would last as long as the page. */
export function noDrafts(): DraftStore {
  return createDraftStore({ read: () => null, write: () => false })
}
