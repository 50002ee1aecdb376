interface RunInOneWindow {
  /** Windows that name the same work do it one after the other. */
  readonly name: string
  readonly locks: Pick<LockManager, 'request'>
  /** Begins the work; gives how to end it, which resolves when it has ended. */
  readonly run: () => () => Promise<void>
}

/**
 * Of all windows of this computer one does the work. When it ends, or its window is closed or killed, another one that waits
 * takes over.
 * @returns ends it here, or no longer waits for it; resolves when nothing of it goes on in this window
 */
export function runInOneWindow({ name, locks, run }: RunInOneWindow): () => Promise<void> {
  const waiting = new AbortController()
  const { promise: asked, resolve: end } = Promise.withResolvers<undefined>()
  const work = async (): Promise<void> => {
    if (waiting.signal.aborted) return
    const stop = run()
    await asked
    await stop()
  }
  const ended = locks.request(name, { signal: waiting.signal }, work).then(
    () => undefined,
    () => undefined, // no longer waited for
  )
  return () => {
    waiting.abort()
    end(undefined)
    return ended
  }
}

/** Waits until no window does that work, and at most for some time. */
export async function untilNobodyRuns({ name, locks, ms }: Pick<RunInOneWindow, 'name' | 'locks'> & { readonly ms: number }): Promise<void> {
  await locks.request(name, { signal: AbortSignal.timeout(ms) }, () => undefined).catch(() => undefined) // it is not waited for any longer
}
