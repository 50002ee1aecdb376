import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, log } from './log.ts'

/** Younger ones may belong to a save that is going on, perhaps on another computer that shares the folder. */
const oldEnough = 60 * 60 * 1000

/**
 * The name of a file that is being written and has not taken its place yet: hidden, and such as programs that
 * synchronise folders leave out (Dropbox `.~*`, Nextcloud `*.~*`, OneDrive `*.tmp`).
 */
export function leftoverName(key: string): string {
  return `.~quarterdeck-${key}.tmp`
}

/** Those without a tilde are of earlier versions. */
function isLeftover(name: string): boolean {
  return /^\.~?quarterdeck-[0-9a-f-]{36}\.tmp$/.test(name)
}

/**
 * Removes what saves that were killed left in a folder: of a person's folder what is old enough; of one that is the
 * app's `own` all of it, at the start, when no save goes on. Failing at it fails nothing: the next time tries again.
 */
export async function sweepLeftovers(options: { readonly folder: string; readonly own?: boolean }): Promise<void> {
  const names = await readdir(options.folder).catch((error: unknown) => noted(error, []))
  for (const name of names.filter(isLeftover)) {
    const path = join(options.folder, name)
    // A computer that shares the folder may sweep it at the same time, and its clock may be ahead.
    const age = await lstat(path).then(({ mtimeMs }) => Math.abs(Date.now() - mtimeMs), (error: unknown) => noted(error, 0))
    if (options.own === true || age > oldEnough) await rm(path, { force: true }).catch((error: unknown) => noted(error, undefined))
  }
}

/** Sweeps the folders nobody else writes to: the profile, and each folder of copies. */
export async function sweepOwnFolders(options: { readonly profile: string; readonly copies: string }): Promise<void> {
  const folders = await readdir(options.copies, { withFileTypes: true }).catch(() => []) // none on a first start
  const within = folders.filter((entry) => entry.isDirectory()).map(({ name }) => join(options.copies, name))
  for (const folder of [options.profile, ...within]) await sweepLeftovers({ folder, own: true })
}

function noted<T>(error: unknown, instead: T): T {
  log('leftovers not swept', { code: codeOf(error) })
  return instead
}
