import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { howItLies, type FolderFile } from '../../shared/share/folder/folder-files.ts'
import type { Mailed } from '../../shared/share/mailbox.ts'
import { launchChromium } from '../chromium/launch.ts'
import type { FoldersProbe } from './folders-page.ts'
import { allowsFolders, answerForFolders, giveFolder } from './give-folder.ts'
import { serveProbe, type ProbeSite } from './probe-site.ts'

// What somebody else writes into a shared folder while a browser writes there.

let site: ProbeSite
let around: string
let place: string
let browser: BrowserContext
let page: Page

const ownPath = 'replicas/k3v9x2m7q1.json'

beforeAll(async () => {
  site = await serveProbe(join(import.meta.dirname, 'folders-page.ts'))
  around = await mkdtemp(join(tmpdir(), 'quarterdeck-folders-'))
  place = await mkdtemp(join(tmpdir(), 'quarterdeck-place-'))
  browser = await launchChromium({ profile: around, args: allowsFolders })
  await answerForFolders(browser)
  page = await browser.newPage()
  await page.goto(site.url)
  await page.waitForFunction((): FoldersProbe | undefined => window.foldersProbe)
  await giveFolder(page, place)
})

afterAll(async () => {
  await browser.close()
  site.close()
  for (const folder of [around, place]) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

test('[O119] what lies there as another than was seen stays, also where it becomes another while its successor is being written', async () => {
  const token = await page.evaluate(async () => (await window.foldersProbe.folders.choose({ share: { suggestedName: 'TEC3', plan: 'plan:tec3' } }))?.token ?? '')
  const name = 'TEC3.planfolder'
  const over = (text: string, known: string | null): Promise<Mailed<FolderFile>> => page.evaluate(([of, path, next, seen]) => window.foldersProbe.write(of, path, next, seen), [token, ownPath, text, known] as const)
  const first = await over('own', null)
  const known = first.ok ? howItLies(first.value) : null
  expect(await over('none was seen', null)).toEqual({ ok: false, reason: 'changed' })
  await page.exposeFunction('meanwhile', () => writeFile(join(place, name, ownPath), 'by hand'))
  await page.evaluate(() => {
    const { prototype } = FileSystemWritableFileStream
    const { write: begin } = prototype
    Object.assign(prototype, { async write(this: FileSystemWritableFileStream, data: Blob) { await (window as unknown as { meanwhile: () => Promise<void> }).meanwhile(); return begin.call(this, data) } })
  })
  expect([await over('next', known), await over('next', known)]).toEqual([1, 2].map(() => ({ ok: false, reason: 'changed' })))
  await page.reload() // and with it what happened meanwhile
  await page.waitForFunction((): FoldersProbe | undefined => window.foldersProbe)
  const listed = await page.evaluate((of) => window.foldersProbe.list(of), token)
  expect(await readFile(join(place, name, ownPath), 'utf8')).toBe('by hand')
  expect(await over('next', listed.ok && listed.value[0] !== undefined ? howItLies(listed.value[0]) : null)).toMatchObject({ ok: true })
  await rm(join(place, name, ownPath))
  expect(await over('again', known)).toMatchObject({ ok: true })
  expect((await readdir(join(place, name), { recursive: true })).toSorted()).toEqual(['replicas', ownPath])
})
