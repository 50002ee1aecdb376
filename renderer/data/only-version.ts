/**
 * Dexie 4 answers a VersionError by opening whatever is there, and a missing store by adding it under a version
 * number of its own. Both would have an old app write into a newer app's database. So no version is opened but
 * the one this app knows: a newer one is a VersionError, a database without our stores a NotFoundError.
 */
export function onlyVersion({ factory, version }: { readonly factory: IDBFactory; readonly version: number }): Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'> {
  return {
    open: (name, asked) => {
      if (asked === undefined) throw new DOMException('a newer version has written this database', 'VersionError')
      if (asked !== version) throw new DOMException('the database lacks a store', 'NotFoundError')
      return factory.open(name, asked)
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
}
