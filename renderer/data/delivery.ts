import type { Change } from '../../shared/changes/change.ts'

export type ChangesListener = (changes: readonly Change[]) => void

/** Hands on what other windows wrote, each change once and in order; what nobody listens to yet is kept until somebody does. */
export interface Delivery {
  readonly deliver: (changes: readonly Change[]) => void
  readonly subscribe: (listener: ChangesListener) => () => void
  /** Forgets what waits: a load has brought it. */
  readonly forget: () => void
  readonly isAwaited: () => boolean
}

export function createDelivery(): Delivery {
  const listeners = new Set<ChangesListener>()
  let waiting: readonly Change[] = []

  const handOn = (): void => {
    if (listeners.size === 0 || waiting.length === 0) return
    const changes = waiting
    waiting = []
    // each in a task of its own making: one that throws keeps nothing from the others or from the log
    for (const listener of listeners) queueMicrotask(() => listener(changes))
  }
  return {
    deliver: (changes) => {
      waiting = [...waiting, ...changes]
      handOn()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      handOn()
      return () => void listeners.delete(listener)
    },
    forget: () => {
      waiting = []
    },
    isAwaited: () => listeners.size > 0,
  }
}
