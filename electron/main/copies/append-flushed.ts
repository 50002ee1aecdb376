import { constants, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { type Disk, flushFolder, writeFlushed } from '../disk.ts'
import { codeOf, log } from '../log.ts'

/** What Windows lacks it doesn't need: making links there takes rights that a page can't have. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)

/**
 * Adds text at the end of a file and has it on the disk when it ends; `there` is what is known of the file so far. What
 * could not be added whole is cut off again where the system lets it, so that a change that was refused isn't found
 * there later on. The file is opened each time: that takes a tenth of what flushing takes or less, and a handle that is
 * kept would write on into a file that was replaced or removed.
 */
export async function appendFlushed(options: {
  readonly path: string
  readonly there: Stats | null
  readonly text: string
  readonly disk: Disk
}): Promise<void> {
  const { path, there, text, disk } = options
  await using file = await disk.open(path, flags)
  const before = there?.size ?? 0
  try {
    await writeFlushed({ file, text })
    // an empty one may be what was left when its folder could not be flushed
    if (before === 0) await flushFolder({ folder: dirname(path), disk })
  } catch (error) {
    await file.truncate(before).catch((failed: unknown) => log('torn end not cut off', { code: codeOf(failed) }))
    throw error
  }
}
