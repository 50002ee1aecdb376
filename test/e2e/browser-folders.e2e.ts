import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDiskFolder } from '../../electron/main/folders/disk-folder.ts'
import type { ChosenFolder } from '../../renderer/host/share-places.ts'
import { shareText } from '../../shared/share/share-item.ts'
import { launchChromium } from '../chromium/launch.ts'
import type { FoldersProbe } from './folders-page.ts'
import { allowsFolders, answerForFolders, giveFolder } from './give-folder.ts'
import { serveProbe, type ProbeSite } from './probe-site.ts'

let site: ProbeSite
let profile: string
let browser: BrowserContext
let page: Page
/** A place on the disk, as a person has one for what they share. */
let place: string

const replica = 'k3v9x2m7q1'
const ownPath = `replicas/${replica}.json`

beforeAll(async () => {
  site = await serveProbe(join(import.meta.dirname, 'folders-page.ts'))
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-folders-'))
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'quarterdeck-place-'))
  page = await openPage()
})
afterEach(async () => {
  await page.close()
  await rm(place, { recursive: true, force: true })
})

async function startBrowser(): Promise<BrowserContext> {
  const started = await launchChromium({ profile, args: allowsFolders })
  await answerForFolders(started)
  return started
}

async function openPage(): Promise<Page> {
  const opened = await browser.newPage()
  await opened.goto(site.url)
  await opened.waitForFunction((): FoldersProbe | undefined => window.foldersProbe)
  return opened
}

/** Chooses as a person does who shares a plan, or who joins. */
async function choose({ path, title = null }: { readonly path: string; readonly title?: string | null }): Promise<ChosenFolder> {
  await giveFolder(page, path)
  const chosen = await page.evaluate((suggestedName) => window.foldersProbe.folders.choose({ share: suggestedName === null ? null : { suggestedName, plan: 'plan:tec3' } }), title)
  if (chosen === null) throw new Error('nothing was chosen')
  return chosen
}

const write = (token: string, path: string, text: string, at = page) => at.evaluate((args) => window.foldersProbe.write(...args), [token, path, text] as const)
const read = (token: string, path: string) => page.evaluate((args) => window.foldersProbe.read(...args), [token, path] as const)
const list = (token: string) => page.evaluate((asked) => window.foldersProbe.list(asked), token)

test('[J75] for a plan that is shared, a folder with its name is made in the place a person chose, with a number where the name is taken', async () => {
  await mkdir(join(place, 'TEC3.planfolder'))
  expect((await choose({ path: place, title: 'TEC3' })).name).toBe('TEC3.planfolder') // empty, so it is nobody's
  await writeFile(join(place, 'TEC3.planfolder/somebody.txt'), 'theirs')
  await writeFile(join(place, 'TEC3 2.planfolder'), 'a file')
  expect((await choose({ path: place, title: 'TEC3' })).name).toBe('TEC3 3.planfolder')
  expect((await choose({ path: place, title: '../TEC3\u202E' })).name).toBe('TEC3 3.planfolder')
  expect((await choose({ path: join(place, 'TEC3.planfolder'), title: 'Another' })).name).toBe('TEC3.planfolder')
  expect((await readdir(place)).toSorted()).toEqual(['TEC3 2.planfolder', 'TEC3 3.planfolder', 'TEC3.planfolder'])
})

test('[J75] [D165] a folder in which this plan is shared already is taken for it, whatever it is called by now, and that of another plan is not', async () => {
  for (const [name, planId] of [['TEC3', 'plan:other'], ['TEC3 2', 'plan:tec3']] as const) {
    await mkdir(join(place, `${name}.planfolder`))
    await writeFile(join(place, `${name}.planfolder/plan.json`), shareText({ planId, title: 'TEC3' }))
  }
  for (const title of ['TEC3', 'Renamed since']) expect((await choose({ path: place, title })).name).toBe('TEC3 2.planfolder')
  expect((await readdir(place)).toSorted()).toEqual(['TEC3 2.planfolder', 'TEC3.planfolder'])
})

