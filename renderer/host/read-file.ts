import { nanoid } from 'nanoid'
import { maxFileBytes, type OpenedFile } from '../../shared/bridge/files.ts'
import { isUtf16 } from '../../shared/bridge/text-encoding.ts'
import { errorName } from './error-name.ts'

/**
 * A file the page got by itself (chosen in a browser, dropped on the window) as the host hands files over: its text, or
 * why it was not read. The size is looked at before the first byte.
 */
export async function readFile(file: File): Promise<OpenedFile> {
  const name = file.name.slice(0, 1024)
  if (file.size > maxFileBytes) return { ok: false, name, reason: 'tooLarge' }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return { ok: false, name, reason: 'unreadable' }
  if (isUtf16(new Uint8Array(bytes))) return { ok: false, name, reason: 'utf16' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { ok: true, token: newFileToken(), name, text }
  } catch {
    return { ok: false, name, reason: 'notText' }
  }
}

/** The same of a file that the browser lets a page open; it may be gone by then. */
export async function readHandle(handle: FileSystemFileHandle): Promise<OpenedFile> {
  try {
    return await readFile(await handle.getFile())
  } catch (error) {
    const isGone = errorName(error) === 'NotFoundError'
    return { ok: false, name: handle.name, reason: isGone ? 'missing' : 'unreadable' }
  }
}

/** A token of the contract's form. Outside this page it stands for nothing, so a host that gets it asks the person. */
export function newFileToken(): string {
  return `file-${nanoid()}`
}
