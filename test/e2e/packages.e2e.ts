import { copyFile, chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { createReadStream, readFileSync } from 'node:fs'
import { path7za } from '7zip-bin'
import { FuseState, type FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Platform } from 'electron-builder'
import { extract } from 'tar-fs'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fusePolicy } from '../../build/package/fuses.ts'
import { makePackages } from '../../build/package/make-packages.ts'
import { asarContent } from '../build/asar-content.ts'
import { makeRuntime } from '../build/stand-in.ts'
import { launchApp } from '../electron/launch.ts'

// The packages that can be made without Electron's runtime: a folder and an archive of it, around a stand-in. What makes
// deb, AppImage, dmg and nsis out of such a folder is not here, and is not tested.

const root = resolve(import.meta.dirname, '../..')
let folder: string
let unpacked: string
let inside: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-package-'))
  // npm brings the packer without the right to be run
  const packer = join(folder, '7za')
  await copyFile(path7za, packer)
  await chmod(packer, 0o755)
  process.env['ELECTRON_BUILDER_7ZIP_PATH'] = packer
  await makePackages({ platforms: [Platform.LINUX], formats: ['dir', 'tar.gz'], output: join(folder, 'first'), runtime: await makeRuntime(join(folder, 'runtime')) })
  unpacked = join(folder, 'first/linux-unpacked')
  inside = await asarContent(join(unpacked, 'resources/app.asar'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A name whose hash is told apart by no list. */
const withoutHash = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/, '-*')

test('[Y1] what is inside the package is what its list names, and nothing else', async () => {
  const expected = (await readFile(join(root, 'test/build/expected-files.txt'), 'utf8')).trim().split('\n')
  expect([...inside.keys()].map(withoutHash).toSorted()).toEqual(expected.toSorted())
  const [manifest, project] = await Promise.all([JSON.parse(String(inside.get('package.json'))), readFile(join(root, 'package.json'), 'utf8').then(JSON.parse)] as Promise<Record<string, unknown>>[])
  expect(Object.keys(manifest ?? {}).toSorted()).toEqual(['author', 'description', 'desktopName', 'homepage', 'license', 'main', 'name', 'productName', 'type', 'version'])
  expect([manifest?.['version'], manifest?.['main']]).toEqual([project?.['version'], 'dist/main/main.js'])
})

test('[Y2] beside it lies the runtime and nothing else: no file that names a place to ask for updates', async () => {
  const files = (await readdir(unpacked, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1))
  expect(files.toSorted()).toEqual(
    ['LICENSE.electron.txt', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler', 'icudtl.dat', 'locales/en-US.pak', 'quarterdeck', 'resources.pak', 'resources/app.asar', 'version'].toSorted(),
  )
})

test('[Y3] it tells nothing of the computer it was made on, and has no map of a source', () => {
  const told = [...inside].filter(([name, content]) => name.endsWith('.map') || [root, homedir(), folder].some((trace) => trace.length > 5 && content.includes(trace)))
  expect(told.map(([name]) => name)).toEqual([])
})

test('[Y13] it holds the licences of everybody whose work is built in', () => {
  const licences = String(inside.get('LICENSES.txt'))
  const said = licences.split(/\n-{80}\n/).map((each) => each.trim().split('\n', 1)[0]?.replace(/ \d.*$/, ''))
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly dependencies: object }
  expect(Object.keys(dependencies).filter((name) => !said.includes(name))).toEqual([])
  expect(licences.length).toBeGreaterThan(20_000)
  expect(licences).toContain('SIL OPEN FONT LICENSE')
})

test('[Y4] the fuses of its program are set', async () => {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(join(unpacked, 'quarterdeck'))) }
  const options = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly FuseV1Options[]
  expect(options.map((option) => wire[option])).toEqual(options.map((option) => (fusePolicy[option] ? FuseState.ENABLE : FuseState.DISABLE)))
})

test('[Y5] made again from the same build it is the same, byte for byte', async () => {
  await makePackages({ platforms: [Platform.LINUX], formats: ['dir'], output: join(folder, 'second'), runtime: join(folder, 'runtime') })
  const [first, second] = await Promise.all(['first', 'second'].map((name) => readFile(join(folder, name, 'linux-unpacked/resources/app.asar'))))
  expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true)
})

test('[Y6] the archive carries its release and what it is for in its name, and holds the folder', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  const name = `Quarterdeck-${version}-linux-x64`
  await pipeline(createReadStream(join(folder, 'first', `${name}.tar.gz`)), createGunzip(), extract(join(folder, 'out')))
  const [packed, made] = await Promise.all([join(folder, 'out', name), unpacked].map((each) => readFile(join(each, 'resources/app.asar'))))
  expect(packed?.equals(made ?? Buffer.alloc(0))).toBe(true)
  expect((await stat(join(folder, 'out', name, 'quarterdeck'))).mode & 0o111).toBeGreaterThan(0)
})

test('[Y7] what was packed starts: its first screen is there', async () => {
  const { app, page } = await launchApp({ profile: join(folder, 'profile'), folder: join(folder, 'first/app') })
  await page.getByRole('main').waitFor()
  await expect.poll(() => page.title()).toContain('Quarterdeck')
  await app.close()
})
