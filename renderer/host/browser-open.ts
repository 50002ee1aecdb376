import { type FileKind, fileEndings, type OpenedFile } from '../../shared/bridge/files.ts'
import { readFile } from './read-file.ts'

/**
 * Lets a person choose one file with the browser's own dialog; null when they chose none. A plain input does this
 * everywhere; the File System Access API would add only the right to write to what was opened, which nobody asks for.
 */
export function chooseFile(request: { readonly kinds: readonly FileKind[] }): Promise<OpenedFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  // A browser knows endings after the last dot only.
  const endings = request.kinds.flatMap((kind) => fileEndings[kind]).map((each) => each.slice(each.lastIndexOf('.')))
  input.accept = [...new Set(endings)].join(',')
  const { promise, resolve } = Promise.withResolvers<OpenedFile | null>()
  input.addEventListener('cancel', () => resolve(null))
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    resolve(file === undefined ? null : readFile(file))
  })
  input.click()
  return promise
}
