import type { Mailed } from '../../../shared/share/mailbox.ts'

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
  return <T>(work: () => Promise<Mailed<T>>, bytes = 0) => {
    if (hanging > 0) return Promise.resolve(unreachable)
    const { promise: late, resolve } = Promise.withResolvers<Mailed<T>>()
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      hanging += 1
      resolve(unreachable)
    }, allowedMs + bytes / bytesInMs)
    const answered = async (): Promise<Mailed<T>> => {
      try {
        return await work()
      } finally {
        clearTimeout(timer)
        if (isLate) hanging -= 1
      }
    }
    return Promise.race([answered(), late])
  }
}
