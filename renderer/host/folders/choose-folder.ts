import type { PlanId } from '../../../shared/model/ids.ts'
import { sharePath } from '../../../shared/share/folder/folder-path.ts'
import { isPlanFolderName, planFolderName, planFolderNames } from '../../../shared/share/folder/plan-folder-name.ts'
import { isShareOf, mostShareBytes } from '../../../shared/share/share-item.ts'
import { errorName } from '../error-name.ts'

/** The part of the File System Access API that is used; TypeScript does not declare it, and only Chromium has it. */
interface FolderPicker {
  readonly showDirectoryPicker?: (options: { readonly mode: 'readwrite'; readonly id: string }) => Promise<FileSystemDirectoryHandle>
}

/** More folders of one name in one place are a mistake. */
const mostNames = 100

/** Whether this browser hands out folders, and can keep them. */
export function handsOutFolders(): boolean {
  return (window as FolderPicker).showDirectoryPicker !== undefined && 'indexedDB' in window
}

/** The folder that a person chose in the browser's own dialog; null when they chose none, or didn't let it be written. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    // the browser begins next time where it was last
    return (await (window as FolderPicker).showDirectoryPicker?.call(window, { mode: 'readwrite', id: 'quarterdeck-shared' })) ?? null
  } catch {
    return null
  }
}

/** What TypeScript does not declare of what is dropped. */
interface Dropped {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

/** The folder that was dropped on the page; null for a file, and in a browser that hands out none. Call while it is dropped. */
export async function droppedFolder(item: DataTransferItem): Promise<FileSystemDirectoryHandle | null> {
  const handle = (await (item as Dropped).getAsFileSystemHandle?.().catch(() => null)) ?? null
  return handle instanceof FileSystemDirectoryHandle ? handle : null
}

/**
 * A folder for a plan in the place that a person chose; the place itself where that is one, and one in it in which this plan
 * is shared already, whatever its name: the plan may have been called otherwise then. Any other that holds something is
 * somebody's, and gets company with a number after its name.
 */
export async function makePlanFolder(place: FileSystemDirectoryHandle, { suggestedName, plan }: { readonly suggestedName: string; readonly plan: PlanId }): Promise<FileSystemDirectoryHandle> {
  if (isPlanFolderName(place.name)) return place
  const own = await folderOfPlan(place, { suggestedName, plan })
  if (own !== null) return own
  for (let number = 1; number < mostNames; number += 1) {
    const folder = await freeFolder(place, planFolderName({ name: suggestedName, number }))
    if (folder !== null) return folder
  }
  throw new DOMException('no name is free', 'InvalidModificationError')
}

async function folderOfPlan(place: FileSystemDirectoryHandle, { suggestedName, plan }: { readonly suggestedName: string; readonly plan: PlanId }): Promise<FileSystemDirectoryHandle | null> {
  const folders = new Map<string, FileSystemDirectoryHandle>()
  for await (const [name, entry] of place) if (entry.kind === 'directory') folders.set(name, entry)
  for (const name of planFolderNames({ names: [...folders.keys()], suggestedName })) {
    const folder = folders.get(name)
    if (folder !== undefined && (await holdsPlan(folder, plan))) return folder
  }
  return null
}

/** A folder with nothing in it; null where the name is taken. */
async function freeFolder(place: FileSystemDirectoryHandle, name: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    const folder = await place.getDirectoryHandle(name, { create: true })
    const { done } = await folder.keys().next()
    return done === true ? folder : null
  } catch (error) {
    if (errorName(error) === 'TypeMismatchError') return null // a file of that name
    throw error
  }
}

async function holdsPlan(folder: FileSystemDirectoryHandle, plan: PlanId): Promise<boolean> {
  try {
    const file = await (await folder.getFileHandle(sharePath)).getFile()
    return file.size <= mostShareBytes && isShareOf(await file.text(), plan)
  } catch {
    return false // it has none, or keeps it to itself
  }
}
