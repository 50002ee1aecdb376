import { createBrowserFolders } from '../../renderer/host/folders/browser-folders.ts'
import { createHandleFiles } from '../../renderer/host/folders/handle-files.ts'
import { createFolderWatch } from '../../renderer/host/folders/folder-watch.ts'
import type { FolderFile, FolderFiles } from '../../shared/share/folder/folder-files.ts'
import type { Mailed } from '../../shared/share/mailbox.ts'

/** What the specs of shared folders ask of a page: the product's folders in a real browser, without a screen. */
const folders = createBrowserFolders()
const known = new Map<string, FolderFiles>()

async function filesOf(token: string): Promise<FolderFiles> {
  const files = known.get(token) ?? (await folders.open(token))
  if (files === null) throw new Error('not known')
  known.set(token, files)
  return files
}

const probe = {
  folders,
  isKnown: async (token: string): Promise<boolean> => (await folders.open(token)) !== null,
  list: async (token: string): Promise<Mailed<readonly FolderFile[]>> => (await filesOf(token)).list(),
  read: async (token: string, path: string): Promise<Mailed<string | null>> => (await filesOf(token)).read(path),
  write: async (token: string, path: string, text: string, known?: string | null): Promise<Mailed<FolderFile>> => (await filesOf(token)).write(path, text, known),
  /** How often was told of something since. */
  told: 0,
  stop: (): void => undefined,
  watch: async (token: string): Promise<void> => {
    const stop = (await filesOf(token)).watch(() => (probe.told += 1))
    probe.stop = stop
  },
  /** A shared folder in the private file system of the page, which has a quota. */
  inPrivate: async (): Promise<FolderFiles> => {
    const root = await navigator.storage.getDirectory()
    return createHandleFiles({ root: () => Promise.resolve(root), watching: createFolderWatch() })
  },
}

export type FoldersProbe = typeof probe

declare global {
  interface Window {
    foldersProbe: FoldersProbe
  }
}

window.foldersProbe = probe
