/**
 * Asks the browser not to clear away what is stored when the disk gets short. Electron never does; Chromium
 * decides by itself; Firefox asks the person. Whatever the answer, nothing waits for it.
 */
export function askToKeepPlans(storage: Pick<StorageManager, 'persist'> | undefined = navigator.storage): void {
  storage?.persist().catch(() => false) // a browser that can't promise anything says so by failing
}

/**
 * Whether the browser has promised not to clear plans away; null where it can't be asked. A private window promises
 * nothing, and nor do most browsers as long as an address is seldom visited.
 */
export async function arePlansKept(storage: Pick<StorageManager, 'persisted'> | undefined = navigator.storage): Promise<boolean | null> {
  try {
    return (await storage?.persisted()) ?? null
  } catch {
    return null
  }
}

export interface RoomGiven {
  /** In bytes, where the browser says it. */
  readonly usage?: number | undefined
  readonly quota?: number | undefined
  /** Whether it has promised not to clear it away. */
  readonly isPersisted: boolean
}

/** How much room the browser gives; null where it does not say. */
export async function roomGiven(storage: Pick<StorageManager, 'estimate' | 'persisted'> | undefined = navigator.storage): Promise<RoomGiven | null> {
  try {
    if (storage === undefined) return null
    const [{ usage, quota }, isPersisted] = await Promise.all([storage.estimate(), storage.persisted()])
    return { usage, quota, isPersisted }
  } catch {
    return null
  }
}
