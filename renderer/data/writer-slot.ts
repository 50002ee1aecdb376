import { windowSlots } from '../../shared/changes/writer.ts'

/** The numbers of the slots, in the order in which they are taken. */
export const slotNumbers: readonly number[] = Array.from({ length: windowSlots }, (_, slot) => slot)

/** A number that no other window of this computer holds at the same time: two windows never stamp alike. */
export interface WriterSlot {
  readonly slot: number
  /** Gives it back. Closing the window does the same. */
  readonly release: () => void
}

/**
 * Takes a free writer slot, 0 to 15, and holds it for the life of the window. When all are taken it waits for any to
 * become free. Take it before a plan is loaded: what the slot's last holder wrote is then in the plan, and the clock
 * goes on from there.
 * @param before the slot that this window had before it was reloaded, which is tried first; else the lowest is
 */
export async function takeWriterSlot({ locks = navigator.locks, before = null }: { readonly locks?: Pick<LockManager, 'request'>; readonly before?: number | null } = {}): Promise<WriterSlot> {
  for (const slot of before === null ? slotNumbers : [before, ...slotNumbers]) {
    const taken = await takeIfFree({ locks, slot })
    if (taken !== null) return taken
  }
  return waitForAny(locks)
}

function takeIfFree({ locks, slot }: { readonly locks: Pick<LockManager, 'request'>; readonly slot: number }): Promise<WriterSlot | null> {
  return new Promise((answer, fail) => {
    const hold = (lock: Lock | null): Promise<void> | null => {
      if (lock !== null) return new Promise((release) => answer({ slot, release }))
      answer(null)
      return null
    }
    locks.request(nameOf(slot), { ifAvailable: true }, hold).catch(fail)
  })
}

function waitForAny(locks: Pick<LockManager, 'request'>): Promise<WriterSlot> {
  const waiting = new AbortController()
  return new Promise((answer, fail) => {
    for (const slot of slotNumbers) {
      const hold = (): Promise<void> | null => {
        if (waiting.signal.aborted) return null // another became free at the same moment, and one is enough
        waiting.abort()
        return new Promise((release) => answer({ slot, release }))
      }
      locks.request(nameOf(slot), { signal: waiting.signal }, hold).catch((error: unknown) => {
        if (!waiting.signal.aborted) fail(error)
      })
    }
  })
}

/** Runs something while no window has the slot, and none can take it; not at all where one has it. */
export async function whileFree({ locks = navigator.locks, slot }: { readonly locks?: Pick<LockManager, 'request'>; readonly slot: number }, run: () => void): Promise<void> {
  await locks.request(nameOf(slot), { ifAvailable: true }, (lock) => {
    if (lock !== null) run()
  })
}

function nameOf(slot: number): string {
  return `quarterdeck-writer-${slot}`
}
