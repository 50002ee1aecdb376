import { createServer, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'

let server: Server
let profile: string

beforeAll(async () => {
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>Deck</title><h1>Quarterdeck</h1><p>Goals of a quarter'))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-e2e-'))
})

afterAll(async () => {
  server.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
})

test('[H19] the Chromium that came with npm draws text', async () => {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(address())
  const { width } = (await page.locator('h1').boundingBox()) ?? { width: 0 }
  const inline = await page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    return [context?.measureText('iiii').width ?? 0, context?.measureText('mmmm').width ?? 0]
  })
  const picture = await page.screenshot()
  await browser.close()
  expect(width).toBeGreaterThan(0)
  expect(inline[1]).toBeGreaterThan((inline[0] ?? 0) * 1.5)
  expect(picture.length).toBeGreaterThan(2_000)
})

test('[H20] a profile keeps its IndexedDB when the browser is started again', async () => {
  const first = await launchChromium({ profile })
  await put(await open(first.newPage()), 'kept')
  await first.close()
  const second = await launchChromium({ profile })
  const found = await get(await open(second.newPage()))
  await second.close()
  expect(found).toBe('kept')
})

function address(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function open(coming: Promise<Page>): Promise<Page> {
  const page = await coming
  await page.goto(address())
  return page
}

/** Both run in the page: a store `s` in a database `d`. */
async function put(page: Page, value: string): Promise<void> {
  await page.evaluate(
    (text) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('d', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('s')
        request.onsuccess = () => {
          const write = request.result.transaction('s', 'readwrite', { durability: 'strict' })
          write.objectStore('s').put(text, 'key')
          write.oncomplete = () => done()
          write.onerror = () => fail(new Error('the write failed'))
        }
      }),
    value,
  )
}

async function get(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise<unknown>((done) => {
        const request = indexedDB.open('d', 1)
        request.onsuccess = () => {
          const read: IDBRequest<unknown> = request.result.transaction('s').objectStore('s').get('key')
          read.onsuccess = () => done(read.result)
        }
      }),
  )
}
