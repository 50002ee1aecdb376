interface OnlyVersion {
  readonly factory: IDBFactory
  readonly version: number
  /** The stores that every version has had from the first. */
  readonly stores: readonly string[]
  /** Told of an older database without one of them: it is damaged, and is left as it is. */
  readonly onLacking: () => void
}

/**
 * Dexie 4 answers a VersionError by opening whatever is there, and a missing store by adding it, under a version
 * number of its own or while it brings an older database up to date. Both would have an app write into what it
 * doesn't know. So no version is opened but the one this app knows: a newer one is a VersionError, a database
 * without our stores a NotFoundError, and an older one is changed only where it is whole.
 */
export function onlyVersion({ factory, version, stores, onLacking }: OnlyVersion): Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'> {
  return {
    open: (name, asked) => {
      if (asked === undefined) throw new DOMException('a newer version has written this database', 'VersionError')
      if (asked !== version) throw new DOMException('the database lacks a store', 'NotFoundError')
      const request = factory.open(name, asked)
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        if (oldVersion === 0 || stores.every((store) => request.result.objectStoreNames.contains(store))) return
        onLacking()
        request.transaction?.abort()
      })
      return request
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
}
