import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { nanoid } from 'nanoid'
import * as v from 'valibot'
import { mostRecent, type RecentFile } from '../../shared/bridge/recent.ts'
import { createTurns } from '../../shared/changes/turns.ts'
import { atMost } from './at-most.ts'
import { codeOf } from './log.ts'
import { plainName } from './plain-name.ts'
import { createSmallFile } from './small-file.ts'

/** The files opened and saved last, kept in the profile. Towards the page each is a token, a name and its folder's name. */
export interface RecentFiles {
  /** A file was opened or saved: it stands first from now on. */
  add(path: string): void
  list(): Promise<readonly RecentFile[]>
  /** Paths, for the native menu. */
  paths(): readonly string[]
  pathOf(token: string): string | null
  /** Null forgets all of them. The files themselves stay. */
  forget(token: string | null): void
}

const entry = v.object({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)), at: v.number() })
type Entry = v.InferOutput<typeof entry>
const stored = v.object({ files: v.array(entry) })

/** A drive that is asleep, or a server that is gone, answers late or never; a file there counts as being there. */
const patience = 500

/** Tokens last as long as the app runs. */
export function createRecentFiles(options: {
  readonly folder: string
  readonly now: () => number
  readonly changed: () => void
  /** As Node's own, unless a test has another. */
  readonly access?: (path: string) => Promise<void>
}): RecentFiles {
  const isMissing = createLooks(options.access ?? access)
  const file = createSmallFile({ path: join(options.folder, 'recent.json'), schema: stored, notKept: 'recent files not kept' })
  const tokens = new Map<string, string>()
  let entries: readonly Entry[] | null = null
  const known = (): readonly Entry[] => {
    entries ??= file.read()?.files.slice(0, mostRecent) ?? []
    return entries
  }
  const tokenOf = (path: string): string => {
    const token = tokens.get(path) ?? `file-${nanoid()}`
    tokens.set(path, token)
    return token
  }
  const become = (next: readonly Entry[]): void => {
    entries = next
    file.write({ files: [...next] })
    options.changed()
  }
  const pathOf = (token: string): string | null => known().find(({ path }) => tokens.get(path) === token)?.path ?? null
  return {
    add: (path) => become([{ path, at: options.now() }, ...known().filter((each) => each.path !== path)].slice(0, mostRecent)),
    list: () => Promise.all(known().map(async ({ path, at }) => ({ token: tokenOf(path), name: plainName(basename(path)), folder: plainName(basename(dirname(path))), at, isMissing: await isMissing(path) }))),
    paths: () => known().map(({ path }) => path),
    pathOf,
    forget(token) {
      const gone = token === null ? null : pathOf(token)
      if (token === null || gone !== null) become(token === null ? [] : known().filter(({ path }) => path !== gone))
    },
  }
}

/**
 * Whether a file is gone. A look at a drive that answers nothing never ends and holds one of the few threads on which
 * everything is read and written, the journal too: so there is one look at a time, and one for each path.
 */
function createLooks(look: (path: string) => Promise<void>): (path: string) => Promise<boolean> {
  const inTurn = createTurns()
  const looking = new Map<string, Promise<boolean>>()
  const begin = (path: string): Promise<boolean> => {
    const work = inTurn(() => look(path))
      .then(
        () => false,
        (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error)),
      )
      .finally(() => looking.delete(path))
    looking.set(path, work)
    return work
  }
  return (path) => atMost({ work: looking.get(path) ?? begin(path), ms: patience, late: false })
}
