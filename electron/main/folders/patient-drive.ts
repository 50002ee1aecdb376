import { atMost } from '../at-most.ts'
import { timedOut } from './mail-failure.ts'

/** So much of a drive at once: see `createSlots`. */
export type InSlot = <T>(work: () => Promise<T>) => Promise<T>

/** Asks something of a drive; throws `ETIMEDOUT` where no answer comes in time, and at once until that one has come after all. */
export type AskDrive = <T>(work: () => Promise<T>, more?: { readonly bytes: number }) => Promise<T>

/**
 * Lets so much go on at once, and the rest wait. What is asked of a drive that answers nothing never ends, and holds one
 * of the four threads on which everything is read and written, the journal too: some must be left.
 */
export function createSlots(most = 2): InSlot {
  const waiting: (() => void)[] = []
  let taken = 0
  return async (work) => {
    if (taken < most) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) taken -= 1
      else next()
    }
  }
}

/** What a slow drive of the network reads or writes in a millisecond. */
const bytesInMs = 200

/** One for each folder. @param patience in milliseconds, for what is read and written besides its bytes */
export function createAskDrive({ inSlot, patience = 10_000 }: { readonly inSlot: InSlot; readonly patience?: number }): AskDrive {
  let isSilent = false
  return async (work, { bytes } = { bytes: 0 }) => {
    if (isSilent) throw timedOut()
    let isGivenUp = false
    const answer = inSlot(async () => {
      // whoever asked has gone, perhaps while others that say nothing held the slots
      if (isGivenUp) throw timedOut()
      return work()
    })
    const settled = answer.then(
      (value) => ({ ok: true, value }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    )
    const outcome = await atMost({ work: settled, ms: patience + bytes / bytesInMs, late: null })
    if (outcome?.ok === true) return outcome.value
    if (outcome !== null) throw outcome.error
    isGivenUp = true
    isSilent = true
    void settled.then(() => (isSilent = false))
    throw timedOut()
  }
}
