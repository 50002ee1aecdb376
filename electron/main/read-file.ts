import { constants, open, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { maxFileBytes } from '../../shared/bridge/files.ts'
import { isUtf16, type EncodingProblem } from '../../shared/bridge/text-encoding.ts'
import { codeOf, log } from './log.ts'

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'tooLarge' | 'missing' | 'folder' | 'unreadable' | EncodingProblem }

/** Without this, opening a named pipe waits for somebody to write into it, for ever. Windows has none. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * A file as text, without a byte order mark. The size is looked at before anything is read, and reading stops at the
 * limit: a file can grow in between, and a pipe or device says it is empty.
 */
export async function readText(options: { readonly path: string; readonly limit?: number }): Promise<ReadText> {
  const limit = options.limit ?? maxFileBytes
  try {
    await using file = await open(await pathOnDisk(options.path), withoutWaiting)
    const facts = await file.stat()
    if (facts.isDirectory()) return { ok: false, reason: 'folder' }
    if (!facts.isFile()) return { ok: false, reason: 'unreadable' }
    if (facts.size > limit) return { ok: false, reason: 'tooLarge' }
    const bytes = await readAtMost({ read: (buffer) => file.read(buffer, 0, buffer.length), most: limit + 1, expected: facts.size })
    return bytes.length > limit ? { ok: false, reason: 'tooLarge' } : decode(bytes)
  } catch (error) {
    const code = codeOf(error)
    log('file not read', { code })
    return { ok: false, reason: reasonOf(code) }
  }
}

function reasonOf(code: string): 'missing' | 'folder' | 'unreadable' {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  return code === 'EISDIR' ? 'folder' : 'unreadable'
}

/**
 * A name that is not UTF-8 comes from a command line with its strange bytes replaced, so no such file is there. Where
 * the folder holds exactly one whose name reads like it, that one is meant.
 */
async function pathOnDisk(path: string): Promise<string | Buffer> {
  if (!path.includes('\uFFFD')) return path
  const folder = dirname(path)
  const names = await readdir(folder, { encoding: 'buffer' })
  const alike = names.filter((name) => name.toString('utf8') === basename(path))
  const [only] = alike
  return alike.length === 1 && only !== undefined ? Buffer.concat([Buffer.from(join(folder, '/')), only]) : path
}

/** Reads until the end or so many bytes. */
export async function readAtMost(options: {
  readonly read: (buffer: Buffer) => Promise<{ readonly bytesRead: number }>
  readonly most: number
  readonly expected: number
}): Promise<Buffer> {
  const parts: Buffer[] = []
  let total = 0
  while (total < options.most) {
    const buffer = Buffer.alloc(Math.min(options.most - total, Math.max(options.expected + 1 - total, 65_536)))
    const { bytesRead } = await options.read(buffer)
    if (bytesRead === 0) break
    parts.push(buffer.subarray(0, bytesRead))
    total += bytesRead
  }
  return Buffer.concat(parts)
}

function decode(bytes: Buffer): ReadText {
  if (isUtf16(bytes)) return { ok: false, reason: 'utf16' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, reason: 'notText' }
  }
}
