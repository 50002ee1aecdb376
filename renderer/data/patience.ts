import type { StorageFailure } from './storage.ts'

/** Waits for a database to be opened or deleted, but not for ever: a browser may have reasons to let that take long. */
export interface Patience {
  /** Windows that hold the database were asked to let go, and one of them has not. */
  readonly onBlocked: () => void
  /** Null when it was done in time; else why it takes long. It goes on meanwhile, so it may be waited for again. */
  readonly waitFor: (work: PromiseLike<unknown>) => Promise<StorageFailure | null>
}

export interface Bounds {
  /** After so many milliseconds without an answer there is none. */
  readonly silence: number
  /** A window that was asked gets so many milliseconds to let go. */
  readonly grace: number
}

export function createPatience({ silence, grace }: Bounds = { silence: 8_000, grace: 1_000 }): Patience {
  const waiting = new Set<() => void>()
  let isBlocked = false
  return {
    onBlocked: () => {
      isBlocked = true
      for (const shorten of waiting) shorten()
    },
    waitFor: async (work) => {
      const { promise: late, resolve } = Promise.withResolvers<StorageFailure>()
      let timer: ReturnType<typeof setTimeout> | undefined
      const shorten = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => resolve({ kind: 'blocked' }), grace)
      }
      if (isBlocked) shorten()
      else timer = setTimeout(() => resolve({ kind: 'silent' }), silence)
      waiting.add(shorten)
      const inTime = async (): Promise<null> => {
        await work
        isBlocked = false
        return null
      }
      try {
        return await Promise.race([inTime(), late])
      } finally {
        clearTimeout(timer)
        waiting.delete(shorten)
      }
    },
  }
}
