import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../e2e/sharing-computers.ts'
import { type NatsServer, openConfig } from './nats-server.ts'
import { lookOnlyWhenTold, openTwoBrowsers, type TwoBrowsers } from './two-browsers.ts'

// The planner itself, in two browsers, over a real server: sharing, joining by the address, live edits, days off, a wiped server.

let browsers: TwoBrowsers
let server: NatsServer
let here: Page
let there: Page

beforeAll(async () => {
  browsers = await openTwoBrowsers({ prepare: lookOnlyWhenTold, configOf: (places) => openConfig(places, 'authorization { users: [ { user: "planner", password: "right" } ] }') })
  server = browsers.server
  here = browsers.here.page
  there = browsers.there.page
  await here.getByRole('button', { name: /sample/i }).first().click()
  await here.getByRole('radio', { name: /^Q4/ }).click()
  await here.locator('[data-goal]').first().waitFor()
})

afterAll(() => browsers.close())

async function connect(page: Page, { address, password, button }: { readonly address: string; readonly password: string; readonly button: string }): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Address/ }).fill(address)
  await dialog.getByRole('radio', { name: 'Password' }).click()
  await dialog.getByRole('textbox', { name: 'User' }).fill('planner')
  await dialog.getByLabel('Password', { exact: true }).last().fill(password)
  await dialog.getByRole('button', { name: button }).click()
}

const standing = (page: Page, kind: string): Promise<void> => page.locator(`[data-share="${kind}"]`).waitFor({ timeout: 15_000 })

async function addGoal(page: Page, title: string): Promise<void> {
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'What shall be reached?' }).fill(title)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

const sees = (page: Page, title: string): Promise<void> => page.locator('[data-goal]').filter({ hasText: title }).waitFor({ timeout: 20_000 })

test('[O74] a server that refuses is told of in the dialog, with the right password the plan is shared, and a colleague joins by the address', async () => {
  await run(here, 'Share through a server…')
  await connect(here, { address: server.url, password: 'wrong', button: 'Connect and share' })
  await here.getByRole('alert').filter({ hasText: 'The server refused' }).waitFor()
  await connect(here, { address: server.url, password: 'right', button: 'Connect and share' })
  await standing(here, 'upToDate')
  await here.screenshot({ path: 'test-results/screens/share-server.png' })
  await run(there, 'Join through a server…')
  await connect(there, { address: server.url, password: 'right', button: 'Connect and join' })
  await there.getByRole('dialog').getByText('not which plan').waitFor()
  const id = await here.evaluate(() => /^#\/(plan:[^/?]+)/.exec(decodeURIComponent(location.hash))?.[1] ?? '')
  await connect(there, { address: `${server.url}/#${id}`, password: 'right', button: 'Connect and join' })
  await standing(there, 'upToDate')
  await expect.poll(() => there.getByText('TEC3 Deployment Pipeline').count()).toBeGreaterThan(0)
})

test('[O75] what one does is on the board of the other within a second, both ways', async () => {
  await there.getByRole('radio', { name: /^Q4/ }).click()
  const took: number[] = []
  for (const [from, to, title] of [[here, there, 'Said here'], [there, here, 'Said there']] as const) {
    await addGoal(from, title)
    await sees(from, title)
    const at = performance.now()
    await sees(to, title)
    took.push(performance.now() - at)
  }
  console.log(`NATS: from the screen of one to that of the other ${took.map((ms) => ms.toFixed(0)).join(' and ')} ms`)
  expect(took).toHaveLength(2)
})

test('[O76] a server that is killed and comes back empty is filled again by whoever has the plan, and nothing is lost', async () => {
  await server.kill()
  await Promise.all([standing(here, 'out'), standing(there, 'out')])
  await addGoal(here, 'Said without a server')
  server.empty()
  await server.start()
  await sees(there, 'Said without a server')
  await Promise.all([standing(here, 'upToDate'), standing(there, 'upToDate')])
  await expect.poll(async () => (await there.locator('[data-goal]').count()) - (await here.locator('[data-goal]').count())).toBe(0)
})
