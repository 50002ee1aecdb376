/**
 * Asks the browser not to clear away what is stored when the disk gets short. Electron never does; Chromium
 * decides by itself; Firefox asks the person. Whatever the answer, nothing waits for it.
 */
export function askToKeepPlans(storage: Pick<StorageManager, 'persist'> | undefined = navigator.storage): void {
  storage?.persist().catch(() => false) // a browser that can't promise anything says so by failing
}
