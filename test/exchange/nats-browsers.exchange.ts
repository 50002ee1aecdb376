import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Computer, type OpenApp, setUpComputer, takePicture } from '../e2e/app.ts'
import { run } from '../e2e/sharing-computers.ts'
import { percentile } from './live-computer.ts'
import { stranger, until } from './nats-mailboxes.ts'
import { type NatsServer, startNatsServer } from './nats-server.ts'

// Two browsers with the built planner on one server, driven as people do.

let server: NatsServer
let computers: readonly Computer[] = []
let a: OpenApp
let b: OpenApp

beforeAll(async () => {
  server = await startNatsServer()
  computers = await Promise.all([setUpComputer(), setUpComputer()])
  const [first, second] = computers
  if (first === undefined || second === undefined) throw new Error('two computers')
  const options = { servers: [server.url], viewport: { width: 1280, height: 1400 } }
  ;[a, b] = await Promise.all([first.start(options), second.start(options)])
})

afterAll(async () => {
  await Promise.all(computers.map((computer) => computer.remove()))
  await server.close()
})

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
  await connect(b.page, `${server.url}/#plan:${stream.replace('QD_', '')}`)
  await isUpToDate(b.page)
  await showQuarter(b.page)
  const titles = (page: Page): Promise<readonly string[]> => page.locator('[data-goal]').allTextContents()
  expect((await titles(b.page)).length).toBeGreaterThan(3)
  expect(await titles(b.page)).toEqual(await titles(a.page))
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
  expect(percentile(took, 95)).toBeLessThan(1000)
})

test('[O49] after the server was killed and emptied, what was edited meanwhile in both is in both', async () => {
  await server.kill()
  await rename(a.page, 'Renamed while it was away')
  server.empty()
  await a.page.locator('[data-share="out"]').waitFor({ timeout: 20_000 })
  await takePicture(a.page, 'server-away')
  await server.start()
  await b.page.locator('[data-goal]').filter({ hasText: 'Renamed while it was away' }).first().waitFor({ timeout: 60_000 })
  await until(async () => (await a.page.locator('[data-share="upToDate"]').count()) === 1, 'it is up to date', 40_000)
  expect([a.complaints, b.complaints]).toEqual([[], []])
})
