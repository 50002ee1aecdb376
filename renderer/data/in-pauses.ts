import type { Steps } from '../../shared/changes/steps.ts'

/** As long as this steps follow each other at once; then the page has its turn. */
const sliceMs = 8

/** Does steps with pauses between them, so that people can go on meanwhile. */
export function inPauses(pause: () => Promise<void>): <Result>(steps: Steps<Result>) => Promise<Result> {
  return async (steps) => {
    let end = performance.now() + sliceMs
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      if (performance.now() < end) continue
      await pause()
      end = performance.now() + sliceMs
    }
  }
}
