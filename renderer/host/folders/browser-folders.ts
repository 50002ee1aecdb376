import { nanoid } from 'nanoid'
import { planFolderName } from '../../../shared/share/folder/plan-folder-name.ts'
import { droppedFolder, handsOutFolders, makePlanFolder, pickFolder } from './choose-folder.ts'
import { askPermission } from './folder-permission.ts'
import { createFolderWatch, type FolderWatch } from './folder-watch.ts'
import { createHandleFiles } from './handle-files.ts'
import { createHandleStore } from '../handle-store.ts'
import type { SharedFolders } from '../share-places.ts'

/** A folder as long as the page is open. */
interface Known {
  readonly root: () => Promise<FileSystemDirectoryHandle>
  readonly watching: FolderWatch
}

/**
 * Shared folders in Chromium, which hands out folders and lets a page keep them. A browser that doesn't keep them, as in
 * a private window, has them until the page is closed; then a person is asked to choose again.
 */
export function createBrowserFolders(): SharedFolders {
  const store = createHandleStore({
    database: 'quarterdeck-shared-folders',
    table: 'folders',
    isHandle: (value) => value instanceof FileSystemDirectoryHandle,
  })
  const known = new Map<string, Known>()
  const know = (token: string, root: Known['root']): Known => {
    const folder = { root, watching: createFolderWatch() }
    known.set(token, folder)
    return folder
  }
  const find = async (token: string): Promise<Known | null> => {
    const kept = known.has(token) || !handsOutFolders() ? undefined : (await store.read()).find((each) => each.token === token)
    // it may have been asked for twice at once
    return known.get(token) ?? (kept === undefined ? null : know(token, () => Promise.resolve(kept.handle)))
  }
  const keep = (token: string, handle: FileSystemDirectoryHandle): Promise<void> => store.put({ token, handle, at: Date.now() })
  const take = async (folder: FileSystemDirectoryHandle) => {
    const token = `folder-${nanoid()}`
    know(token, () => Promise.resolve(folder))
    await keep(token, folder)
    return { token, name: folder.name }
  }
  return {
    get isAvailable() {
      return handsOutFolders()
    },
    async choose({ share }) {
      const place = await pickFolder()
      if (place === null) return null
      if (share === null) return take(place)
      const token = `folder-${nanoid()}`
      let made: FileSystemDirectoryHandle | null = null
      const make = async (): Promise<FileSystemDirectoryHandle> => {
        if (made !== null) return made
        const folder = await makePlanFolder(place, share)
        made = folder
        await keep(token, folder)
        return folder
      }
      know(token, make)
      // what can't be made now is tried again with each look, and its share says why it isn't there
      const folder = await make().catch(() => null)
      return { token, name: folder?.name ?? planFolderName({ name: share.suggestedName, number: 1 }) }
    },
    async takeDropped(item) {
      const folder = await droppedFolder(item)
      if (folder === null) return null
      await askPermission(folder) // a person who says no is told why it isn't joined
      return take(folder)
    },
    async open(token) {
      const folder = await find(token)
      return folder === null ? null : createHandleFiles(folder)
    },
    async allow(token) {
      const folder = await find(token)
      const handle = await folder?.root().catch(() => null)
      const isAllowed = handle !== null && handle !== undefined && (await askPermission(handle))
      if (isAllowed) folder?.watching.tell()
      return isAllowed
    },
    async isSame(token, other) {
      const [one, two] = await Promise.all([token, other].map(async (each) => (await find(each))?.root()))
      return one !== undefined && two !== undefined && one.isSameEntry(two)
    },
    async forget(token) {
      known.delete(token)
      await store.remove([token])
    },
  }
}
