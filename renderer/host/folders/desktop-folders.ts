import * as v from 'valibot'
import { calls } from '../../../shared/bridge/contract.ts'
import type { FolderFiles } from '../../../shared/share/folder/folder-files.ts'
import type { Mailed } from '../../../shared/share/mailbox.ts'
import type { Ask } from '../ask.ts'
import { atMost } from '../at-most.ts'
import type { StopListening } from '../host.ts'
import type { SharedFolders } from '../share-places.ts'

/** Main gives up on a drive that says nothing; should it say nothing itself, so long is waited. Of what many files take, or large ones, it is more than enough. */
const usualPatience = 120_000

const failed = { ok: false, reason: 'failed' } as const
const unreachable = { ok: false, reason: 'unreachable' } as const

/** Shared folders on the disk, which the main process reads and writes. */
export function createDesktopFolders({ ask, takeDropped, onChange, patience = usualPatience }: {
  readonly ask: Ask
  /** Asks main for what was dropped. */
  readonly takeDropped: (file: File) => Promise<unknown>
  /** Listens to which folders change. */
  readonly onChange: (listener: (token: string) => void) => StopListening
  readonly patience?: number
}): SharedFolders {
  // a call that was refused, and an answer that does not fit, are failures like one of the disk
  const answered = <T>(answer: Promise<Mailed<T>>): Promise<Mailed<T>> => atMost({ work: answer.catch(() => failed), ms: patience, late: unreachable })
  const watchers = new Map<string, Set<() => void>>()
  const watch = (token: string, listener: () => void): StopListening => {
    const stop = onChange((changed) => {
      if (changed === token) listener()
    })
    const of = watchers.get(token) ?? new Set()
    watchers.set(token, of.add(stop))
    if (of.size === 1) void ask('folderWatch', { token, on: true }).catch(() => {}) // whoever watches looks from time to time too
    return () => {
      stop()
      if (of.delete(stop) && of.size === 0) void ask('folderWatch', { token, on: false }).catch(() => {})
    }
  }
  const filesOf = (token: string): FolderFiles => ({
    list: () => answered(ask('folderList', { token })),
    read: (path) => answered(ask('folderRead', { token, path })),
    write: (path, text, known) => answered(ask('folderWrite', { token, path, text, known })),
    watch: (listener) => watch(token, listener),
  })
  return {
    isAvailable: true,
    choose: ({ share }) => ask('chooseFolder', share ?? { suggestedName: null }),
    takeDropped: async (item) => {
      const file = item.getAsFile()
      return file === null ? null : v.parse(calls.takeDropped.output, await takeDropped(file))
    },
    open: async (token) => ((await ask('folderKnown', { token })) ? filesOf(token) : null),
    allow: () => Promise.resolve(true),
    isSame: (token, sameAs) => ask('folderKnown', { token, sameAs }),
    forget: (token) => ask('forgetFolder', { token }),
  }
}
