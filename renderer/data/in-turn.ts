/**
 * Runs work one at a time. Whoever asks while one run is under way gets the next, which all who ask meanwhile share:
 * it begins after each of them asked, so it sees what they want seen, and a burst of questions costs two runs.
 */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | null = null
  return () => {
    if (next !== null) return next
    const run = (): Promise<T> => {
      next = null
      return work()
    }
    next = last.then(run, run)
    last = next
    return next
  }
}
