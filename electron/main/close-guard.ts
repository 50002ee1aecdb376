/** The answer of a person whose window still has unsaved edits. */
export type StillBusyAnswer = 'keepOpen' | 'closeAnyway'

export interface CloseGuard {
  /** The page says whether it has anything that is not safely written. */
  setBusy(busy: boolean): void
  /** The window is asked to close. True: let it. False: it was held back, and `close` is called when it may go. */
  mayClose(): boolean
  /** The page is gone; there is nothing left to wait for. */
  forget(): void
}

/**
 * Holds a window open while its page has unsaved edits. The page is told and has `patience` milliseconds to write; if
 * it is still busy then, the person decides. Asking again to close while that goes on changes nothing.
 */
export function createCloseGuard(options: {
  readonly patience: number
  readonly tellPage: () => void
  readonly ask: () => Promise<StillBusyAnswer>
  readonly close: () => void
  readonly keptOpen: () => void
}): CloseGuard {
  let busy = false
  let state: 'open' | 'waiting' | 'closing' = 'open'
  let whenDone: () => void = () => {}

  const flush = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, options.patience)
    whenDone = resolve
    options.tellPage()
    await promise
    clearTimeout(timer)
    const answer = busy ? await options.ask() : 'closeAnyway'
    state = answer === 'closeAnyway' ? 'closing' : 'open'
    if (state === 'closing') options.close()
    else options.keptOpen()
  }

  return {
    setBusy(next) {
      busy = next
      if (!busy) whenDone()
    },
    mayClose() {
      if (state === 'closing' || (state === 'open' && !busy)) return true
      if (state === 'open') {
        state = 'waiting'
        void flush()
      }
      return false
    },
    forget() {
      busy = false
      whenDone()
    },
  }
}
