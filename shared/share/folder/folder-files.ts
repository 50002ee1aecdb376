import type { Mailed } from '../mailbox.ts'

/**
 * A folder that is shared, as a computer sees it: in Electron the main process reads and writes it, in a browser the File
 * System Access API. `folder-mailbox.ts` makes a mailbox of it. Paths are those of `folder-path.ts`, with `/` between names,
 * and anything else is refused as `failed`; no call throws.
 */
export interface FolderFiles {
  /** The regular files in the folder and in the folders it is to have, in no order; symbolic links and what is too large left out. */
  readonly list: () => Promise<Mailed<readonly FolderFile[]>>
  /** A file as text; null where there is none. What is no UTF-8 reads as U+FFFD. */
  readonly read: (path: string) => Promise<Mailed<string | null>>
  /**
   * Writes a file whole or not at all, flushed to the disk where that can be asked for, and tells how it lies there now.
   * @param known how it lay there when it was seen last, as `howItLies` says, null where it wasn't there: one that lies
   * otherwise right before it is replaced stays, and the answer is `changed`. Left out, whatever lies there is replaced
   */
  readonly write: (path: string, text: string, known?: string | null) => Promise<Mailed<FolderFile>>
  /** Told when something may have changed, where that can be seen. Returns how to stop. */
  readonly watch: (listener: () => void) => () => void
}

export interface FolderFile {
  readonly path: string
  readonly bytes: number
  /** When it was written last, in milliseconds since 1970; only compared. */
  readonly modified: number
}

/** A file of which nothing can be told now but that it is there; what isn't listed would count as gone. */
export function unseen(path: string): FolderFile {
  return { path, bytes: 0, modified: 0 }
}

/** What tells a file from one that was put in its place, without reading either. */
export function howItLies({ modified, bytes }: Pick<FolderFile, 'modified' | 'bytes'>): string {
  return `${modified}-${bytes}`
}

/** Whether what lies there may be replaced by whoever has seen what is known; what is gone is nobody's loss. */
export function isAsKnown({ known, there }: { readonly known: string | null | undefined; readonly there: Pick<FolderFile, 'modified' | 'bytes'> | null }): boolean {
  return known === undefined || there === null || howItLies(there) === known
}
