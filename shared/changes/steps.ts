/** Work in steps: at each `yield` whoever does it may let others have the time, and go on later or not at all. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
