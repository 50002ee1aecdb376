/** Where texts that are being typed are kept over a reload of their window, and over its end. */
export interface DraftKeep {
  /** What was kept, or null; never throws. */
  readonly read: () => unknown
  readonly write: (drafts: unknown) => void
}

const key = 'quarterdeck.drafts'

/**
 * Keeps drafts in local storage: what belongs to the window alone goes with it when it is killed. Where there
 * is none, or it is full, drafts last as long as the page.
 */
export function createDraftKeep(): DraftKeep {
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        return kept
      } catch {
        return null
      }
    },
    write: (drafts) => {
      try {
        localStorage.setItem(key, JSON.stringify(drafts))
      } catch {
        // what is typed is still on the screen and in memory
      }
    },
  }
}
