import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { maxCopyBytes } from '../../../shared/copies/copy-limits.ts'

/**
 * The text of a file, or of its last bytes. Damaged bytes are read as U+FFFD: which lines they belong to is found out by
 * who reads, and the others count.
 */
export async function readCopy(options: { readonly path: string; readonly lastBytes: number | undefined }): Promise<string> {
  await using file = await open(options.path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  const { size } = await file.stat()
  const wanted = Math.min(size, options.lastBytes ?? size)
  if (wanted > maxCopyBytes) throw Object.assign(new Error('too long'), { code: 'EOVERFLOW' })
  const bytes = Buffer.alloc(wanted)
  let done = 0
  while (done < wanted) {
    const { bytesRead } = await file.read(bytes, done, wanted - done, size - wanted + done)
    if (bytesRead === 0) break // it was cut short in the meantime
    done += bytesRead
  }
  return bytes.toString('utf8', 0, done)
}
