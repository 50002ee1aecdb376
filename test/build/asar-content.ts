import { readFile } from 'node:fs/promises'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
}

/**
 * What is in an archive of Electron's: the content of each file by its path. The archive begins with four lengths, of
 * which the last is that of the list in JSON; the files follow, where the list says.
 */
export async function asarContent(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const bytes = await readFile(path)
  const [headerBytes, listBytes] = [bytes.readUInt32LE(4), bytes.readUInt32LE(12)]
  const list = JSON.parse(bytes.subarray(16, 16 + listBytes).toString()) as Entry
  const content = new Map<string, Buffer>()
  const walk = (entry: Entry, name: string): void => {
    for (const [part, inside] of Object.entries(entry.files ?? {})) walk(inside, name === '' ? part : `${name}/${part}`)
    if (entry.files !== undefined) return
    const start = 8 + headerBytes + Number(entry.offset)
    content.set(name, bytes.subarray(start, start + (entry.size ?? 0)))
  }
  walk(list, '')
  return content
}
