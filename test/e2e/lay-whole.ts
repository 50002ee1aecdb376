import { rename, writeFile } from 'node:fs/promises'

/** Lays a text into a shared folder as programs that synchronise do: found half there, it is read again only with the next look. */
export async function layWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text)
  await rename(`${path}.tmp`, path)
}
