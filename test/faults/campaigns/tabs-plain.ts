import type { Page } from 'playwright-core'

/** How many edits the plain list holds; makes the list where there is none. */
export function plainCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('plain', 1)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('lists').put([], 'edits'))
      request.addEventListener('success', () => done(request.result))
    })
    const list = await new Promise<readonly string[]>((done) => {
      const request = database.transaction('lists').objectStore('lists').get('edits') as IDBRequest<readonly string[]> // as it was put
      request.addEventListener('success', () => done(request.result))
    })
    database.close()
    return list.length
  })
}

/** Reads the list, adds to it and writes it, so many times. */
export function editPlainly(page: Page, count: number): Promise<void> {
  return page.evaluate(async (times) => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('plain', 1)
      request.addEventListener('success', () => done(request.result))
    })
    for (let edit = 0; edit < times; edit += 1) {
      const list = await new Promise<readonly string[]>((done) => {
        const request = database.transaction('lists').objectStore('lists').get('edits') as IDBRequest<readonly string[]> // as it was put
        request.addEventListener('success', () => done(request.result))
      })
      await new Promise<void>((done) => {
        const transaction = database.transaction('lists', 'readwrite')
        transaction.objectStore('lists').put([...list, `edit ${edit}`], 'edits')
        transaction.addEventListener('complete', () => done())
      })
    }
    database.close()
  }, count)
}
