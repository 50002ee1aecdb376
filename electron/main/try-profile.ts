import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureOf, type FileFailure } from './disk.ts'
import { leftoverName } from './leftovers.ts'
import { codeOf, log } from './log.ts'

/** Why the profile can't be written to, found out by writing a byte to it and removing that again; null where it can. */
export function tryProfile(folder: string): FileFailure | null {
  const path = join(folder, leftoverName(randomUUID()))
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, ' ', { flag: 'wx', mode: 0o600 })
    return null
  } catch (error) {
    log('profile refuses', { code: codeOf(error) })
    return failureOf(codeOf(error))
  } finally {
    remove(path)
  }
}

/** One that is held by another program just then is swept at the next start. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    log('leftover not removed', { code: codeOf(error) })
  }
}
