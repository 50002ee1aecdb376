import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { codeOf } from '../log.ts'
import { readAtMost } from '../read-file.ts'

/** No link is followed, and a pipe that took a file's place is not waited for. Windows has neither: making links there takes rights. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * A file as text, what is no UTF-8 as U+FFFD; null where there is none any more, or what
 * lies there is no file. Reading stops at the limit: a file can grow meanwhile.
 */
export async function readShared({ path, limit }: { readonly path: string; readonly limit: number }): Promise<string | null> {
  try {
    await using file = await open(path, flags)
    const facts = await file.stat()
    if (!facts.isFile()) return null
    const bytes = await readAtMost({ read: (buffer) => file.read(buffer, 0, buffer.length), most: limit + 1, expected: Math.min(facts.size, limit) })
    if (bytes.length > limit) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  } catch (error) {
    // ELOOP, or EMLINK: it is a link by now; ENXIO: a socket
    if (['ENOENT', 'ELOOP', 'EMLINK', 'ENXIO'].includes(codeOf(error))) return null
    throw error
  }
}