test('[J75] who joins gets the folder as it is, and who chooses none gets none', async () => {
  const chosen = await choose({ path: place })
  expect(chosen).toEqual({ token: expect.stringMatching(/^folder-[\w-]{21}$/) as unknown, name: place.slice(place.lastIndexOf('/') + 1) })
  expect(await list(chosen.token)).toEqual({ ok: true, value: [] })
  expect(await page.evaluate(() => window.foldersProbe.folders.choose({ share: null }))).toBeNull()
})

test('[J76] what is written lies on the disk, is told as it lies there, listed and read', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  const text = JSON.stringify({ title: 'Übersicht 計画', more: 'x'.repeat(100_000) })
  const written = await write(token, ownPath, text)
  const file = join(place, name, ownPath)
  const { size, mtimeMs } = await stat(file)
  expect(written).toEqual({ ok: true, value: { path: ownPath, bytes: size, modified: Math.trunc(mtimeMs) } })
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await list(token)).toEqual({ ok: true, value: written.ok ? [written.value] : [] })
  expect(await read(token, ownPath)).toEqual({ ok: true, value: text })
  await write(token, 'plan.json', '{}')
  await write(token, ownPath, 'short')
  expect((await readdir(join(place, name), { recursive: true })).toSorted()).toEqual(['plan.json', 'replicas', ownPath])
  expect(await readFile(file, 'utf8')).toBe('short')
})

test('[J77] what is foreign, large, a link or a folder in a shared folder is not listed, and no path leads out of it', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  const folder = join(place, name)
  await Promise.all(['replicas', 'recent', 'snapshots', 'mine', `replicas/${replica}.json`].map((each) => mkdir(join(folder, each), { recursive: true })))
  await writeFile(join(place, 'secret.json'), 'secret')
  await Promise.all(['notes.txt', 'replicas/a.json.crswap', 'replicas/.hidden.json', 'replicas/notes.txt', 'mine/a.json', 'plan (copy).json'].map((each) => writeFile(join(folder, each), '{}')))
  await symlink(join(place, 'secret.json'), join(folder, 'replicas/link.json'))
  await symlink(place, join(folder, 'recent/inner.json'))
  await writeFile(join(folder, 'replicas/large.json'), '')
  await truncate(join(folder, 'replicas/large.json'), 64 * 1024 * 1024 + 1)
  await writeFile(join(folder, 'replicas/copy (1).json'), Buffer.from([0x7b, 0xff, 0x7d]))
  const listed = await list(token)
  expect(listed.ok && listed.value.map(({ path }) => path)).toEqual(['replicas/copy (1).json'])
  expect(await read(token, 'replicas/copy (1).json')).toEqual({ ok: true, value: '{\uFFFD}' })
  expect(await read(token, 'replicas/large.json')).toEqual({ ok: false, reason: 'tooLarge' })
  expect(await read(token, ownPath)).toEqual({ ok: true, value: null })
  expect(await write(token, ownPath, 'x')).toEqual({ ok: false, reason: 'failed' })
  for (const path of ['../secret.json', 'replicas/../../secret.json', '/etc/passwd', '', 'replicas/', 'mine/a.json', 'notes.txt', 'replicas\\a.json', '__proto__']) {
    expect([path, await read(token, path), await write(token, path, 'x')]).toEqual([path, { ok: false, reason: 'failed' }, { ok: false, reason: 'failed' }])
  }
  expect(await write(token, 'replicas/copy (1).json', 'x')).toEqual({ ok: false, reason: 'failed' })
  expect(await readFile(join(place, 'secret.json'), 'utf8')).toBe('secret')
})

