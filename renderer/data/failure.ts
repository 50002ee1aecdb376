import { isList } from './raw-value.ts'
import type { Stored, StorageFailure } from './storage.ts'

/** The answer of a call that has nothing to say but that it is done. */
export const done: Stored<undefined> = { ok: true, value: undefined }

/** @param where store and key of what can't be read, `commits/17` */
export function damaged(where: string): { readonly ok: false; readonly failure: StorageFailure } {
  return { ok: false, failure: { kind: 'damaged', where } }
}

/** What the errors of IndexedDB (W3C, Indexed Database API 3.0) and of Dexie mean to a person. */
const failures: Readonly<Record<string, StorageFailure>> = {
  QuotaExceededError: { kind: 'full' },
  MissingAPIError: { kind: 'unavailable' },
  InvalidStateError: { kind: 'unavailable' },
  SecurityError: { kind: 'unavailable' },
  DatabaseClosedError: { kind: 'unavailable' },
  VersionError: { kind: 'newer' },
  NotFoundError: { kind: 'damaged', where: 'stores' },
}

/** Maps whatever was thrown. Names only: messages of errors may quote what people wrote. */
export function failureOf(error: unknown): StorageFailure {
  const names = namesIn(error, 0)
  // the reason lies deepest: a full disk arrives as an AbortError around a QuotaExceededError
  const known = names.toReversed().find((name) => Object.hasOwn(failures, name))
  return (known === undefined ? undefined : failures[known]) ?? { kind: 'failed', message: names.at(-1) ?? 'Error' }
}

/** The names of an error and of those within it, outermost first. */
function namesIn(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return []
  const { inner, failures: several }: Error & { readonly inner?: unknown; readonly failures?: unknown } = error // as Dexie wraps them
  const within = [inner, ...(isList(several) ? several.slice(0, 1) : [])]
  return [error.name, ...within.flatMap((next) => namesIn(next, depth + 1))]
}

/** Whether what is stored may be the matter, and not the room or the browser. */
export function isDamage({ kind }: StorageFailure): boolean {
  return kind === 'damaged' || kind === 'failed'
}
