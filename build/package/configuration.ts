import { join, resolve } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { product } from '../../shared/bridge/product.ts'
import { setFuses } from './fuses.ts'

export const root = resolve(import.meta.dirname, '../..')

/** How the systems know the app, and whose plans are whose: frozen, as the folder of the profile is. */
const appId = 'app.quarterdeck.planner'

/** What opens with a double click. The endings that a plan file may have besides are no use to a system: it knows the last one only. */
export const planType = { ending: 'qdeck', name: 'Quarterdeck plan', mediaType: 'application/x-quarterdeck+json', uniform: `${appId}.plan` } as const

/** Whom a package names as its maintainer, and where it says more is to be found: who makes releases says theirs. */
export const maker = {
  maintainer: process.env['QUARTERDECK_MAINTAINER'] ?? 'Quarterdeck maintainers <maintainers@quarterdeck.invalid>',
  homepage: process.env['QUARTERDECK_HOMEPAGE'] ?? 'https://quarterdeck.invalid',
} as const

/**
 * What electron-builder makes of the staged app. There is no `publish`, so no file in the package names a place to ask
 * for updates, and nothing asks.
 * @param options.runtime a folder with Electron's runtime, where it is not the one that npm's package fetches
 */
export function packageConfiguration(options: { readonly app: string; readonly output: string; readonly electron: string; readonly runtime?: string }): Configuration {
  return {
    appId,
    productName: product.name,
    copyright: 'MIT License',
    directories: { app: options.app, output: options.output, buildResources: join(root, 'build/package') },
    ...(options.runtime === undefined ? {} : { electronDist: options.runtime }),
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    electronVersion: options.electron,
    asar: true,
    compression: 'normal',
    files: ['**/*'],
    // The staged app has no modules to install, rebuild or pack; told otherwise, the packager takes those of the project.
    beforeBuild: () => Promise.resolve(false),
    forceCodeSigning: process.env['QUARTERDECK_SIGNED'] === '1',
    publish: null,
    fileAssociations: [{ ext: planType.ending, name: planType.name, description: planType.name, mimeType: planType.mediaType, role: 'Editor', rank: 'Owner' }],
    afterPack: (context) => setFuses(programOf(context)),

    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'quarterdeck',
      syncDesktopName: true,
      icon: join(root, 'build/package/icons'),
      category: 'Office',
      synopsis: 'Offline-first annual planner',
      description: 'The goals of a quarter on a board, kept on this computer and shared as one file that merges.',
      maintainer: maker.maintainer,
      desktop: { entry: { Keywords: 'plan;goals;quarter;board;', StartupNotify: 'true' } },
      // Nobody is started without the sandbox by an entry in a menu; `--no-sandbox` is what older AppImages bring along.
      executableArgs: [],
    },
    mac: {
      target: [{ target: 'dmg', arch: ['universal'] }],
      icon: join(root, 'build/package/icon.icns'),
      category: 'public.app-category.productivity',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: join(root, 'build/package/entitlements.plist'),
      entitlementsInherit: join(root, 'build/package/entitlements.plist'),
      extendInfo: {
        UTExportedTypeDeclarations: [
          {
            UTTypeIdentifier: planType.uniform,
            UTTypeDescription: planType.name,
            UTTypeConformsTo: ['public.json'],
            UTTypeTagSpecification: { 'public.filename-extension': [planType.ending], 'public.mime-type': planType.mediaType },
          },
        ],
      },
    },
    dmg: { title: '${productName} ${version}', writeUpdateInfo: false },
    win: { target: ['nsis'], icon: join(root, 'build/package/icon.ico'), requestedExecutionLevel: 'asInvoker' },
    // For one person, without an administrator; taking the app away leaves the plans.
    nsis: { oneClick: true, perMachine: false, packElevateHelper: false, deleteAppDataOnUninstall: false, differentialPackage: false },
  }
}

/** The program that holds the fuses, in what was just packed and is not signed yet. */
function programOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`)
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : 'quarterdeck')
}
