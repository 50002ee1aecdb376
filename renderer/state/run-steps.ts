import type { Steps } from '../../shared/changes/steps.ts'
import { runSlice } from '../data/in-pauses.ts'

export { runSlice }

/**
 * Does work in slices that leave the page alive.
 * @param onDone told of the result once; never after the returned function has stopped the work
 * @param onBroken told of what a step has thrown; where nobody listens, it is thrown as it came
 */
export function runSteps<Result>(steps: Steps<Result>, onDone: (result: Result) => void, onBroken?: (error: unknown) => void): () => void {
  // a message comes as a task of its own, without the wait that timers have
  const { port1, port2 } = new MessageChannel()
  const stop = (): void => port1.close()
  port1.onmessage = () => {
    let result: { readonly value: Result } | null
    try {
      result = runSlice(steps)
    } catch (error) {
      stop()
      if (onBroken === undefined) throw error
      return onBroken(error)
    }
    if (result === null) return port2.postMessage(null)
    stop()
    return onDone(result.value)
  }
  port2.postMessage(null)
  return stop
}

/** The same as a promise, for work that nobody gives up. */
export function stepsDone<Result>(steps: Steps<Result>): Promise<Result> {
  return new Promise((resolve, reject) => runSteps(steps, resolve, reject))
}
