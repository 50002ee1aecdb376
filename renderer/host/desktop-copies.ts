import type { Copied, CopyFailure, CopyStore } from '../../shared/copies/copy-store.ts'
import type { Ask } from './ask.ts'

/** The second copy on the disk, written by the main process. */
export function createDesktopCopies(ask: Ask): CopyStore {
  return {
    folders: () => orFailed(ask('copyFolders', undefined)),
    list: (folder) => orFailed(ask('copyList', { folder })),
    read: ({ folder, name, lastBytes }) => orFailed(ask('copyRead', { folder, name, lastBytes: lastBytes ?? null })),
    append: ({ folder, name, text }) => changed(ask('copyAppend', { folder, name, text })),
    write: ({ folder, name, text }) => changed(ask('copyWrite', { folder, name, text })),
    remove: ({ folder, name }) => changed(ask('copyRemove', { folder, name })),
  }
}

function changed(answer: Promise<CopyFailure | null>): Promise<Copied<undefined>> {
  return orFailed(answer.then((reason) => (reason === null ? { ok: true, value: undefined } : { ok: false, reason })))
}

/** A call that was refused, and an answer that does not fit, are failures like one of the disk: the planner goes on without. */
async function orFailed<T>(answer: Promise<Copied<T>>): Promise<Copied<T>> {
  try {
    return await answer
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
