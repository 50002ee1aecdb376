import { atMost } from './at-most.ts'

/** The answer of a person whose window still has unsaved edits. */
export type StillBusyAnswer = 'keepOpen' | 'closeAnyway'

export interface CloseGuard {
  /** The page says whether it has anything that is not safely written. */
  setBusy(busy: boolean): void
  /** The window is asked to close. True: let it. False: it was held back, and `close` is called when it may go. */
  mayClose(): boolean
  /** Whether the page has said that something is not safely written. */
  isBusy(): boolean
  /** Has the page write what is outstanding, and nobody asked; over in bounded time. Whether all of it was written. */
  flush(): Promise<boolean>
  /** The page is gone; there is nothing left to wait for. */
  forget(): void
}

/** How long a page that has said nothing of unsaved edits may take to find some: a draft in a field, for one. */
const answerPatience = 250
/** How long a page that has some may take to write them before the person is asked. */
const writePatience = 3000

/**
 * Holds a window open until its page has written what is outstanding. Every close is told to the page first, for what
 * stands in a field becomes an edit only then. It answers with `setBusy`: false lets the window go, true keeps it until
 * false comes or the time is up. Asking again to close while that goes on changes nothing. Times are in milliseconds.
 */
export function createCloseGuard(options: {
  readonly tellPage: () => void
  readonly ask: () => Promise<StillBusyAnswer>
  readonly close: () => void
  readonly keptOpen: () => void
}): CloseGuard {
  let busy = false
  let state: 'open' | 'waiting' | 'closing' = 'open'
  const waiting = new Set<() => void>()

  const allWritten = (): void => {
    for (const tell of waiting) tell()
    waiting.clear()
  }

  const flush = async (): Promise<boolean> => {
    const written = Promise.withResolvers<void>()
    waiting.add(written.resolve)
    options.tellPage()
    await atMost({ work: written.promise, ms: answerPatience, late: undefined })
    if (busy) await atMost({ work: written.promise, ms: writePatience, late: undefined })
    waiting.delete(written.resolve)
    return !busy
  }

  const finish = async (): Promise<void> => {
    await flush()
    state = !busy || (await options.ask()) === 'closeAnyway' ? 'closing' : 'open'
    if (state === 'closing') options.close()
    else options.keptOpen()
  }

  return {
    setBusy(next) {
      busy = next
      if (!busy) allWritten()
    },
    mayClose() {
      if (state === 'open') {
        state = 'waiting'
        void finish()
      }
      return state === 'closing'
    },
    isBusy: () => busy,
    flush,
    forget() {
      busy = false
      allWritten()
    },
  }
}
