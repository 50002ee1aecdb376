import type { Place } from './share-world.ts'
import { createMemoryMailbox, createMemoryPlace, lay } from './memory-mailbox.ts'

/** A place in memory for a history. */
export async function openMemoryPlace(): Promise<Place> {
  const place = createMemoryPlace()
  let strays = 0
  return {
    open: async () => createMemoryMailbox(place),
    empty: async () => place.texts.clear(),
    layStray: async (text) => {
      strays += 1
      lay(place, `(conflicted copy ${strays})`, text)
    },
    close: async () => {},
  }
}
