/**
 * Where the second copy of every plan is kept, outside the database: files of text in folders, one folder a plan.
 * In Electron they lie in the profile, written by the main process; in a browser in the origin private file system.
 * Names are those of `copy-name.ts`; anything else is refused as `failed`. No call throws. Changes of one file happen
 * one after the other, in the order they were asked for. Limits are those of `copy-limits.ts`: a text that is too long
 * is refused as `failed`; a backup that is there is neither written otherwise nor added to, and one of the last three
 * of a folder is not removed (`denied`). `test/shared/copies/copy-store-laws.ts` says all that as tests.
 */
export interface CopyStore {
  /** The folders there are. */
  readonly folders: () => Promise<Copied<readonly string[]>>
  /** The files of a folder, in no order; none where there is no such folder. */
  readonly list: (folder: string) => Promise<Copied<readonly CopyFile[]>>
  /**
   * A file as text, or what its last bytes say where `lastBytes` (one or more) is given, of which the first may be the
   * rest of a letter; null where there is no such file. What is no UTF-8 reads as U+FFFD.
   */
  readonly read: (place: CopyPlace & { readonly lastBytes?: number }) => Promise<Copied<string | null>>
  /** Adds text at the end of a file, which is made where it isn't there. Flushed to the disk when it answers. */
  readonly append: (addition: CopyPlace & { readonly text: string }) => Promise<Copied<undefined>>
  /** Writes a file whole or not at all, in the place of one that has the name. Flushed to the disk when it answers. */
  readonly write: (file: CopyPlace & { readonly text: string }) => Promise<Copied<undefined>>
  /** Removes a file; one that isn't there is removed. */
  readonly remove: (place: CopyPlace) => Promise<Copied<undefined>>
}

export interface CopyPlace {
  readonly folder: string
  readonly name: string
}

export interface CopyFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
}

/** Why nothing was read or written. `unavailable`: there is no place for copies here at all, as in some private windows. */
export const copyFailures = ['full', 'denied', 'unavailable', 'failed'] as const
export type CopyFailure = (typeof copyFailures)[number]

export type Copied<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: CopyFailure }
