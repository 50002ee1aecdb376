import type { Commit } from './storage.ts'

export type CommitsListener = (commits: readonly Commit[]) => void

/** Hands on what other windows wrote, each commit once and in order; what nobody listens to yet is kept until somebody does. */
export interface Delivery {
  readonly deliver: (commits: readonly Commit[]) => void
  readonly subscribe: (listener: CommitsListener) => () => void
  /** Forgets what waits: a load has brought it. */
  readonly forget: () => void
  readonly isAwaited: () => boolean
}

export function createDelivery(): Delivery {
  const listeners = new Set<CommitsListener>()
  let waiting: readonly Commit[] = []

  const handOn = (): void => {
    if (listeners.size === 0 || waiting.length === 0) return
    const commits = waiting
    waiting = []
    // each in a task of its own making: one that throws keeps nothing from the others or from the log
    for (const listener of listeners) queueMicrotask(() => listener(commits))
  }
  return {
    deliver: (commits) => {
      waiting = [...waiting, ...commits]
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
