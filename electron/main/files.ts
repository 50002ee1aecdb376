import { basename, dirname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { CallInput, CallOutput } from '../../shared/bridge/contract.ts'
import { safeFileName } from '../../shared/bridge/file-name.ts'
import type { OpenedFile } from '../../shared/bridge/files.ts'
import { saveAtomically } from './atomic-save.ts'
import { choosePathToOpen, choosePathToSave } from './dialogs.ts'
import type { FileTokens } from './file-tokens.ts'
import { readText } from './read-file.ts'

/** Reads a file a person handed over, for the page: its name, its text, a token, and no path. */
export async function openPath(options: { readonly path: string; readonly tokens: FileTokens }): Promise<OpenedFile> {
  const { path, tokens } = options
  const name = basename(path).toWellFormed().slice(0, 1024)
  const read = await readText({ path })
  return read.ok ? { ok: true, token: tokens.issue({ path, writtenAs: null }), name, text: read.text } : { ...read, name }
}

/** Answers `openFile`. */
export async function openFile(options: {
  readonly input: CallInput<'openFile'>
  readonly window: BrowserWindow
  readonly tokens: FileTokens
}): Promise<CallOutput<'openFile'>> {
  const path = await choosePathToOpen({ window: options.window, kinds: options.input.kinds })
  return path === null ? null : openPath({ path, tokens: options.tokens })
}

/** Answers `saveFile`: asks for the place unless the token is of a file saved as the same kind before. */
export async function saveFile(options: {
  readonly input: CallInput<'saveFile'>
  readonly window: BrowserWindow
  readonly tokens: FileTokens
}): Promise<CallOutput<'saveFile'>> {
  const { input, window, tokens } = options
  const known = tokens.find(input.token)
  const name = safeFileName({ name: input.suggestedName, kind: input.kind })
  const proposed = known === null ? name : join(dirname(known.path), name)
  const path = known?.writtenAs === input.kind ? known.path : await choosePathToSave({ window, kind: input.kind, proposed })
  if (path === null) return null
  const saved = await saveAtomically({ path, text: input.text })
  const written = basename(path).toWellFormed().slice(0, 1024)
  if (!saved.ok) return { ...saved, name: written }
  return { ok: true, token: tokens.issue({ path, writtenAs: input.kind }), name: written }
}
