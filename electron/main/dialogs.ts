import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import { type FileKind, fileEndings } from '../../shared/bridge/files.ts'
import type { StillBusyAnswer } from './close-guard.ts'
import type { FileFailure } from './disk.ts'
import { words } from './words.ts'

/** Lets a person choose a file to open; null when they chose none. */
export async function choosePathToOpen(options: {
  readonly window: BrowserWindow
  readonly kinds: readonly FileKind[]
}): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(options.window, {
    properties: ['openFile'],
    filters: [...options.kinds.map(filterOf), { name: words.allFiles, extensions: ['*'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Lets a person choose where to save; null when they chose no place. The system asks before it hands back a file that exists. */
export async function choosePathToSave(options: {
  readonly window: BrowserWindow
  readonly kind: FileKind
  readonly proposed: string
}): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(options.window, {
    defaultPath: options.proposed,
    filters: [...filtersToSave(options.kind), { name: words.allFiles, extensions: ['*'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Lets a person choose the folder in which one is made for a plan; null when they chose none. */
export async function choosePlaceToShare(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { buttonLabel: words.shareHere, properties: ['openDirectory', 'createDirectory'] })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Lets a person choose a folder in which a plan is shared, or, where one dialog shows both, a file in it; null when they chose none. */
export async function chooseToJoin(window: BrowserWindow): Promise<string | null> {
  const properties: Electron.OpenDialogOptions['properties'] = process.platform === 'darwin' ? ['openDirectory', 'openFile'] : ['openDirectory']
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { buttonLabel: words.joinFolder, properties })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Says why a folder that was chosen is not used. */
export async function tellFolderRefused(options: { readonly window: BrowserWindow; readonly reason: FileFailure }): Promise<void> {
  await dialog.showMessageBox(options.window, { type: 'error', message: words.folderRefusedTitle, detail: words.folderRefused[options.reason] })
}

/** Asks what to do with a window whose edits could not be written in time. Escape keeps it open. */
export async function askStillBusy(window: BrowserWindow): Promise<StillBusyAnswer> {
  const { message, detail, keepOpen, closeAnyway } = words.stillBusy
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [keepOpen, closeAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1 ? 'closeAnyway' : 'keepOpen'
}

/** Asks whether the page may connect to a server. Escape refuses. @param server its name and port */
export async function askAllowServer({ window, server }: { readonly window: BrowserWindow; readonly server: string }): Promise<boolean> {
  const { message, detail, allow, refuse } = words.allowServer
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: message(server),
    detail,
    buttons: [refuse, allow],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Asks what to do with a window whose page is gone. */
export async function askPageGone(window: BrowserWindow): Promise<'reload' | 'close'> {
  const { message, detail, reload, close } = words.pageGone
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [reload, close],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0 ? 'reload' : 'close'
}

/** Asks what to do with a window whose page does not answer. Escape waits; so does the page answering meanwhile, which aborts the signal. */
export async function askPageStuck(options: { readonly window: BrowserWindow; readonly signal: AbortSignal }): Promise<'wait' | 'reload'> {
  const { message, detail, wait, reload } = words.pageStuck
  const { response } = await dialog.showMessageBox(options.window, {
    type: 'warning',
    message,
    detail,
    buttons: [wait, reload],
    defaultId: 0,
    cancelId: 0,
    signal: options.signal,
  })
  return response === 1 ? 'reload' : 'wait'
}

/** A plan may be saved under the ending that a double click opens; the first filter is what a dialog begins with. */
function filtersToSave(kind: FileKind): readonly FileFilter[] {
  if (kind !== 'plan') return [filterOf(kind)]
  return [{ name: words.fileKinds.plan, extensions: ['json'] }, { name: words.quarterdeckFile, extensions: ['qdeck'] }]
}

/** Dialogs know endings after the last dot only, so `.plan.json` is offered as `json`. */
function filterOf(kind: FileKind): FileFilter {
  const extensions = fileEndings[kind].map((ending) => ending.slice(ending.lastIndexOf('.') + 1))
  return { name: words.fileKinds[kind], extensions: [...new Set(extensions)] }
}
