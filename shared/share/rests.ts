/**
 * Lets what has to be done over and over rest in between, ever longer: something that takes away whatever is put, or that
 * writes under this computer's name, must keep nobody busy without end.
 */
export interface Rests {
  /** Whether it may be done now. */
  readonly mayBegin: (what: string) => boolean
  /** It was done. */
  readonly note: (what: string) => void
  /** Whether anything was done so often of late that nobody can say that it helped. */
  readonly isAny: () => boolean
}

/** So often it is done at once: a place that is emptied is filled again. */
const free = 3
const firstMs = 10_000
const longestMs = 300_000
/** What was not done again for so long, beyond its rest, has helped. */
const calmMs = 60_000

export function createRests({ now }: { readonly now: () => number }): Rests {
  const done = new Map<string, { readonly times: number; readonly at: number }>()
  const restOf = (times: number): number => (times < free ? 0 : Math.min(firstMs * 2 ** (times - free), longestMs))
  /** A clock that was set back has to keep nobody waiting for a year. */
  const hasPassed = (at: number, ms: number): boolean => Math.abs(now() - at) >= ms
  const isOver = ({ times, at }: { readonly times: number; readonly at: number }): boolean => hasPassed(at, restOf(times))
  return {
    mayBegin: (what) => {
      const last = done.get(what)
      return last === undefined || isOver(last)
    },
    note: (what) => {
      const last = done.get(what)
      const times = last === undefined || hasPassed(last.at, calmMs + 2 * restOf(last.times)) ? 0 : last.times
      done.set(what, { times: times + 1, at: now() })
    },
    isAny: () => [...done.values()].some((last) => !isOver(last)),
  }
}
