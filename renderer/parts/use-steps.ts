import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Steps } from '../../shared/changes/steps.ts'
import { runSlice, runSteps } from '../state/run-steps.ts'

/** The last work that was finished. */
export interface Done<Result> {
  readonly result: Result
  /** Whether it is what was asked for last, or something later is still being worked out. */
  readonly isCurrent: boolean
}

/**
 * Works something out beside all else: at once where it is little. While somebody goes on asking for other things,
 * what was begun is finished first, so that a slider that is dragged shows every result there is time for.
 * @param begin another one asks for other work
 */
export function useSteps<Result>(begin: () => Steps<Result>): Done<Result> | null {
  const [done, setDone] = useState<{ readonly begin: () => Steps<Result>; readonly result: Result } | null>(null)
  const work = useRef<{ wanted: () => Steps<Result>; stop: (() => void) | null }>({ wanted: begin, stop: null })
  useLayoutEffect(() => {
    const own = work.current
    const next = (): void => {
      const { wanted } = own
      const finish = (result: Result): void => {
        own.stop = null
        setDone({ begin: wanted, result })
        if (own.wanted !== wanted) next()
      }
      const steps = wanted()
      const atOnce = runSlice(steps)
      if (atOnce !== null) finish(atOnce.value)
      else own.stop = runSteps(steps, finish)
    }
    own.wanted = begin
    if (own.stop === null) next()
  }, [begin])
  useEffect(() => {
    const own = work.current
    return () => {
      own.stop?.()
      own.stop = null
    }
  }, [])
  return done === null ? null : { result: done.result, isCurrent: done.begin === begin }
}
