import { safeFileName } from '../../shared/bridge/file-name.ts'
import { type FileKind, fileEndings, reopened, type SavedFile } from '../../shared/bridge/files.ts'
import { errorName } from './error-name.ts'
import type { BrowserRecent } from './browser-recent.ts'
import type { SaveRequest } from './host.ts'
import { newFileToken } from './read-file.ts'

/** The part of the File System Access API that is used; TypeScript does not declare it, and not every browser has it. */
interface SavePicker {
  showSaveFilePicker?: (options: {
    readonly suggestedName: string
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
  }) => Promise<FileSystemFileHandle>
}

interface Place {
  readonly handle: FileSystemFileHandle
  readonly kind: FileKind
}

const mediaTypes: Readonly<Record<FileKind, string>> = {
  plan: 'application/json',
  snapshot: 'application/json',
  page: 'text/plain',
  wikitext: 'text/plain',
  reportMarkdown: 'text/markdown',
  reportWikitext: 'text/plain',
  reportHtml: 'text/html',
  reportCsv: 'text/csv',
}

/**
 * Saves through the browser's own dialog where it has one, and then again to the same file without asking; elsewhere
 * every save is a download. That a file may be written is forgotten with the page.
 */
export function createBrowserSaving(recent: Pick<BrowserRecent, 'add'>): (request: SaveRequest) => Promise<SavedFile | null> {
  const places = new Map<string, Place>()
  return async (request) => {
    const name = safeFileName({ name: request.suggestedName, kind: request.kind })
    const known = request.token === undefined ? undefined : places.get(request.token)
    const chosen = known?.kind === request.kind ? known.handle : await choosePlace({ name, kind: request.kind })
    if (chosen === 'none') return null
    const token = newFileToken()
    if (chosen === 'download') {
      download({ name, text: request.text, kind: request.kind })
      return { ok: true, token, name }
    }
    const failure = await write({ handle: chosen, text: request.text })
    if (failure !== null) return { ok: false, name: chosen.name, reason: failure }
    places.set(token, { handle: chosen, kind: request.kind })
    if (reopened.includes(request.kind)) void recent.add(chosen).catch(() => undefined) // it is written all the same, and waits for no list
    return { ok: true, token, name: chosen.name }
  }
}

async function choosePlace(options: {
  readonly name: string
  readonly kind: FileKind
}): Promise<FileSystemFileHandle | 'none' | 'download'> {
  const { showSaveFilePicker } = window as SavePicker
  if (showSaveFilePicker === undefined) return 'download'
  const accept = { [mediaTypes[options.kind]]: fileEndings[options.kind].slice(0, 1) }
  try {
    return await showSaveFilePicker.call(window, { suggestedName: options.name, types: [{ accept }] })
  } catch (error) {
    // AbortError: the person changed their mind. Anything else (no click left to stand for, a policy): save all the same.
    return errorName(error) === 'AbortError' ? 'none' : 'download'
  }
}

/** The browser writes beside the file and replaces it on close, so that a failure leaves what was there. */
async function write(options: {
  readonly handle: FileSystemFileHandle
  readonly text: string
}): Promise<'denied' | 'full' | 'failed' | null> {
  try {
    const file = await options.handle.createWritable()
    await file.write(options.text)
    await file.close()
    return null
  } catch (error) {
    const name = errorName(error)
    if (name === 'NotAllowedError' || name === 'NoModificationAllowedError') return 'denied'
    return name === 'QuotaExceededError' ? 'full' : 'failed'
  }
}

function download(options: { readonly name: string; readonly text: string; readonly kind: FileKind }): void {
  const address = URL.createObjectURL(new Blob([options.text], { type: mediaTypes[options.kind] }))
  const link = document.createElement('a')
  link.href = address
  link.download = options.name
  link.click()
  // The download has been handed over once the click was dealt with; a minute is for those that ask where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
