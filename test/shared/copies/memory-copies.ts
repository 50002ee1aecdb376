import { isCopyFolder, isCopyName } from '../../../shared/copies/copy-name.ts'
import type { Copied, CopyFailure, CopyPlace, CopyStore } from '../../../shared/copies/copy-store.ts'

/** Copies in memory, for tests of what uses them; `fail` has every call that writes refused until it is null again, and `unavailable` every call. */
export interface MemoryCopies extends CopyStore {
  readonly files: Map<string, string>
  fail: CopyFailure | null
}

export function createMemoryCopies(): MemoryCopies {
  const files = new Map<string, string>()
  const done: Copied<undefined> = { ok: true, value: undefined }
  const keyOf = ({ folder, name }: CopyPlace): string => `${folder}/${name}`
  const change = (place: CopyPlace, work: (key: string) => void): Promise<Copied<undefined>> => {
    const reason = isCopyFolder(place.folder) && isCopyName(place.name) ? copies.fail : 'failed'
    if (reason !== null) return Promise.resolve({ ok: false, reason })
    work(keyOf(place))
    return Promise.resolve(done)
  }
  const look = <T>(work: () => T): Promise<Copied<T>> => Promise.resolve(copies.fail === 'unavailable' ? { ok: false, reason: 'unavailable' } : { ok: true, value: work() })
  const copies: MemoryCopies = {
    files,
    fail: null,
    folders: () => look(() => [...new Set([...files.keys()].map((key) => key.slice(0, key.indexOf('/'))))]),
    list: (folder) => look(() => [...files].filter(([key]) => key.startsWith(`${folder}/`)).map(([key, text]) => ({ name: key.slice(folder.length + 1), size: Buffer.byteLength(text) }))),
    read: (place) => look(() => lastOf(files.get(keyOf(place)), place.lastBytes)),
    append: ({ text, ...place }) => change(place, (key) => files.set(key, (files.get(key) ?? '') + text)),
    write: ({ text, ...place }) => change(place, (key) => files.set(key, text)),
    remove: (place) => change(place, (key) => files.delete(key)),
  }
  return copies
}

function lastOf(text: string | undefined, lastBytes: number | undefined): string | null {
  if (text === undefined || lastBytes === undefined) return text ?? null
  return Buffer.from(text).subarray(-lastBytes).toString()
}
