/** Files that wait until a window takes them. */
export interface OpenRequests {
  /** Files came from outside: an argument, a second start, a double click. */
  add(paths: readonly string[]): void
  /** Hands over what waits for this window, and forgets it. */
  take(windowId: number): readonly string[]
  /** A window is gone; what it did not take is for the next. */
  release(windowId: number): void
}

/**
 * Each file goes to one window: the one in front when it came, or the first there will be. The window is told, and
 * takes it when it is ready to; so nothing is lost while a page loads, and nothing is opened twice.
 */
export function createOpenRequests(options: {
  readonly windowInFront: () => number | null
  readonly tell: (windowId: number) => void
}): OpenRequests {
  const waiting = new Map<number | null, string[]>()
  const put = (windowId: number | null, paths: readonly string[]): void => {
    waiting.set(windowId, [...(waiting.get(windowId) ?? []), ...paths])
  }
  const takeFrom = (windowId: number | null): string[] => {
    const paths = waiting.get(windowId) ?? []
    waiting.delete(windowId)
    return paths
  }
  return {
    add(paths) {
      if (paths.length === 0) return
      const windowId = options.windowInFront()
      put(windowId, paths)
      if (windowId !== null) options.tell(windowId)
    },
    take: (windowId) => [...takeFrom(null), ...takeFrom(windowId)],
    release: (windowId) => put(null, takeFrom(windowId)),
  }
}