test('[J77] a folder of a shared folder that is a link leads nowhere', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  await mkdir(join(place, 'elsewhere'))
  await writeFile(join(place, 'elsewhere/a.json'), 'theirs')
  await symlink(join(place, 'elsewhere'), join(place, name, 'replicas'))
  expect(await list(token)).toEqual({ ok: true, value: [] })
  const written = await write(token, ownPath, 'x')
  expect([written.ok, await readdir(join(place, 'elsewhere'))]).toEqual([false, ['a.json']])
})

test('[J78] a folder is kept by the browser until it is forgotten, and stays when it is', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  const other = await choose({ path: place })
  await write(token, ownPath, 'kept')
  await page.waitForTimeout(200) // what is being kept can hold a browser up that is closed at once
  await browser.close()
  browser = await startBrowser()
  page = await openPage()
  expect(await read(token, ownPath)).toEqual({ ok: true, value: 'kept' })
  await page.evaluate((asked) => window.foldersProbe.folders.forget(asked), token)
  expect(await page.evaluate((tokens) => Promise.all(tokens.map(window.foldersProbe.isKnown)), [token, other.token, 'folder-of-nobody', '__proto__'])).toEqual([false, true, false, false])
  expect(await readdir(join(place, name))).toEqual(['replicas'])
})

test('[J79] without permission every call answers that a person has to be asked; once they allow it, who listens is told', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  await page.evaluate(async (asked) => {
    let state: PermissionState = 'prompt'
    let answer: PermissionState = 'denied'
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      requestPermission: () => Promise.resolve((state = answer)),
    })
    Object.assign(window, { answerWith: (next: PermissionState, before: PermissionState = 'prompt') => ([answer, state] = [next, before]) })
    await window.foldersProbe.watch(asked)
  }, token)
  const answerWith = (answer: PermissionState) => page.evaluate((next) => (window as unknown as { answerWith: (next: PermissionState) => void }).answerWith(next), answer)
  const all = async () => [await list(token), await read(token, 'plan.json'), await write(token, 'plan.json', '{}')].map((answer) => (answer.ok ? 'ok' : answer.reason))
  const allow = () => page.evaluate((asked) => window.foldersProbe.folders.allow(asked), token)
  expect(await all()).toEqual(['asks', 'asks', 'asks'])
  expect(await readdir(join(place, name))).toEqual([])
  await answerWith('prompt')
  expect([await allow(), await all()]).toEqual([false, ['asks', 'asks', 'asks']])
  await answerWith('denied')
  expect([await allow(), await all()]).toEqual([false, ['refused', 'refused', 'refused']])
  expect(await page.evaluate(() => window.foldersProbe.told)).toBe(0)
  await answerWith('granted')
  expect([await allow(), await page.evaluate(() => window.foldersProbe.told), await all()]).toEqual([true, 1, ['ok', 'ok', 'ok']])
  expect(await page.evaluate(() => window.foldersProbe.folders.allow('folder-of-nobody'))).toBe(false)
})

test('[J80] a folder that is not there is not reachable, and is used again when it is back', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  await write(token, ownPath, 'there')
  await rename(join(place, name), join(place, 'away'))
  expect(await Promise.all([list(token), read(token, ownPath), write(token, ownPath, 'x'), write(token, 'plan.json', 'x')])).toEqual([1, 2, 3, 4].map(() => ({ ok: false, reason: 'unreachable' })))
  expect(await readdir(place)).toEqual(['away'])
  await rename(join(place, 'away'), join(place, name))
  expect(await Promise.all([read(token, ownPath), read(token, 'plan.json')])).toEqual([
    { ok: true, value: 'there' },
    { ok: true, value: null },
  ])
})

