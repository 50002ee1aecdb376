import type { BrowserWindow } from 'electron'
import type { FolderFiles } from '../../../shared/share/folder/folder-files.ts'
import type { Mailed } from '../../../shared/share/mailbox.ts'
import type { CallHandlers } from '../ipc.ts'
import type { chooseFolder } from './choose-folder.ts'
import { createDiskFolder } from './disk-folder.ts'
import { createFolderWatchers } from './folder-watchers.ts'
import type { KnownFolders } from './known-folders.ts'
import { createSlots } from './patient-drive.ts'

type FolderCall = 'chooseFolder' | 'forgetFolder' | 'folderKnown' | 'folderList' | 'folderRead' | 'folderWrite' | 'folderWatch'

/** What the calls about shared folders do; tokens and paths in them are parsed, and a token nobody gave out stands for no folder. */
export function createFolderHandlers({ known, choose, tell }: {
  readonly known: KnownFolders
  readonly choose: typeof chooseFolder
  /** Something may have changed in a folder. */
  readonly tell: (window: BrowserWindow, token: string) => void
}): Pick<CallHandlers, FolderCall> {
  const inSlot = createSlots()
  const folders = new Map<string, FolderFiles>()
  const watchers = createFolderWatchers<BrowserWindow>({ tell, whenClosed: (window, closed) => window.once('closed', closed) })
  const folderOf = (token: string): FolderFiles | null => {
    const root = known.pathOf(token)
    if (root === null) return null
    const folder = folders.get(token) ?? createDiskFolder({ root, inSlot })
    folders.set(token, folder)
    return folder
  }
  return {
    chooseFolder: (input, window) => choose({ input, window, known, inSlot }),
    forgetFolder({ token }) {
      watchers.forget(token)
      folders.delete(token)
      known.forget(token)
    },
    folderKnown({ token, sameAs }) {
      const path = known.pathOf(token)
      return path !== null && (sameAs === undefined || known.pathOf(sameAs) === path)
    },
    async folderList({ token }) {
      const listed = await (folderOf(token)?.list() ?? unknown)
      return listed.ok ? { ok: true, value: [...listed.value] } : listed // of its own, which the contract's type asks for
    },
    folderRead: ({ token, path }) => folderOf(token)?.read(path) ?? unknown,
    folderWrite: ({ token, path, text, known }) => folderOf(token)?.write(path, text, known) ?? unknown,
    folderWatch({ token, on }, window) {
      const folder = folderOf(token)
      if (on && folder !== null) watchers.begin({ window, token, folder })
      else watchers.end({ window, token })
    },
  }
}

const unknown: Promise<Mailed<never>> = Promise.resolve({ ok: false, reason: 'failed' })
