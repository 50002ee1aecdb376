import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** How Chromium keeps IndexedDB: in LevelDB, or in SQLite, which newer ones can be told to use. */
export type Backend = 'LevelDB' | 'SQLite'

export const sqliteSwitch = '--enable-features=IdbSqliteBackingStore'

/** A file of the databases in a profile. */
export interface DataFile {
  readonly path: string
  readonly name: string
  /** `log` is what is written now, `table` what is settled; the others tell which files there are. In SQLite all is in `database`. */
  readonly kind: 'log' | 'table' | 'manifest' | 'current' | 'database' | 'other'
  readonly size: number
  /** Which database lies in it; in LevelDB all of an origin lie together. */
  readonly holds: 'all' | 'plan' | 'library' | 'other'
}

/** The folder of the origin's databases; SQLite's has no ending, by which one sees that it took. */
export function databaseFolder(profile: string): { readonly path: string; readonly backend: Backend } {
  const [path] = globSync('Default/IndexedDB/http*', { cwd: profile }).filter((each) => !each.endsWith('.blob'))
  if (path === undefined) throw new Error('the profile has no database')
  return { path: join(profile, path), backend: path.endsWith('.leveldb') ? 'LevelDB' : 'SQLite' }
}

export function databaseFiles(profile: string): readonly DataFile[] {
  const { path, backend } = databaseFolder(profile)
  const files = filesBelow(path).map((file) => ({ ...file, kind: kindOf(file.name, backend) }))
  if (backend === 'LevelDB') return files.map((file) => ({ ...file, holds: 'all' }))
  // files are named by a digest of the database's name, which stands in them
  const named = new Map(files.filter(({ kind }) => kind === 'database').map(({ name, path: at }) => [name, heldIn(files.filter((file) => file.path.startsWith(at)).map((file) => readFileSync(file.path, 'latin1')).join(''))]))
  return files.map((file) => ({ ...file, holds: named.get(file.name.replace(/-.*$/, '')) ?? 'other' }))
}

/** The files of the second copy in a browser's profile: the origin private file system, and what lists its files. */
export function copyFiles(profile: string): readonly DataFile[] {
  return filesBelow(copyFolder(profile)).map((file) => ({ ...file, kind: 'other', holds: 'all' }))
}

export function copyFolder(profile: string): string {
  return join(profile, 'Default/File System')
}

function filesBelow(folder: string): readonly Omit<DataFile, 'kind' | 'holds'>[] {
  return globSync('**/*', { cwd: folder })
    .map((name) => ({ path: join(folder, name), name: basename(name), stats: statSync(join(folder, name)) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ path, name, stats }) => ({ path, name, size: stats.size }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function heldIn(utf16: string): DataFile['holds'] {
  const bytes = utf16.replaceAll('\0', '')
  if (bytes.includes('quarterdeck-library')) return 'library'
  return bytes.includes('quarterdeck-plan-') ? 'plan' : 'other'
}

function kindOf(name: string, backend: Backend): DataFile['kind'] {
  if (backend === 'SQLite') return /^[A-Z0-9]{20,}$/.test(name) ? 'database' : 'log'
  if (name.endsWith('.log')) return 'log'
  if (name.endsWith('.ldb')) return 'table'
  if (name.startsWith('MANIFEST')) return 'manifest'
  return name === 'CURRENT' ? 'current' : 'other'
}
