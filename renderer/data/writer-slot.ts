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
 * Takes the first free writer slot, 0 to 15, and holds it for the life of the window. When all are taken it waits
 * for any to become free. Take it before a plan is loaded: what the slot's last holder wrote is then in the plan,
 * and the clock goes on from there.
 */
export async function takeWriterSlot(locks: Pick<LockManager, 'request'> = navigator.locks): Promise<WriterSlot> {
  for (const slot of slotNumbers) {
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

/** The slots that windows hold at the moment. */
export async function slotsHeld(locks: Pick<LockManager, 'query'>): Promise<ReadonlySet<number>> {
  const { held = [] } = await locks.query()
  const names = new Set(held.map(({ name }) => name))
  return new Set(slotNumbers.filter((slot) => names.has(nameOf(slot))))
}

function nameOf(slot: number): string {
  return `quarterdeck-writer-${slot}`
}
