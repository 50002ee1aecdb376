import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The mark in Electron's program behind which its fuses stand. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A file that holds what the tool for fuses looks for in Electron's program: the mark, a version, a length, and each fuse as it comes. */
export function madeProgram(options: { readonly fuses: number }): Buffer {
  const asElectronComes = '101100101000'.slice(0, options.fuses)
  return Buffer.concat([Buffer.alloc(5_000, 'program '), Buffer.from(sentinel), Buffer.from([1, options.fuses]), Buffer.from(asElectronComes), Buffer.alloc(5_000, ' program')])
}

const runtimeFiles = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler', 'icudtl.dat', 'locales/en-US.pak', 'resources.pak', 'version']

/** A folder named like Electron's runtime for Linux, with files that hold nothing but what is looked for in them. */
export async function makeRuntime(folder: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  for (const name of runtimeFiles) await writeFile(join(folder, name), `stand-in for ${name}\n`)
  await writeFile(join(folder, 'electron'), madeProgram({ fuses: 9 }), { mode: 0o755 })
  return folder
}
