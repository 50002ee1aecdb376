import type { Mailed } from '../../../shared/share/mailbox.ts'
import { atMost } from '../at-most.ts'

/** A file that has to be fetched from elsewhere first may take its time; a drive that says nothing for so long has gone. */
const longestMs = 60_000
/** What a slow drive takes in a millisecond. */
const bytesInMs = 100

const unreachable = { ok: false, reason: 'unreachable' } as const

export type Patient = <T>(work: () => Promise<Mailed<T>>, bytes?: number) => Promise<Mailed<T>>

/**
 * Waits for a folder only so long: on a drive that lost its network, calls hang that nobody can end. While one hangs the
 * folder can't be reached, and is asked nothing more. What is given up may still be done.
 */
export function createPatience(allowedMs = longestMs): Patient {
  let hanging = 0
  return async (work, bytes = 0) => {
    if (hanging > 0) return unreachable
    const asked = work()
    const answer = await atMost({ work: asked, ms: allowedMs + bytes / bytesInMs, late: null })
    if (answer !== null) return answer
    hanging += 1
    const isOver = (): void => void (hanging -= 1)
    asked.then(isOver, isOver)
    return unreachable
  }
}
