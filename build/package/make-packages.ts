import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Platform } from 'electron-builder'
import { maker, packageConfiguration, root } from './configuration.ts'
import { stageApp } from './stage.ts'

/**
 * Makes packages of what was built before. Returns the paths of what was made.
 * @param options.formats in place of the usual ones of a platform
 * @param options.runtime a folder with Electron's runtime, where it is not to be fetched
 */
export async function makePackages(options: {
  readonly platforms: readonly Platform[]
  readonly output: string
  readonly formats?: readonly string[]
  readonly runtime?: string
}): Promise<readonly string[]> {
  const { output, runtime } = options
  const app = join(output, 'app')
  await stageApp({ root, folder: app, author: maker.maintainer, homepage: maker.homepage })
  return build({
    projectDir: root,
    targets: new Map(options.platforms.flatMap((platform) => [...platform.createTarget(options.formats === undefined ? null : [...options.formats])])),
    config: packageConfiguration({ app, output, electron: await pinnedElectron(), ...(runtime === undefined ? {} : { runtime }) }),
    publish: 'never',
  })
}

/** The one release of Electron that the project is built and tested with. */
async function pinnedElectron(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly devDependencies: { readonly electron: string } }
  return manifest.devDependencies.electron
}
