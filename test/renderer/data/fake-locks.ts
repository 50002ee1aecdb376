/** The part of Web Locks (W3C) that is used: exclusive locks, `ifAvailable`, and a signal that takes back a request that waits. */
export function createFakeLocks(): Pick<LockManager, 'request'> {
  const held = new Map<string, Promise<unknown>>()

  const request = async (name: string, options: LockOptions, grant: LockGrantedCallback<unknown>): Promise<unknown> => {
    for (let holder = held.get(name); holder !== undefined; holder = held.get(name)) {
      if (options.ifAvailable === true) return grant(null)
      await Promise.race([holder, aborted(options.signal)])
    }
    const holding = Promise.resolve(grant({ name, mode: 'exclusive' }))
    held.set(name, holding)
    await holding
    held.delete(name)
    return holding
  }
  return { request: request as LockManager['request'] } // the type has two more forms, which nobody calls
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, fail) => {
    const stop = (): void => fail(new DOMException('taken back', 'AbortError'))
    if (signal?.aborted === true) stop()
    else signal?.addEventListener('abort', stop)
  })
}
