import { done } from './failure.ts'
import type { FollowedLog } from './followed-log.ts'
import { inPauses } from './in-pauses.ts'
import { inTurn } from './in-turn.ts'
import { readProven, type MendParts, type ProvenPlan } from './mend-plan.ts'
import type { Mended, Stored } from './storage.ts'

/** How one window has its plan proven and mended, when it opens it and while it is in use, and goes on from there. */
export interface WindowMending {
  /** What was mended last, if anything had to be. */
  readonly mended: () => Mended | null
  /** Told of what is mended after the load. */
  readonly onMended: (listener: (mended: Mended) => void) => () => void
  /** Proves the plan, and begins with it. */
  readonly load: () => Promise<Stored<ProvenPlan>>
  /** Goes on where the log was written anew by another window. */
  readonly startAnew: () => Promise<Stored<undefined>>
  /**
   * A browser that finds a block spoilt, or comes back from a full disk, throws the whole database away while it is in
   * use. It is made whole from the second copy as at a start, where nothing of it is missing there; true if it is there.
   */
  readonly mendInUse: () => Promise<boolean>
  /** Mends what opening the plan does not read, of which rows are known to be missing. */
  readonly mendSuspect: () => Promise<Stored<Mended | null>>
}

interface WindowMendingParts {
  readonly parts: Omit<MendParts, 'isSuspect' | 'atLeast'>
  readonly log: FollowedLog
  /** Tells other windows, which go on from the log as it is now. */
  readonly tellOthers: () => void
}

export function createWindowMending({ parts, log, tellOthers }: WindowMendingParts): WindowMending {
  const listeners = new Set<(mended: Mended) => void>()
  let mended: Mended | null = null

  const goOnFrom = ({ plan, mended: found }: ProvenPlan): void => {
    if (found !== null) {
      mended = found
      tellOthers()
      // in a task of its own: a listener that throws keeps nothing from the others or from the log
      for (const listener of listeners) queueMicrotask(() => listener(found))
    }
    log.goOnFrom(plan)
  }
  return {
    mended: () => mended,
    onMended: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    load: async () => {
      const read = await readProven({ ...parts, run: inPauses(parts.platform.pause) })
      if (!read.ok) return read
      mended = read.value.mended
      log.begin(read.value.plan)
      if (mended !== null) tellOthers()
      return read
    },
    startAnew: async () => {
      const read = await readProven(parts)
      if (!read.ok) return read
      goOnFrom(read.value)
      return done
    },
    mendInUse: inTurn(async () => {
      const position = log.position()
      if (position === null) return false
      await parts.copy.catchUp() // where the disk was full, the journal lacks what was saved last
      const read = await readProven({ ...parts, atLeast: position.seen })
      if (!read.ok || read.value.plan.seen < position.seen) return false
      if (read.value.mended !== null) goOnFrom(read.value) // else it is there again by itself
      return true
    }),
    mendSuspect: async () => {
      const read = await readProven({ ...parts, isSuspect: true })
      if (!read.ok) return read
      if (read.value.mended !== null) goOnFrom(read.value)
      return { ok: true, value: read.value.mended }
    },
  }
}
