import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../shared/bridge/contract.ts'
import { type Launched, launchApp } from '../electron/launch.ts'

// The planner in its window, ended by a signal or by the computer while something is typed or not yet written.

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-end-'))
  launched = await launchApp({ profile: join(folder, 'profile') })
  await launched.page.getByRole('main').waitFor()
})

afterAll(async () => {
  await launched.app.close().catch(() => {
    // the last spec has ended it
  })
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Types a title of a goal, and leaves the field as it is. */
async function type(text: string): Promise<void> {
  const { page } = launched
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Ends the app, and waits until it is gone. How long that took, in milliseconds. */
async function ended(end: () => Promise<unknown>): Promise<number> {
  const gone = new Promise((done) => launched.app.process().once('exit', done))
  const began = performance.now()
  await end()
  await gone
  return performance.now() - began
}

async function startAndFind(title: string): Promise<void> {
  launched = await launchApp({ profile: join(folder, 'profile') })
  const { page } = launched
  await page.getByRole('main').waitFor()
  if ((await page.locator('[data-goal]').count()) === 0) await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').filter({ hasText: title }).waitFor()
}

test('[G9] by a signal, it keeps what was being typed for the next start', async () => {
  await type('Typed as the signal came')
  await ended(async () => launched.app.process().kill('SIGTERM'))
  await startAndFind('Typed as the signal came')
  expect(await readFile(join(folder, 'profile/logs/quarterdeck.log'), 'utf8')).toContain('"event":"told to end","signal":"SIGTERM","again":false')
})

test('[G9] [G10] by a computer that shuts down while the database refuses, it holds it up in bounds, and the outbox has what was typed', async () => {
  const { app, page } = launched
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException('', 'UnknownError')
    }
  })
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Typed as the computer went down')
  const took = await ended(() =>
    app.evaluate(({ powerMonitor }) => {
      let isHeld = false
      powerMonitor.emit('shutdown', { preventDefault: () => (isHeld = true) })
      if (!isHeld) throw new Error('the computer was not held up')
    }),
  )
  expect(took).toBeGreaterThan(1000)
  await startAndFind('Typed as the computer went down')
})

test('[G10] Windows is held up only while a page writes', async () => {
  const { app, page } = launched
  const say = (busy: boolean): Promise<unknown> => page.evaluate((is) => (window as unknown as { quarterdeck: Bridge }).quarterdeck.setBusy({ busy: is }), busy)
  await say(true)
  await ended(async () => {
    const held = await app.evaluate(({ BrowserWindow }) => {
      let isHeld = false
      BrowserWindow.getAllWindows()[0]?.emit('query-session-end', { preventDefault: () => (isHeld = true) })
      return isHeld
    })
    expect(held).toBe(true)
    await say(false).catch(() => undefined) // the answer may come after the page is gone
  })
})
