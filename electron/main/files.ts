import { basename, dirname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { CallInput, CallOutput } from '../../shared/bridge/contract.ts'
import { safeFileName } from '../../shared/bridge/file-name.ts'
import { type OpenedFile, reopened } from '../../shared/bridge/files.ts'
import { saveAtomically } from './atomic-save.ts'
import { choosePathToOpen, choosePathToSave } from './dialogs.ts'
import type { FileTokens } from './file-tokens.ts'
import { plainName } from './plain-name.ts'
import type { RecentFiles } from './recent-files.ts'
import { readText } from './read-file.ts'

interface Surroundings {
  readonly tokens: FileTokens
  readonly recent: Pick<RecentFiles, 'add'>
}

/** Reads a file a person handed over, for the page: its name, its text, a token, and no path. */
export async function openPath(options: Surroundings & { readonly path: string }): Promise<OpenedFile> {
  const { path, tokens, recent } = options
  const name = plainName(basename(path))
  const read = await readText({ path })
  if (!read.ok) return { ...read, name }
  recent.add(path)
  return { ok: true, token: tokens.issue({ path, writtenAs: null }), name, text: read.text }
}

/** Answers `openFile`. */
export async function openFile(options: Surroundings & {
  readonly input: CallInput<'openFile'>
  readonly window: BrowserWindow
}): Promise<CallOutput<'openFile'>> {
  const path = await choosePathToOpen({ window: options.window, kinds: options.input.kinds })
  return path === null ? null : openPath({ ...options, path })
}

/** Answers `saveFile`: asks for the place unless the token is of a file saved as the same kind before. */
export async function saveFile(options: Surroundings & {
  readonly input: CallInput<'saveFile'>
  readonly window: BrowserWindow
}): Promise<CallOutput<'saveFile'>> {
  const { input, window, tokens, recent } = options
  const known = tokens.find(input.token)
  const name = safeFileName({ name: input.suggestedName, kind: input.kind })
  const proposed = known === null ? name : join(dirname(known.path), name)
  const path = known?.writtenAs === input.kind ? known.path : await choosePathToSave({ window, kind: input.kind, proposed })
  if (path === null) return null
  const saved = await saveAtomically({ path, text: input.text })
  const written = plainName(basename(path))
  if (!saved.ok) return { ...saved, name: written }
  if (reopened.includes(input.kind)) recent.add(path)
  return { ok: true, token: tokens.issue({ path, writtenAs: input.kind }), name: written }
}
