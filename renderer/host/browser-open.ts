import { type FileKind, fileEndings, type OpenedFile } from '../../shared/bridge/files.ts'
import { errorName } from './error-name.ts'
import type { BrowserRecent } from './browser-recent.ts'
import { readFile, readHandle } from './read-file.ts'

/** The part of the File System Access API that is used; TypeScript does not declare it, and not every browser has it. */
interface OpenPicker {
  showOpenFilePicker?: (options: {
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
  }) => Promise<readonly FileSystemFileHandle[]>
}

interface OpenRequest {
  readonly kinds: readonly FileKind[]
}

/**
 * Lets a person choose one file with the browser's own dialog; null when they chose none. Where the browser hands out
 * files that can be opened again, it is kept among the recent ones.
 */
export function createBrowserOpening(recent: Pick<BrowserRecent, 'add'>): (request: OpenRequest) => Promise<OpenedFile | null> {
  return async ({ kinds }) => {
    // A browser knows endings after the last dot only.
    const endings = [...new Set(kinds.flatMap((kind) => fileEndings[kind]).map((each) => each.slice(each.lastIndexOf('.'))))]
    const handle = await chooseHandle(endings)
    if (handle === 'none') return null
    if (handle === 'unasked') return chooseByInput(endings)
    const opened = await readHandle(handle)
    if (opened.ok) void recent.add(handle).catch(() => undefined) // it is opened all the same, and waits for no list
    return opened
  }
}

async function chooseHandle(endings: readonly string[]): Promise<FileSystemFileHandle | 'none' | 'unasked'> {
  const { showOpenFilePicker } = window as OpenPicker
  if (showOpenFilePicker === undefined) return 'unasked'
  try {
    const [handle] = await showOpenFilePicker.call(window, { types: [{ accept: { 'text/plain': endings } }] })
    return handle ?? 'none'
  } catch (error) {
    // AbortError: the person changed their mind. Anything else (a policy, a frame): ask in the way that works everywhere.
    return errorName(error) === 'AbortError' ? 'none' : 'unasked'
  }
}

function chooseByInput(endings: readonly string[]): Promise<OpenedFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings.join(',')
  const { promise, resolve } = Promise.withResolvers<OpenedFile | null>()
  input.addEventListener('cancel', () => resolve(null))
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    resolve(file === undefined ? null : readFile(file))
  })
  input.click()
  return promise
}
