import { isMissing } from './folder-failure.ts'

/** Writes a file whole or not at all: the browser writes beside it and replaces it on close. What came of it is returned. */
export async function replaceFile(options: { readonly folder: FileSystemDirectoryHandle; readonly name: string; readonly blob: Blob }): Promise<File> {
  const { folder, name, blob } = options
  const there = await fileIn(folder, name)
  const handle = there ?? (await folder.getFileHandle(name, { create: true }))
  try {
    const writing = await handle.createWritable()
    try {
      await writing.write(blob)
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

/** The browser needs an empty file before it writes one. Another window may have filled it meanwhile. */
async function removeEmpty(folder: FileSystemDirectoryHandle, handle: FileSystemFileHandle): Promise<void> {
  if ((await handle.getFile()).size === 0) await folder.removeEntry(handle.name)
}
