import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, log } from './log.ts'

/** Younger ones may belong to a save that is going on, perhaps on another computer that shares the folder. */
const oldEnough = 60 * 60 * 1000

/** The name of a file that is being written and has not taken its place yet. */
export function leftoverName(key: string): string {
  return `.quarterdeck-${key}.tmp`
}

function isLeftover(name: string): boolean {
  return /^\.quarterdeck-[0-9a-f-]{36}\.tmp$/.test(name)
}

/** Removes what saves that were killed left in a folder. Failing at it fails nothing: the next save tries again. */
export async function sweepLeftovers(options: { readonly folder: string }): Promise<void> {
  try {
    for (const name of await readdir(options.folder)) {
      if (isLeftover(name)) await removeIfOld(join(options.folder, name))
    }
  } catch (error) {
    log('leftovers not swept', { code: codeOf(error) })
  }
}

async function removeIfOld(path: string): Promise<void> {
  const { mtimeMs } = await stat(path)
  if (Date.now() - mtimeMs > oldEnough) await rm(path, { force: true })
}
