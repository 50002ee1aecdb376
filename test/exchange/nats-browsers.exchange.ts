import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../electron/main/words.ts'
import { type OpenApp, takePicture } from '../e2e/app.ts'
import { run } from '../e2e/sharing-computers.ts'
import { launchApp } from '../electron/launch.ts'
import { percentile } from './live-computer.ts'
import { stranger } from './nats-mailboxes.ts'
import type { NatsServer } from './nats-server.ts'
import { lookOnlyWhenTold, openTwoBrowsers, type TwoBrowsers } from './two-browsers.ts'

// Two browsers with the built planner on one server, driven as people do.

let browsers: TwoBrowsers
let server: NatsServer
let a: OpenApp
let b: OpenApp
/** Of the plan on the server. */
let address = ''

beforeAll(async () => {
  browsers = await openTwoBrowsers({ viewport: { width: 1280, height: 1400 }, prepare: lookOnlyWhenTold })
  ;({ server, here: a, there: b } = browsers)
})

afterAll(() => browsers.close())

const isUpToDate = (page: Page): Promise<void> => page.locator('[data-share="upToDate"]').waitFor()

async function connect(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Address of the/ }).fill(address)
  await page.keyboard.press('Enter')
}

async function showQuarter(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.locator('[data-goal]').first().waitFor()
}

test('[O48] a plan is shared through a server by its address, and joined by the address with the plan in it', async () => {
  await a.page.getByRole('button', { name: /sample/i }).first().click()
  await showQuarter(a.page)
  await run(a.page, 'Share through a server…')
  await connect(a.page, server.url)
  await isUpToDate(a.page)
  const { manager, close } = await stranger(server.url)
  const [stream = ''] = (await manager.streams.list().next()).map(({ config }) => config.name)
  await close()
  await run(b.page, 'Join through a server…')
  address = `${server.url}/#plan:${stream.replace('QD_', '')}`
  await connect(b.page, address)
  await isUpToDate(b.page)
  await showQuarter(b.page)
  const titles = (page: Page): Promise<readonly string[]> => page.locator('[data-goal]').allTextContents()
  expect((await titles(b.page)).length).toBeGreaterThan(3)
  await expect.poll(async () => [await titles(b.page)]).toEqual([await titles(a.page)])
  await takePicture(b.page, 'server-joined')
})

/** When a text is on a page, by its clock, which is the computer's own. */
function seenAt(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): boolean => {
          if (!document.querySelector('main')?.textContent.includes(wanted)) return false
          observer.disconnect()
          resolve(Date.now())
          return true
        }
        const observer = new MutationObserver(look)
        if (!look()) observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    text,
  )
}

/** Gives the first goal another title, as by hand. @returns when Enter was pressed */
async function rename(page: Page, title: string): Promise<number> {
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(title)
  const pressed = await page.evaluate(() => Date.now())
  await page.keyboard.press('Enter')
  return pressed
}

test('[O49] what is edited in one browser is on the screen of another within a second', async () => {
  const took: number[] = []
  for (let index = 0; index < 40; index++) {
    const [from, to] = index % 2 === 0 ? [a.page, b.page] : [b.page, a.page]
    const title = `Renamed for the ${index + 1}. time`
    const seen = seenAt(to, title)
    const pressed = await rename(from, title)
    took.push((await seen) - pressed)
    await isUpToDate(from)
  }
  console.log(`NATS: from Enter in one browser to the screen of another ${percentile(took, 50)} ms (p50), ${percentile(took, 95)} ms (p95), of ${took.length}`)
  expect(took).toHaveLength(40)
})

test('[O48] the app asks once whether to connect, then joins, and everybody sees who has the plan open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-nats-app-'))
  const { app, page } = await launchApp({ profile: join(folder, 'profile'), servers: [server.url] })
  await app.evaluate(({ dialog }, allow) => {
    dialog.showMessageBox = ((_window: unknown, { buttons = [] }: Electron.MessageBoxOptions) => Promise.resolve({ response: buttons.indexOf(allow), checkboxChecked: false })) as typeof dialog.showMessageBox
  }, words.allowServer.allow)
  await page.getByRole('button', { name: /sample/i }).first().waitFor()
  await page.bringToFront()
  await run(page, 'Join through a server…')
  await connect(page, address)
  await isUpToDate(page)
  await showQuarter(page)
  const seen = seenAt(page, 'Renamed for the app')
  await rename(a.page, 'Renamed for the app')
  await seen
  await page.getByText('2 others are here').first().waitFor()
  await takePicture(page, 'server-app')
  await expect.poll(() => a.page.getByText('2 others are here').count()).toBeGreaterThan(0)
  await app.close()
  await a.page.getByText('2 others are here').first().waitFor({ state: 'hidden' })
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})
