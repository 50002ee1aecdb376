import type { Steps } from '../../shared/changes/steps.ts'

/** As long as this a step may follow the last at once; then what people do has its turn, and the screen is drawn. */
const sliceMs = 8

/**
 * Does work in slices that leave the page alive.
 * @param onDone told of the result once; never after the returned function has stopped the work
 */
export function runSteps<Result>(steps: Steps<Result>, onDone: (result: Result) => void): () => void {
  // a message comes as a task of its own, without the wait that timers have
  const { port1, port2 } = new MessageChannel()
  const stop = (): void => port1.close()
  port1.onmessage = () => {
    const result = runSlice(steps)
    if (result === null) return port2.postMessage(null)
    stop()
    return onDone(result.value)
  }
  port2.postMessage(null)
  return stop
}

/** The same as a promise, for work that nobody gives up. */
export function stepsDone<Result>(steps: Steps<Result>): Promise<Result> {
  return new Promise((resolve) => runSteps(steps, resolve))
}

/** Steps for a few milliseconds; the result where they were the last ones, else null. */
export function runSlice<Result>(steps: Steps<Result>): { readonly value: Result } | null {
  const end = performance.now() + sliceMs
  do {
    const step = steps.next()
    if (step.done === true) return { value: step.value }
  } while (performance.now() < end)
  return null
}
