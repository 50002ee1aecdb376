import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * What everybody whose work is built into the app asks to be said: name, release, licence and its text, of each package
 * the app depends on and of those they depend on. Some of them end up in no file of the build; they are thanked as well.
 */
export async function licencesOfOthers(root: string): Promise<string> {
  const own = await manifestIn(root)
  const found = new Map<string, string>()
  const waiting = Object.keys(own.dependencies ?? {}).map((name) => ({ name, from: root }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = await folderOf({ ...next, root })
    if (folder === null || found.has(folder)) continue
    const manifest = await manifestIn(folder)
    found.set(folder, `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${await licenceIn(folder)}`)
    for (const name of Object.keys(manifest.dependencies ?? {})) waiting.push({ name, from: folder })
  }
  return `${[...found.values()].toSorted().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** Where npm put a package: with the one that asked for it when releases differ, else at the top. Types and the like may be nowhere. */
async function folderOf({ name, from, root }: { readonly name: string; readonly from: string; readonly root: string }): Promise<string | null> {
  for (const above of from === root ? [root] : [from, root]) {
    const folder = join(above, 'node_modules', name)
    const there = await manifestIn(folder).catch(() => null)
    if (there !== null) return folder
  }
  return null
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
}

async function licenceIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.trim()).join('\n\n')
}
