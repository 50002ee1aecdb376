import type { Steps } from '../../shared/changes/steps.ts'

/** Does work in steps, so that what runs beside it goes on. */
export type RunSteps = <Result>(steps: Steps<Result>) => Promise<Result>

/** As long as this steps follow each other at once; then what people do has its turn, and the screen is drawn. */
const sliceMs = 8

/** Steps for a few milliseconds; the result where they were the last ones, else null. */
export function runSlice<Result>(steps: Steps<Result>): { readonly value: Result } | null {
  const end = performance.now() + sliceMs
  do {
    const step = steps.next()
    if (step.done === true) return { value: step.value }
  } while (performance.now() < end)
  return null
}

/** Does steps with pauses between them, so that people can go on meanwhile. */
export function inPauses(pause: () => Promise<void>): RunSteps {
  return async (steps) => {
    let result = runSlice(steps)
    while (result === null) {
      await pause()
      result = runSlice(steps)
    }
    return result.value
  }
}
