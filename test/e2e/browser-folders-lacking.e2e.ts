import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import type { FoldersProbe } from './folders-page.ts'
import { serveProbe, type ProbeSite } from './probe-site.ts'

// A browser that has no room left, or hands out no folders.

let site: ProbeSite
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  site = await serveProbe(join(import.meta.dirname, 'folders-page.ts'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  site.close()
})
beforeEach(async () => {
  page = await browser.newPage()
  await page.goto(site.url)
  await page.waitForFunction((): FoldersProbe | undefined => window.foldersProbe)
})
afterEach(() => page.close())

test('[J81] where there is no more room it is full', async () => {
  const session = await browser.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 200_000 })
  const answers = await page.evaluate(async (path) => {
    const files = await window.foldersProbe.inPrivate()
    await files.write(path, 'as it was')
    return [await files.write(path, 'x'.repeat(2_000_000)), await files.read(path)]
  }, 'replicas/k3v9x2m7q1.json')
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin })
  expect(answers).toEqual([
    { ok: false, reason: 'full' },
    { ok: true, value: 'as it was' },
  ])
})

test('[J85] a browser that hands out no folders says so', async () => {
  expect(await page.evaluate(() => window.foldersProbe.folders.isAvailable)).toBe(true)
  expect(
    await page.evaluate(async () => {
      Reflect.deleteProperty(window, 'showDirectoryPicker')
      Reflect.deleteProperty(Window.prototype, 'showDirectoryPicker')
      return [window.foldersProbe.folders.isAvailable, await window.foldersProbe.folders.choose({ share: null }), await window.foldersProbe.isKnown('folder-a')]
    }),
  ).toEqual([false, null, false])
})
