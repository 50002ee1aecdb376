import type { Commit, StorageFailure, Stored } from '../data/storage.ts'

/** Whether what the screen shows is on disk. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'failed'; readonly waiting: number; readonly failure: StorageFailure }

export interface WriteQueue {
  /** Takes a commit; the screen doesn't wait for it. */
  readonly add: (commit: Commit) => void
  /** Tries again what failed. */
  readonly retry: () => void
  /** What isn't on disk yet, in its order. */
  readonly waiting: () => readonly Commit[]
}

/**
 * Writes commits in the order they were made, all that wait in one transaction. What fails stays in the
 * queue, in order, and goes with the next try: nothing typed is dropped because a disk was full for a while.
 */
export function createWriteQueue({ append, onChange }: { readonly append: (commits: readonly Commit[]) => Promise<Stored<undefined>>; readonly onChange: (saving: Saving) => void }): WriteQueue {
  let waiting: readonly Commit[] = []
  let isWriting = false

  const write = async (): Promise<void> => {
    isWriting = true
    const batch = waiting
    onChange({ kind: 'saving', waiting: countEdits(batch) })
    const written = await append(batch)
    isWriting = false
    if (!written.ok) return onChange({ kind: 'failed', waiting: countEdits(waiting), failure: written.failure })
    waiting = waiting.slice(batch.length)
    return waiting.length === 0 ? onChange({ kind: 'saved' }) : start()
  }
  const start = (): void => {
    if (!isWriting && waiting.length > 0) void write()
  }
  return {
    add: (commit) => {
      waiting = [...waiting, commit]
      start()
    },
    retry: start,
    waiting: () => waiting,
  }
}

/** How many of the commits a person would call a change: that files went out is none, and one where it is all that waits. */
function countEdits(commits: readonly Commit[]): number {
  return commits.filter(({ changes, without }) => changes.length > 0 || without !== undefined).length || Math.min(1, commits.length)
}
