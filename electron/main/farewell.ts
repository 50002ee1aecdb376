import { log } from './log.ts'

/** Signals so close to each other, in milliseconds, are one: a terminal and what started the app both pass on a Ctrl+C. */
const sameSignal = 300

export interface Farewell {
  /** A signal asks the app to end. The first lets the pages write; another, by somebody who won't wait, ends it at once. */
  signal(name: string, now: number): void
  /** The computer shuts down, or the person logs off: however often that is said, the pages get their time. */
  shutdown(): void
}

/**
 * Ends the app when nobody can be asked any more. `flush` tells every page to write, and is over in bounded time whether
 * they did or not; what a page could not write by then waits in its outbox for the next start.
 */
export function createFarewell(options: { readonly flush: () => Promise<unknown>; readonly end: () => void }): Farewell {
  let isEnding = false
  let firstSignal: number | null = null
  const begin = (): void => {
    if (isEnding) return
    isEnding = true
    void options.flush().then(options.end, options.end)
  }
  return {
    signal(name, now) {
      const isAgain = firstSignal !== null && now - firstSignal > sameSignal
      log('told to end', { signal: name, again: isAgain })
      firstSignal ??= now
      if (isAgain) options.end()
      else begin()
    },
    shutdown() {
      log('told of a shutdown')
      begin()
    },
  }
}
