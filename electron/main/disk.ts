import { type FileHandle, open, rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, log } from './log.ts'

/** What is asked of the file system and may be refused; a test passes one that refuses. */
export interface Disk {
  readonly open: (path: string, flags: string | number, mode?: number) => Promise<FileHandle>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly pause: (milliseconds: number) => Promise<unknown>
}

export const realDisk: Disk = { open, rename, pause: wait }

/** Why a file was not written, as far as a person can do something about it. */
export type FileFailure = 'denied' | 'full' | 'failed'

export function failureOf(code: string): FileFailure {
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'denied'
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'full' : 'failed'
}

/** Writes all of a text and has it on the disk when it ends. A system may take less at once than it was given. */
export async function writeFlushed(options: { readonly file: FileHandle; readonly text: string }): Promise<void> {
  const bytes = Buffer.from(options.text, 'utf8')
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await options.file.write(bytes, done, bytes.length - done, null)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    done += bytesWritten
  }
  await options.file.sync()
}

/** What a system says that can't flush folders at all, as Windows and some network drives. */
const cannotFlush: readonly string[] = ['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM']

/** Makes a new name in a folder survive a power cut, as far as the system has such a thing; throws where it tried and failed. */
export async function flushFolder(options: { readonly folder: string; readonly disk: Disk }): Promise<void> {
  try {
    await using handle = await options.disk.open(options.folder, 'r')
    await handle.sync()
  } catch (error) {
    const code = codeOf(error)
    log('folder not flushed', { code })
    if (!cannotFlush.includes(code)) throw error
  }
}
