/** Where texts that are being typed are kept over a reload of their window, and over its end. */
export interface DraftKeep {
  /** What was kept, or null; never throws. */
  readonly read: () => unknown
  /** Keeps these instead; false where there is no room, or no storage. */
  readonly write: (drafts: Readonly<Record<string, unknown>>) => boolean
}

/** Gives the storage, or throws where the browser has none. */
export type DraftStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where windows kept their drafts together, before each had its own place. */
export const sharedPlace = 'quarterdeck.drafts'

/** The place of the window that has the writer slot: what is typed in one window is in no field of another. */
export function placeOfSlot(slot: number): string {
  return `${sharedPlace} ${slot}`
}

/**
 * Keeps drafts in local storage: what belongs to the window alone goes with it when it is killed. Where there is
 * none, or it is full, drafts last as long as the page.
 */
export function createDraftKeep(place: string, storage: DraftStorage = () => localStorage): DraftKeep {
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(storage().getItem(place) ?? 'null')
        return kept
      } catch {
        return null
      }
    },
    write: (drafts) => {
      try {
        if (Object.keys(drafts).length === 0) storage().removeItem(place)
        else storage().setItem(place, JSON.stringify(drafts))
        return true
      } catch {
        // what is typed is still on the screen and in memory
        return false
      }
    },
  }
}
