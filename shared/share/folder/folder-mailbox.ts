import { howItLies, type FolderFile, type FolderFiles } from './folder-files.ts'
import { itemAtPath, pathOfItem } from './folder-path.ts'
import type { Mailbox, MailboxStatus, Mailed, MailItem } from '../mailbox.ts'

/** Up to this size a replica's whole plan is written with every edit: programs that synchronise folders send it at once. */
const wholeUpTo = 512 * 1024

/** A folder whose times are of whole seconds may count in steps of two, as FAT does. */
const coarseMs = 3_000
/** The steps in which the others count are those of the computer's own timer, some 16 ms at most. */
const fineMs = 100

/** What the version of a file that may change again unseen ends with. */
const fresh = '-fresh'

/** A mailbox in a folder that is shared. @param now this computer's clock, in milliseconds since 1970 */
export function createFolderMailbox({ files, now }: { readonly files: FolderFiles; readonly now: () => number }): Mailbox {
  const begun = new Set<Promise<unknown>>()
  /** Where strays lie: their names don't tell. */
  const strays = new Map<string, string>()
  /** How the files lay that were put from here, so that they aren't taken for someone else's. */
  const put = new Map<string, string>()
  /** How far the folder's clock, a server's perhaps, is ahead of this computer's. */
  let ahead = 0
  let status: MailboxStatus = { kind: 'connecting' }

  const heard = async <T>(work: Promise<Mailed<T>>): Promise<Mailed<T>> => {
    begun.add(work)
    const answer = await work
    begun.delete(work)
    if (answer.ok) status = { kind: 'reachable' }
    else if (answer.reason !== 'tooLarge' && answer.reason !== 'changed') status = { kind: 'out', reason: answer.reason } // one file says nothing of the folder
    return answer
  }
  const itemOf = (name: string, file: FolderFile): MailItem => ({ name, version: versionOf({ file, isKnown: put.get(file.path) === howItLies(file), at: now() + ahead }), bytes: file.bytes })

  return {
    wholeUpTo,
    async list() {
      const listed = await heard(files.list())
      if (!listed.ok) return listed
      const items = listed.value.flatMap((file) => {
        const name = itemAtPath(file.path)
        if (name?.startsWith('stray/') === true) strays.set(name, file.path)
        return name === null ? [] : [itemOf(name, file)]
      })
      return { ok: true, value: items }
    },
    async get(name) {
      const path = strays.get(name) ?? pathOfItem(name)
      return path === null ? { ok: true, value: null } : heard(files.read(path))
    },
    async put(name, text, known) {
      const path = pathOfItem(name)
      if (path === null) return { ok: false, reason: 'failed' }
      const seen = known === undefined || known === null ? known : known.version.replace(fresh, '')
      const written = await heard(files.write(path, text, seen))
      if (!written.ok) return written
      ahead = written.value.modified - now()
      if (!isCoarse(written.value)) put.set(path, howItLies(written.value))
      return { ok: true, value: itemOf(name, written.value) }
    },
    watch: files.watch,
    status: () => status,
    async close() {
      await Promise.all(begun)
    },
  }
}

/**
 * A file that changed a moment ago may change again without its time or size telling. So it has another version once
 * that moment is over, and is looked at once more; what was put from here, by a clock that is fine enough, is not.
 */
function versionOf({ file, isKnown, at }: { readonly file: FolderFile; readonly isKnown: boolean; readonly at: number }): string {
  const isFresh = !isKnown && at - file.modified < (isCoarse(file) ? coarseMs : fineMs)
  return `${howItLies(file)}${isFresh ? fresh : ''}`
}

function isCoarse({ modified }: FolderFile): boolean {
  return modified % 1_000 === 0
}
