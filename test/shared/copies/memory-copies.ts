import { isBackupName, isOverCopyLimit, mayRemoveBackup } from '../../../shared/copies/copy-limits.ts'
import { isCopyFolder, isCopyName } from '../../../shared/copies/copy-name.ts'
import type { Copied, CopyFailure, CopyPlace, CopyStore } from '../../../shared/copies/copy-store.ts'

/** Copies in memory, for tests of what uses them; `fail` has every call that writes refused until it is null again, and `unavailable` every call. */
export interface MemoryCopies extends CopyStore {
  readonly files: Map<string, string>
  fail: CopyFailure | null
}

export function createMemoryCopies(): MemoryCopies {
  const files = new Map<string, string>()
  const keyOf = ({ folder, name }: CopyPlace): string => `${folder}/${name}`
  const namesIn = (folder: string): readonly string[] => [...files.keys()].filter((key) => key.startsWith(`${folder}/`)).map((key) => key.slice(folder.length + 1))
  const listed = (folder: string) => namesIn(folder).map((name) => ({ name, size: Buffer.byteLength(files.get(keyOf({ folder, name })) ?? '') }))
  const change = (place: CopyPlace, text: string, work: (key: string) => CopyFailure | null): Promise<Copied<undefined>> => {
    const given = isPlace(place) && !isOverCopyLimit(text) ? copies.fail : 'failed'
    const reason = given ?? work(keyOf(place))
    return Promise.resolve(reason === null ? { ok: true, value: undefined } : { ok: false, reason })
  }
  /** A backup that is there stays as it is. */
  const put = (key: string, name: string, text: string): CopyFailure | null => {
    if (isBackupName(name) && (files.get(key) ?? text) !== text) return 'denied'
    files.set(key, text)
    return null
  }
  const look = <T>(isOurs: boolean, work: () => T): Promise<Copied<T>> => {
    const reason = isOurs ? (copies.fail === 'unavailable' ? 'unavailable' : null) : 'failed'
    return Promise.resolve(reason === null ? { ok: true, value: work() } : { ok: false, reason })
  }
  const copies: MemoryCopies = {
    files,
    fail: null,
    folders: () => look(true, () => [...new Set([...files.keys()].map((key) => key.slice(0, key.indexOf('/'))))]),
    list: (folder) => look(isCopyFolder(folder), () => listed(folder)),
    read: (place) => look(isPlace(place), () => lastOf(files.get(keyOf(place)), place.lastBytes)),
    append: ({ text, ...place }) => change(place, text, (key) => put(key, place.name, (files.get(key) ?? '') + text)),
    write: ({ text, ...place }) => change(place, text, (key) => put(key, place.name, text)),
    remove: (place) =>
      change(place, '', (key) => {
        if (files.has(key) && isBackupName(place.name) && !mayRemoveBackup(namesIn(place.folder))) return 'denied'
        files.delete(key)
        return null
      }),
  }
  return copies
}

function isPlace({ folder, name }: CopyPlace): boolean {
  return isCopyFolder(folder) && isCopyName(name)
}

function lastOf(text: string | undefined, lastBytes: number | undefined): string | null {
  if (text === undefined || lastBytes === undefined) return text ?? null
  return Buffer.from(text).subarray(-lastBytes).toString()
}
