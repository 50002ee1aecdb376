import type { BrowserContext, Page } from 'playwright-core'

/** A page of the app's origin with nothing on it: what it finds in the storage is what a plain browser hands back. */
export async function openPlainPage(browser: BrowserContext, url: string): Promise<Page> {
  const address = new URL('/plain', url).href
  await browser.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Plain</title>' }))
  const page = browser.pages()[0] ?? (await browser.newPage())
  await page.goto(address)
  return page
}

/** What lies in the databases of an origin: a text for each row, by database, store and key. */
export interface RawData {
  readonly rows: Readonly<Record<string, string>>
  /** What the browser said of databases it could not read. */
  readonly errors: readonly string[]
}

/** Reads all there is, through IndexedDB alone. */
export function readRawData(page: Page): Promise<RawData> {
  return page.evaluate(async () => {
    const rows: Record<string, string> = {}
    const errors: string[] = []
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('failed')))
      })
    const note = (error: unknown): void => void errors.push(error instanceof Error ? error.name : 'Error')
    for (const { name } of await indexedDB.databases().catch((error: unknown) => (note(error), []))) {
      if (name?.startsWith('quarterdeck') !== true) continue
      try {
        const database = await answerOf(indexedDB.open(name))
        for (const store of database.objectStoreNames) {
          try {
            const target = database.transaction(store).objectStore(store)
            const [keys, values] = await Promise.all([answerOf(target.getAllKeys()), answerOf<unknown[]>(target.getAll())])
            for (const [index, key] of keys.entries()) rows[`${name}/${store}/${JSON.stringify(key)}`] = JSON.stringify(values[index])
          } catch (error) {
            note(error)
          }
        }
        database.close()
      } catch (error) {
        note(error)
      }
    }
    return { rows, errors }
  })
}

/** What became of the rows of the planner: how many are gone or other than they were, and whether the browser said so. */
export interface Became {
  readonly gone: number
  readonly changed: number
  readonly of: number
  /** How many rows of the plan's log are there still. */
  readonly logLeft: number
  /** Whether the log of the plan is as it was. */
  readonly isLogWhole: boolean
  /** Whether the list of plans is as it was. */
  readonly isListWhole: boolean
  readonly said: string
}

export function whatBecame(before: RawData, after: RawData): Became {
  const keys = Object.keys(before.rows).filter((key) => key.startsWith('quarterdeck'))
  const gone = keys.filter((key) => after.rows[key] === undefined).length
  const changed = keys.filter((key) => after.rows[key] !== undefined && after.rows[key] !== before.rows[key]).length
  const log = keys.filter((key) => key.includes('/commits/'))
  const isLogWhole = log.every((key) => after.rows[key] === before.rows[key])
  const isListWhole = keys.every((key) => !key.includes('/plans/') || after.rows[key] === before.rows[key])
  return { gone, changed, of: keys.length, isListWhole, logLeft: log.filter((key) => after.rows[key] !== undefined).length, isLogWhole, said: after.errors.length === 0 ? 'no error' : [...new Set(after.errors)].join(', ') }
}
