/** Work that was begun and is not done yet, so that it can be waited for. */
export interface UnderWay {
  readonly track: <T>(work: Promise<T>) => Promise<T>
  /** When all that is under way now is done, however it ended. */
  readonly ended: () => Promise<unknown>
  /** When nothing is under way any more, also of what was begun meanwhile. */
  readonly settled: () => Promise<void>
}

export function createUnderWay(): UnderWay {
  const outstanding = new Set<Promise<unknown>>()
  const ended = (): Promise<unknown> => Promise.allSettled(outstanding)
  return {
    track: (work) => {
      outstanding.add(work)
      const forget = (): void => void outstanding.delete(work)
      work.then(forget, forget)
      return work
    },
    ended,
    settled: async () => {
      while (outstanding.size > 0) await ended()
    },
  }
}