test('[J81] a write that fails leaves the file as it was, no half of a new one, and says why', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  await write(token, ownPath, 'as it was')
  await page.evaluate(() => {
    Object.assign(FileSystemWritableFileStream.prototype, { close: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')) })
  })
  expect([await write(token, ownPath, 'more'), await write(token, 'plan.json', '{}')]).toEqual([1, 2].map(() => ({ ok: false, reason: 'full' })))
  expect(await readFile(join(place, name, ownPath), 'utf8')).toBe('as it was')
  expect((await readdir(join(place, name), { recursive: true })).toSorted()).toEqual(['replicas', ownPath])
})

test('[J82] of two windows that write one file at once, one has written it whole', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  const other = await openPage()
  const texts = ['a', 'b'].map((letter) => letter.repeat(400_000))
  const answers = await Promise.all(texts.flatMap((text, at) => Array.from({ length: 5 }, () => write(token, ownPath, text, at === 0 ? page : other))))
  await other.close()
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
  expect(texts).toContain(await readFile(join(place, name, ownPath), 'utf8'))
  expect((await readdir(join(place, name), { recursive: true })).toSorted()).toEqual(['replicas', ownPath])
})

test('[J83] what another program changes in the folder is told, until nobody listens', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  await page.evaluate((asked) => window.foldersProbe.watch(asked), token)
  await write(token, ownPath, 'x') // it is there and allowed: now it is watched
  const told = () => page.evaluate(() => window.foldersProbe.told)
  await page.waitForTimeout(300)
  const before = await told()
  await writeFile(join(place, name, 'replicas/theirs.json'), '{}')
  await page.waitForFunction((count) => window.foldersProbe.told > count, before)
  await page.evaluate(() => window.foldersProbe.stop())
  const last = await told()
  await writeFile(join(place, name, 'replicas/theirs.json'), '{"a":1}')
  await page.waitForTimeout(300)
  expect([last > before, await told()]).toEqual([true, last])
})

test('[J87] the app and a browser read in one folder what the other wrote, and are told of it', async () => {
  const { token, name } = await choose({ path: place, title: 'TEC3' })
  const app = createDiskFolder({ root: join(await realpath(place), name) })
  let told = 0
  const stop = app.watch(() => (told += 1))
  await app.list()
  await page.evaluate((asked) => window.foldersProbe.watch(asked), token)
  await list(token)
  await write(token, ownPath, 'by the browser')
  await expect.poll(() => told).toBeGreaterThan(0)
  expect(await app.read(ownPath)).toEqual({ ok: true, value: 'by the browser' })
  await page.waitForTimeout(300) // until the browser has told of its own
  const before = await page.evaluate(() => window.foldersProbe.told)
  await app.write('recent/k3v9x2m7q1-0.json', 'by the app')
  await page.waitForFunction((count) => window.foldersProbe.told > count, before)
  expect(await read(token, 'recent/k3v9x2m7q1-0.json')).toEqual({ ok: true, value: 'by the app' })
  await app.write(ownPath, 'again, by the app')
  const seen = await Promise.all([app.list(), list(token)])
  stop()
  const sizes = seen.map((each) => (each.ok ? each.value.map(({ path, bytes }) => `${path} ${bytes}`).toSorted() : null))
  expect(sizes[0]).toEqual(sizes[1])
  expect(await read(token, ownPath)).toEqual({ ok: true, value: 'again, by the app' })
})

test('[J84] a place in which no folder can be made is told by each call, and the folder is made once it can be', async () => {
  await giveFolder(page, place)
  const chosen = await page.evaluate(() => {
    const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype
    Object.assign(FileSystemDirectoryHandle.prototype, { getDirectoryHandle: () => Promise.reject(new DOMException('read only', 'NoModificationAllowedError')) })
    Object.assign(window, { mend: () => Object.assign(FileSystemDirectoryHandle.prototype, { getDirectoryHandle }) })
    return window.foldersProbe.folders.choose({ share: { suggestedName: 'TEC3', plan: 'plan:tec3' } })
  })
  const { token, name } = chosen ?? { token: '', name: '' }
  expect([name, await list(token), await write(token, 'plan.json', '{}')]).toEqual(['TEC3.planfolder', { ok: false, reason: 'refused' }, { ok: false, reason: 'refused' }])
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  expect((await write(token, 'plan.json', '{}')).ok).toBe(true)
  expect(await readdir(join(place, name))).toEqual(['plan.json'])
})
