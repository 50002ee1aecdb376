import { planDatabase, type FakeComputer } from './fake-computer.ts'

/** Looks into a database past the product's code, and tampers with it. */
export async function withStores<T>({ factory, name, version, create, work }: {
  readonly factory: IDBFactory
  readonly name: string
  readonly version?: number
  /** Makes the stores of a database that isn't there yet. */
  readonly create?: (database: IDBDatabase) => void
  readonly work: (store: (name: string) => IDBObjectStore) => IDBRequest<T> | undefined
}): Promise<T | undefined> {
  const opening = factory.open(name, version)
  opening.addEventListener('upgradeneeded', () => create?.(opening.result))
  const database = await answerOf(opening)
  const stores = [...database.objectStoreNames]
  if (stores.length === 0) {
    database.close()
    return undefined
  }
  const transaction = database.transaction(stores, 'readwrite')
  const finished = new Promise<void>((done, fail) => {
    transaction.addEventListener('complete', () => done())
    transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('aborted')))
  })
  const request = work((store) => transaction.objectStore(store))
  await finished
  database.close()
  return request?.result
}

export function rowsOf({ factory, name, store }: { readonly factory: IDBFactory; readonly name: string; readonly store: string }): Promise<readonly Record<string, unknown>[]> {
  return withStores({ factory, name, work: (storeNamed) => storeNamed(store).getAll() as IDBRequest<Record<string, unknown>[]> }).then((rows) => rows ?? [])
}

interface StorePlace {
  readonly computer: Pick<FakeComputer, 'indexedDB'>
  readonly name?: string
  readonly store: string
}

/** Spoils rows of one store, as a bad disk does; of the plan's database where none is named. */
export async function tamper({ computer, name = planDatabase, store }: StorePlace, work: (store: IDBObjectStore) => void): Promise<void> {
  await withStores({
    factory: computer.indexedDB,
    name,
    work: (named) => {
      work(named(store))
      return undefined
    },
  })
}

/** As a browser does that has thrown a database away. */
export async function dropDatabase({ factory, name }: { readonly factory: IDBFactory; readonly name: string }): Promise<void> {
  await answerOf(factory.deleteDatabase(name))
}

/** A database is thrown away, and what is written then goes into one that is begun anew, while a journal still has what was before. */
export async function writeAnew({ indexedDB, copies }: Pick<FakeComputer, 'indexedDB' | 'copies'>, write: () => Promise<void>): Promise<void> {
  const before = new Map(copies.files)
  copies.files.clear()
  await dropDatabase({ factory: indexedDB, name: planDatabase })
  await write()
  for (const [name, text] of before) copies.files.set(name.replace('journal-0', 'journal-9'), text)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('refused')))
  })
}
