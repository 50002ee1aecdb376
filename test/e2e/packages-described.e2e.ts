import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageConfiguration, planType, root } from '../../build/package/configuration.ts'
import { stageApp } from '../../build/package/stage.ts'
import { makeRuntime } from '../build/stand-in.ts'
import { makeMacRuntime } from '../build/stand-in-mac.ts'

// What the packages tell the systems of the app. The tools that would put it into deb, AppImage and dmg are not here; the
// packager is stopped where it would call them.

let folder: string
let app: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-described-'))
  app = join(folder, 'app')
  await stageApp({ root, folder: app, author: 'Somebody <somebody@planner.invalid>', homepage: 'https://planner.invalid' })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the packager would hand to the tool for a form of package. */
async function handedOver(form: 'AppImage' | 'deb', runtime: string): Promise<unknown> {
  let handed: unknown = null
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget([form]),
    config: packageConfiguration({ app, output: join(folder, form), electron: '45.4.1', runtime }),
    publish: 'never',
    effectiveOptionComputed: async (computed: unknown) => {
      handed = Array.isArray(computed) ? [computed[0], await readFile(String(computed[1]), 'utf8')] : computed
      return true
    },
  })
  return handed
}

describe('[Y11] Linux is told what the app is and what it opens', () => {
  const entry = [/^Name=Quarterdeck$/m, /^Comment=The goals of a quarter/m, /^Categories=Office;$/m, /^MimeType=application\/x-quarterdeck\+json;$/m, /^StartupWMClass=quarterdeck$/m, /^Icon=quarterdeck$/m]

  test('by an AppImage and by a deb, neither of which starts it with a switch', async () => {
    const runtime = await makeRuntime(join(folder, 'runtime'))
    const { desktop } = (await handedOver('AppImage', runtime)) as { readonly desktop: string }
    expect(entry.filter((line) => !line.test(desktop))).toEqual([])
    expect(desktop).toMatch(/^Exec=AppRun %U$/m)

    const [words, installed] = (await handedOver('deb', runtime)) as readonly [readonly string[], string]
    expect(entry.filter((line) => !line.test(installed))).toEqual([])
    expect(installed).toMatch(/^Exec=\/opt\/Quarterdeck\/quarterdeck %U$/m)
    expect(words.filter((word) => word.includes('=/usr/share/')).map((word) => word.split('=').at(-1))).toEqual([
      ...[16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/quarterdeck.png`),
      '/usr/share/mime/packages/quarterdeck.xml',
      '/usr/share/applications/quarterdeck.desktop',
    ])
  })
})

test('[Y12] macOS is told the same, and what the archive must be for the app to start', async () => {
  await build({
    projectDir: root,
    targets: Platform.MAC.createTarget(['dir']),
    config: packageConfiguration({ app, output: join(folder, 'mac-out'), electron: '45.4.1', runtime: await makeMacRuntime(join(folder, 'mac-runtime')) }),
    publish: 'never',
  })
  const contents = join(folder, 'mac-out', process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Quarterdeck.app/Contents')
  const told = await readFile(join(contents, 'Info.plist'), 'utf8')
  for (const text of ['app.quarterdeck.planner', 'public.app-category.productivity', planType.ending, planType.uniform, planType.mediaType]) expect(told).toContain(`<string>${text}</string>`)
  const archive = await readFile(join(contents, 'Resources/app.asar'))
  const list = archive.subarray(16, 16 + archive.readUInt32LE(12))
  expect(told).toContain(`<string>${createHash('sha256').update(list).digest('hex')}</string>`)
  // both halves of a universal program
  const program = await readFile(join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'), 'latin1')
  const fuses = program.split('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX').slice(1).map((behind) => behind.slice(2, 11))
  expect(fuses).toEqual(['010011001', '010011001'])
})
