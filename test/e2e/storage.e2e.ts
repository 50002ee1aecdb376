import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import { serveStorage, type StorageSite } from './storage-site.ts'

let site: StorageSite
let profile: string
let browser: BrowserContext

beforeAll(async () => {
  site = await serveStorage()
})
afterAll(() => site.close())
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-storage-'))
  browser = await launchChromium({ profile })
})
afterEach(async () => {
  await browser.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})

test('[S4] a real browser is asked for strict durability whenever something is written', async () => {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(window, { asked })
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...options) {
      const begun = transaction.apply(this, options)
      if (begun.mode === 'readwrite') asked.push(begun.durability)
      return begun
    }
  })
  await site.open(page)
  for (let commit = 1; commit <= 64; commit += 1) await page.evaluate((number) => window.storageProbe.write({ commit: number, size: 1 }), commit)
  await page.evaluate(() => window.storageProbe.checkpoint())
  const asked = await page.evaluate(() => (window as unknown as { readonly asked: readonly string[] }).asked)
  expect(asked.length).toBeGreaterThanOrEqual(66)
  expect(new Set(asked)).toEqual(new Set(['strict']))
})

test('[S1] [S2] a plan is there when the browser is started again, from its checkpoint and the commits after it', async () => {
  const page = await browser.newPage()
  const { replica } = await site.open(page)
  await page.evaluate(async () => {
    await window.storageProbe.write({ commit: 1, size: 5_000 })
    await window.storageProbe.checkpoint()
    await window.storageProbe.write({ commit: 2, size: 3, on: 'goal:1-1' })
  })
  const before = await page.evaluate(() => window.storageProbe.shown())
  await browser.close()
  browser = await launchChromium({ profile })
  const again = await browser.newPage()
  expect((await site.open(again)).replica).toBe(replica)
  expect(await again.evaluate(() => window.storageProbe.shown())).toBe(before)
})

test('[S11] [S20] two tabs that edit at the same time hold different slots, end with equal plans and lose nothing', async () => {
  const tabs = [await browser.newPage(), await browser.newPage()]
  const slots: number[] = []
  for (const tab of tabs) slots.push((await site.open(tab)).slot)
  expect(slots).toEqual([0, 1])
  await Promise.all(
    tabs.map((tab, index) =>
      tab.evaluate(async (start) => {
        for (let edit = 0; edit < 150; edit += 1) {
          const writing = window.storageProbe.write({ commit: start + edit, size: 1 + (edit % 3) })
          if (edit % 4 !== 0) await writing
          if (edit % 50 === 0) void window.storageProbe.checkpoint()
        }
      }, 1_000 * (index + 1)),
    ),
  )
  const stored = await tabs[0]?.evaluate(() => window.storageProbe.stored())
  for (const tab of tabs) await expect.poll(() => tab.evaluate(() => window.storageProbe.shown()), { timeout: 10_000 }).toBe(stored)
  const counts = (await tabs[1]?.evaluate(() => window.storageProbe.storedCommits())) ?? {}
  const expected = [1_000, 2_000].flatMap((start) => Array.from({ length: 150 }, (_, edit) => [String(start + edit), 1 + (edit % 3)]))
  expect(counts).toEqual(Object.fromEntries(expected))
})

test('[S20] the slot of a tab that is closed is free for the next', async () => {
  const [first, second] = [await browser.newPage(), await browser.newPage()]
  expect((await site.open(first)).slot).toBe(0)
  expect((await site.open(second)).slot).toBe(1)
  await first.close()
  expect((await site.open(await browser.newPage())).slot).toBe(0)
})

test('[S16] [S17] a tab takes the plan away from another without waiting for it', async () => {
  const [first, second] = [await browser.newPage(), await browser.newPage()]
  await site.open(first)
  await first.evaluate(() => window.storageProbe.write({ commit: 1, size: 1 }))
  await site.open(second)
  await second.evaluate(() => window.storageProbe.removePlan())
  await expect(first.evaluate(() => window.storageProbe.write({ commit: 2, size: 1 }))).rejects.toThrow('removed')
  expect(await second.evaluate(async () => (await indexedDB.databases()).map((database) => database.name))).toEqual(['quarterdeck-library'])
})

test('[S9] a row that was counted and not written is counted again, so a gap in the log means that something is missing', async () => {
  const page = await browser.newPage()
  await site.open(page)
  const seqs = await page.evaluate(async () => {
    await window.storageProbe.write({ commit: 1, size: 1 })
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('quarterdeck-plan-e2e')
      request.onsuccess = () => done(request.result)
    })
    for (let time = 0; time < 3; time += 1) {
      await new Promise((done) => {
        const transaction = database.transaction('commits', 'readwrite')
        transaction.objectStore('commits').add({})
        transaction.objectStore('commits').add({}).onsuccess = () => transaction.abort()
        transaction.onabort = done
      })
    }
    await window.storageProbe.write({ commit: 2, size: 600 })
    return new Promise<readonly IDBValidKey[]>((done) => {
      const request = database.transaction('commits').objectStore('commits').getAllKeys()
      request.onsuccess = () => done(request.result)
    })
  })
  expect(seqs.length).toBeGreaterThan(3)
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
})
