import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { licencesOfOthers } from './licences.ts'

/** What the manifest inside the package says: what Electron and the systems ask for, and nothing of how the app was made. */
const told = ['name', 'productName', 'version', 'description', 'license', 'desktopName', 'type', 'main'] as const

/**
 * Lays out what ships in a folder of its own: the build without the maps of its sources and without the command line, a
 * manifest and the licence. The packager sees nothing else, so nothing else can slip in, a module of npm's least of all.
 */
export async function stageApp(options: { readonly root: string; readonly folder: string; readonly author: string; readonly homepage: string }): Promise<void> {
  const { root, folder, author, homepage } = options
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const part of ['main', 'preload', 'renderer']) {
    await cp(join(root, 'dist', part), join(folder, 'dist', part), { recursive: true, filter: (path) => !path.endsWith('.map') })
  }
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  await writeFile(join(folder, 'LICENSES.txt'), await licencesOfOthers(root))
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>
  const kept = Object.fromEntries(told.map((name) => [name, manifest[name]]))
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...kept, author, homepage }, null, 2)}\n`)
}
