import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, JSHandle, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import type { CopiesProbe } from './copies-page.ts'
import { serveProbe, type ProbeSite } from './probe-site.ts'

let site: ProbeSite
let profile: string
let browser: BrowserContext
let page: Page
let probe: JSHandle<CopiesProbe>
/** What went beyond the policy: nothing, until the last test does so on purpose. */
const strays: string[] = []

beforeAll(async () => {
  site = await serveProbe(join(import.meta.dirname, 'copies-page.ts'))
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-copies-'))
  browser = await launchChromium({ profile, strays })
})
afterAll(async () => {
  await browser.close()
  site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})
beforeEach(async () => {
  page = await openPage()
  probe = await probeOf(page)
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('copies', { recursive: true }).catch(() => undefined))
})

async function openPage(): Promise<Page> {
  const opened = await browser.newPage()
  await opened.goto(site.url)
  return opened
}

function probeOf(opened: Page): Promise<JSHandle<CopiesProbe>> {
  return opened.evaluateHandle(() => window.copiesProbe)
}

test('[E70] [E80] the second copy of a browser keeps every law of a store of copies, within the policy of the planner', async () => {
  expect(await probe.evaluate(({ brokenLaws }) => brokenLaws())).toEqual([])
  expect(strays).toEqual([])
})

test('[E80] what was written is there when the browser is started again', async () => {
  await probe.evaluate(({ store, place }) => store.append({ ...place, text: 'kept' }))
  await browser.close()
  browser = await launchChromium({ profile, strays })
  page = await openPage()
  probe = await probeOf(page)
  expect(await probe.evaluate(({ store, place }) => store.read(place))).toEqual({ ok: true, value: 'kept' })
})

test('[E82] what a killed write left is swept when the store opens, and nothing else', async () => {
  await probe.evaluate(async ({ another, store, place, folder }) => {
    await store.append({ ...place, text: 'a' })
    await (await folder()).getFileHandle('~left', { create: true })
    await another().folders()
  })
  expect(await probe.evaluate(({ everywhere }) => everywhere())).toEqual(['plan-a/journal-0.log'])
})

test('[E83] windows that write into one file at the same time wait for each other, and lose nothing', async () => {
  const other = await openPage()
  const write = async (opened: Page, letter: string): Promise<boolean> =>
    (await probeOf(opened)).evaluate(async ({ store, place }, text) => {
      const list = { folder: 'library', name: 'list.json', text: text.repeat(1_000) }
      const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 8 === 7 ? store.write(list) : store.append({ ...place, text }))))
      return answers.every(({ ok }) => ok)
    }, letter)
  expect(await Promise.all([write(page, 'a'), write(other, 'b')])).toEqual([true, true])
  const read = await probe.evaluate(async ({ store, place }) => [await store.read(place), await store.read({ folder: 'library', name: 'list.json' })])
  const [journal, list] = read.map((answer) => (answer.ok ? (answer.value ?? '') : answer.reason))
  expect([journal?.replaceAll('b', '').length, journal?.replaceAll('a', '').length]).toEqual([35, 35])
  expect(list).toMatch(/^(a{1000}|b{1000})$/)
  await other.close()
})

test('[E84] where there is no room left a write is refused as full and leaves no half, and goes on once there is', async () => {
  const session = await browser.newCDPSession(page)
  const { origin } = new URL(site.url)
  await probe.evaluate(({ store, place }) => store.append({ ...place, text: 'there' }))
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 0 })
  const refused = await probe.evaluate(async ({ store, place }) => [
    await store.append({ ...place, text: 'x'.repeat(2e6) }),
    await store.write({ ...place, text: 'x'.repeat(2e6) }),
    await store.read(place),
  ])
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  const full = { ok: false, reason: 'full' }
  expect(refused).toEqual([full, full, { ok: true, value: 'there' }])
  expect(await probe.evaluate(({ store, place }) => store.append({ ...place, text: ' again' }))).toEqual({ ok: true })
  expect(await probe.evaluate(({ everywhere }) => everywhere())).toEqual(['plan-a/journal-0.log'])
})

test('[E84] a browser without such a file system says so, whatever is asked', async () => {
  const bare = await browser.newPage()
  await bare.addInitScript(() => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'))
  await bare.goto(site.url)
  const answers = await (await probeOf(bare)).evaluate(async ({ store, place }) => Promise.all([store.folders(), store.list('plan-a'), store.read(place), store.append({ ...place, text: 'a' }), store.write({ ...place, text: 'a' }), store.remove(place)]))
  expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'unavailable' })))
  await bare.close()
})

test('[E86] a page makes an address of a script out of that of our own worker, and out of nothing else', async () => {
  expect(strays).toEqual([])
  const refused = await page.evaluate(async () => {
    await window.copiesProbe.store.folders()
    const { trustedTypes } = window as unknown as { readonly trustedTypes: { createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } } } // not declared
    const refusalOf = (work: () => unknown): string => {
      try {
        work()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }
    return [() => trustedTypes.createPolicy('another', {}), () => trustedTypes.createPolicy('quarterdeck-worker', {}), () => new Worker('/page.js')].map(refusalOf)
  })
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError'])
})
