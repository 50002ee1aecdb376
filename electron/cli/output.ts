import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all, beside it first, or to standard output for `-`.
 * @returns why it could not, or null
 */
export async function writeOutput({ path, text }: { readonly path: string; readonly text: string }): Promise<string | null> {
  if (path === '-') return writeTo(process.stdout, text)
  try {
    await replace({ path, text })
    return null
  } catch (error) {
    return `${path} could not be written (${codeOf(error)}).`
  }
}

/** Resolves when all of it has been handed on: a process that ends before then cuts a pipe short. */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<string | null> {
  return new Promise((resolve) => {
    // a reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours
    stream.once('error', (error: Error) => resolve(codeOf(error) === 'EPIPE' ? null : error.message))
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve(null)
    })
  })
}

/** The code of a system's refusal, for messages. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

async function replace({ path, text }: { readonly path: string; readonly text: string }): Promise<void> {
  // through a link, so that the file is replaced and not the link
  const target = await realpath(path).catch(() => path)
  const present = await stat(target).catch(() => null)
  // what is no file, such as /dev/null, is written to: renamed over, it would be gone
  if (present !== null && !present.isFile()) return writeFile(target, text)
  const beside = join(dirname(target), `.${basename(target)}-${randomUUID()}.tmp`)
  try {
    await writeFlushed({ path: beside, text, mode: present === null ? 0o666 : present.mode & 0o777 })
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function writeFlushed({ path, text, mode }: { readonly path: string; readonly text: string; readonly mode: number }): Promise<void> {
  await using file = await open(path, 'wx', mode)
  await file.writeFile(text, 'utf8')
  await file.sync()
}
