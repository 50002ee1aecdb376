import type { Copied, CopyStore } from '../../shared/copies/copy-store.ts'

/** Where no second copy can be kept: every call says so, and the planner goes on with the database alone. */
export const noCopies: CopyStore = { folders: refuse, list: refuse, read: refuse, append: refuse, write: refuse, remove: refuse }

function refuse(): Promise<Copied<never>> {
  return Promise.resolve({ ok: false, reason: 'unavailable' })
}
