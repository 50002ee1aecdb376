import type { Copied, CopyFailure, CopyStore } from '../../../shared/copies/copy-store.ts'
import type { CallHandlers } from '../ipc.ts'
import type { StartCopy } from './start-copy.ts'

type CopyCall = 'copyAppend' | 'copyFolders' | 'copyList' | 'copyRead' | 'copyRemove' | 'copyWrite' | 'keepDamaged'

/** What the calls about the second copy do; the names in them are parsed. */
export function createCopyHandlers(parts: { readonly copies: CopyStore; readonly startCopy: StartCopy }): Pick<CallHandlers, CopyCall> {
  const { copies, startCopy } = parts
  return {
    copyAppend: async (addition) => reasonOf(await copies.append(addition)),
    copyFolders: async () => listOf(await copies.folders()),
    copyList: async ({ folder }) => listOf(await copies.list(folder)),
    copyRead: ({ lastBytes, ...place }) => copies.read(lastBytes === null ? place : { ...place, lastBytes }),
    copyRemove: async (place) => reasonOf(await copies.remove(place)),
    copyWrite: async (file) => reasonOf(await copies.write(file)),
    keepDamaged: () => startCopy.keep(),
  }
}

function reasonOf(answer: Copied<undefined>): CopyFailure | null {
  return answer.ok ? null : answer.reason
}

/** The same as a list of its own, which the contract's type asks for. */
function listOf<T>(answer: Copied<readonly T[]>): { ok: true; value: T[] } | { ok: false; reason: CopyFailure } {
  return answer.ok ? { ok: true, value: [...answer.value] } : answer
}
