import { nanoid } from 'nanoid'
import type { FileKind } from '../../shared/bridge/files.ts'

/** A file a person chose, and what choosing it allowed. */
export interface ChosenFile {
  readonly path: string
  /** The kind it may be written as without asking again; null when it was only opened, which allows no writing. */
  readonly writtenAs: FileKind | null
}

/** What stands for paths towards the page: it can hand a token back, not make one up or read a folder from it. */
export interface FileTokens {
  issue(file: ChosenFile): string
  find(token: string | null): ChosenFile | null
}

/** Tokens last as long as the app runs; a token from an earlier start is not found, and the person is asked again. */
export function createFileTokens(): FileTokens {
  const files = new Map<string, ChosenFile>()
  return {
    issue(file) {
      const token = `file-${nanoid()}`
      files.set(token, file)
      return token
    },
    find: (token) => (token === null ? null : (files.get(token) ?? null)),
  }
}
