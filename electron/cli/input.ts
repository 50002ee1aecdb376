import { open } from 'node:fs/promises'
import { isUtf16 } from '../../shared/bridge/text-encoding.ts'
import { limits } from '../../shared/file/limits.ts'
import { codeOf } from './output.ts'

/** A text that was read, and what it is called in messages. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

export type ReadInput = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** A file as text, or standard input for `-`. Reading stops at the limit, since a pipe has no size to look at before. */
export async function readInput(path: string): Promise<ReadInput> {
  try {
    if (path === '-') return decode(await collect(process.stdin))
    await using file = await open(path, 'r')
    return decode(await collect(file.createReadStream({ autoClose: false })))
  } catch (error) {
    return { ok: false, reason: `It could not be read (${codeOf(error)}).` }
  }
}

/** The bytes of a stream, or null where there are more than any file of ours has. */
async function collect(stream: AsyncIterable<unknown>): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let total = 0
  for await (const part of stream) {
    if (!(part instanceof Buffer)) continue
    total += part.length
    if (total > limits.length) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function decode(bytes: Buffer | null): ReadInput {
  if (bytes === null) return { ok: false, reason: `It is larger than ${limits.length / 1024 / 1024} MB.` }
  if (isUtf16(bytes)) return { ok: false, reason: 'It is text in UTF-16; save it as UTF-8.' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, reason: 'It is not text in UTF-8. If it is text at all, save it as UTF-8.' }
  }
}
