import type { Page } from 'playwright-core'

/**
 * Fills a database beside the planner's until less than an edit or two has room in the origin's quota.
 * @returns how many bytes went into it
 */
export function useUpQuota(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('filler', 1)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('bytes', { autoIncrement: true }))
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', () => fail(request.error ?? new Error('not opened')))
    })
    const put = (bytes: number): Promise<boolean> =>
      new Promise((done) => {
        const transaction = database.transaction('bytes', 'readwrite')
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(bytes)))
        transaction.addEventListener('complete', () => done(true))
        transaction.addEventListener('abort', () => done(false))
      })
    let filled = 0
    for (const bytes of [60_000, 2_000]) while (await put(bytes)) filled += bytes
    database.close()
    return filled
  })
}
