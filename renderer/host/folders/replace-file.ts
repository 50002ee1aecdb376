import { isMissing } from './folder-failure.ts'

/** What was to be replaced is another by now. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}

interface Replacement {
  readonly folder: FileSystemDirectoryHandle
  readonly name: string
  readonly blob: Blob
  /** Whether what lies there right before it is replaced may be. */
  readonly mayReplace: (there: File) => boolean
}

/** Writes a file whole or not at all: the browser writes beside it and replaces it on close. What came of it is returned. */
export async function replaceFile({ folder, name, blob, mayReplace }: Replacement): Promise<File> {
  const there = await fileIn(folder, name)
  const lookAgain = async (): Promise<void> => {
    const file = await handle.getFile()
    const isOurs = there === null && file.size === 0 // the browser needs an empty one before it writes one
    if (!isOurs && !mayReplace(file)) throw new ChangedMeanwhile()
  }
  const handle = there ?? (await folder.getFileHandle(name, { create: true }))
  try {
    await lookAgain() // before anything is written for nothing
    const writing = await handle.createWritable()
    try {
      await writing.write(blob)
      await lookAgain()
      await writing.close()
    } catch (error) {
      await writing.abort().catch(() => undefined)
      throw error
    }
  } catch (error) {
    if (there === null) await removeEmpty(folder, handle).catch(() => undefined)
    throw error
  }
  return handle.getFile()
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | null> {
  try {
    return await folder.getFileHandle(name)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Another window may have filled it meanwhile. */
async function removeEmpty(folder: FileSystemDirectoryHandle, handle: FileSystemFileHandle): Promise<void> {
  if ((await handle.getFile()).size === 0) await folder.removeEntry(handle.name)
}
