import { maxCopyBytes } from '../../shared/copies/copy-limits.ts'
import { errorName } from './error-name.ts'

/** A file opened for writing, which locks it; TypeScript declares it for workers only (WHATWG, File System). */
export interface OpenFile {
  getSize(): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

/** What a browser has to be able to do with a file; `move` is not declared at all. */
export interface OpfsFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<OpenFile>
  move(name: string): Promise<void>
}

/** Writes, flushes and closes. What can't be written whole is taken back: a file holds no half of an addition. */
export function put({ file, text, at }: { readonly file: OpenFile; readonly text: string; readonly at: number }): undefined {
  const bytes = new TextEncoder().encode(text)
  try {
    try {
      if (file.write(bytes, { at }) < bytes.length) throw new DOMException('no room', 'QuotaExceededError')
      file.flush()
    } catch (error) {
      takeBack({ file, size: at })
      throw error
    }
  } finally {
    file.close()
  }
}

function takeBack({ file, size }: { readonly file: OpenFile; readonly size: number }): void {
  try {
    file.truncate(size)
  } catch {
    // a disk that refuses this too: what is left is a torn line, which readers pass over
  }
}

/** A file as it is now, whole or its end; one that is added to meanwhile can't be read, and is a NotReadableError. */
export async function textOf({ handle, lastBytes }: { readonly handle: FileSystemFileHandle; readonly lastBytes: number | undefined }): Promise<string> {
  const file = await handle.getFile()
  const wanted = Math.min(lastBytes ?? file.size, file.size)
  if (wanted > maxCopyBytes) throw new DOMException('longer than any that is written', 'DataError')
  const bytes = await file.slice(file.size - wanted).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

export async function removeFrom(folder: FileSystemDirectoryHandle | null, name: string): Promise<undefined> {
  if (folder !== null) await orNull(folder.removeEntry(name))
}

/** Null where there is nothing of that name. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (errorName(error) === 'NotFoundError') return null
    throw error
  }
}
