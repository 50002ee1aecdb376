/** Where texts that are being typed are kept over a reload of their window. */
export interface DraftKeep {
  /** What was kept, or null; never throws. */
  readonly read: () => unknown
  readonly write: (drafts: unknown) => void
}

const key = 'quarterdeck.drafts'

/** Keeps drafts in the window's session storage. Where there is none, or it is full, they last as long as the page. */
export function createDraftKeep(): DraftKeep {
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return kept
      } catch {
        return null
      }
    },
    write: (drafts) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(drafts))
      } catch {
        // what is typed is still on the screen and in memory
      }
    },
  }
}
