import { basename, dirname } from 'node:path'
import { sharePath } from '../../../shared/share/folder/folder-path.ts'
import { isPlanFolderName } from '../../../shared/share/folder/plan-folder-name.ts'
import { codeOf, log } from '../log.ts'
import { plainName } from '../plain-name.ts'
import type { KnownFolders } from './known-folders.ts'
import { createAskDrive, createSlots } from './patient-drive.ts'
import { folderToJoin } from './plan-folder.ts'

/**
 * A shared folder that was given to the app like a file, as an argument or at a second start, or the `plan.json` in it;
 * null for anything else, which is opened as a file.
 */
export async function takeGivenFolder({ path, known }: { readonly path: string; readonly known: KnownFolders }): Promise<{ readonly token: string; readonly name: string } | null> {
  if (!isPlanFolderName(basename(basename(path) === sharePath ? dirname(path) : path))) return null
  try {
    const folder = await createAskDrive({ inSlot: createSlots() })(() => folderToJoin(path))
    // a file may have such a name too
    return isPlanFolderName(basename(folder)) ? { token: known.add(folder), name: plainName(basename(folder)) } : null
  } catch (error) {
    log('folder not opened', { code: codeOf(error) })
    return null
  }
}
