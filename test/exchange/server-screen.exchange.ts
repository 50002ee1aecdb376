import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isFine } from '../e2e/fine-look.ts'
import { run } from '../e2e/sharing-computers.ts'
import { type NatsServer, openConfig } from './nats-server.ts'
import { openTwoBrowsers, type TwoBrowsers } from './two-browsers.ts'

// How a share through a real server looks: its address to copy, who is here, a sign-in that no longer holds.

let browsers: TwoBrowsers
let server: NatsServer
let here: Page
let there: Page

beforeAll(async () => {
  browsers = await openTwoBrowsers({ configOf: (places) => openConfig(places, 'authorization { token: "s3cret" }'), reducedMotion: 'reduce', viewport: { width: 1360, height: 860 } })
  server = browsers.server
  here = browsers.here.page
  there = browsers.there.page
  await browsers.here.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await here.getByRole('button', { name: /sample/i }).first().click()
  await here.locator('[data-goal]').first().waitFor()
})

afterAll(() => browsers.close())

async function connect(page: Page, address: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Address/ }).fill(address)
  await dialog.getByRole('radio', { name: 'Token' }).click()
  await dialog.getByLabel('Token', { exact: true }).last().fill('s3cret')
  await dialog.getByRole('button', { name: button }).click()
}

test('[D91] [D100] the address of a plan is copied without a secret, a colleague joins with it, and each sees that the other is here', async () => {
  await run(here, 'Share through a server')
  await connect(here, server.url, 'Connect and share')
  await here.getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor({ timeout: 15_000 })
  await here.keyboard.press('g')
  await here.keyboard.press('e')
  await here.getByRole('button', { name: 'Copy address' }).click()
  await here.getByText('The address is copied.').first().waitFor()
  const address = await here.evaluate(() => navigator.clipboard.readText())
  expect(address).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/#plan:/)
  expect(address).not.toContain('s3cret')
  await run(there, 'Join through a server')
  const form = there.getByRole('dialog', { name: 'Join through a server' })
  await connect(there, `${server.url.replace(/\/?$/, '/')}#plan:nobodysharesit`, 'Connect and join')
  await form.getByRole('alert').getByText('Nobody shares this plan there').waitFor()
  await isFine(there, 'server-join-refused')
  expect([await form.getByRole('textbox', { name: /^Address/ }).inputValue(), await form.getByLabel('Token', { exact: true }).last().inputValue()]).toEqual([expect.stringContaining('#plan:nobodysharesit'), 's3cret'])
  await form.getByRole('textbox', { name: /^Address/ }).fill(address)
  await there.keyboard.press('Enter')
  await there.getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor({ timeout: 15_000 })
  await here.getByRole('contentinfo').getByRole('button', { name: / is here$/ }).waitFor({ timeout: 15_000 })
  await there.getByRole('contentinfo').getByRole('button', { name: / is here$/ }).waitFor({ timeout: 15_000 })
  await here.getByRole('region', { name: 'Who takes part 1' }).getByText(/has the plan open/).waitFor()
  await isFine(here, 'server-live')
})

test('[D92] [D102] [D113] a server that no longer takes the sign-in says so, and one connects again with another, with all buttons in one row', async () => {
  server.config(openConfig(server.places, 'authorization { token: "another" }'))
  await server.kill()
  await server.start()
  await here.getByRole('contentinfo').getByRole('button', { name: /^Sign-in refused since/ }).waitFor({ timeout: 30_000 })
  await isFine(here, 'server-refuses')
  const row = here.getByRole('region', { name: 'Shared through a server' }).getByRole('button', { name: /^(Connect again…|Retry|Leave…)$/ })
  expect(await row.evaluateAll((buttons) => buttons.map((each) => each.getBoundingClientRect().top - (buttons[0]?.getBoundingClientRect().top ?? 0)))).toEqual([0, 0, 0])
  await here.getByRole('button', { name: 'Connect again…' }).click()
  const dialog = here.getByRole('dialog', { name: 'Share through a server' })
  // which server it is stands there already
  await expect.poll(() => dialog.getByRole('textbox', { name: /^Address/ }).inputValue()).toContain(server.url)
  await dialog.getByRole('radio', { name: 'Token' }).click()
  await dialog.getByLabel('Token', { exact: true }).last().fill('another')
  await dialog.getByRole('button', { name: 'Connect and share' }).click()
  await here.getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor({ timeout: 15_000 })
  await dialog.waitFor({ state: 'detached' })
  // it is the same share
  const listed = here.getByRole('region', { name: 'Exchanged' })
  await expect.poll(async () => [await listed.getByText('Shared', { exact: true }).count(), await listed.getByText('Share left').count()]).toEqual([1, 0])
})

test('[D98] [D99] a sign-in that wasn’t to be remembered is needed again after a restart, one that was isn’t', async () => {
  const line = (name: RegExp): Promise<void> => here.getByRole('contentinfo').getByRole('button', { name }).waitFor({ timeout: 15_000 })
  await here.reload()
  await line(/^Sign-in to the server needed$/)
  await isFine(here, 'server-sign-in')
  await here.getByRole('button', { name: 'Connect again…' }).click()
  const dialog = here.getByRole('dialog', { name: 'Share through a server' })
  await dialog.getByRole('radio', { name: 'Token' }).click()
  await dialog.getByLabel('Token', { exact: true }).last().fill('another')
  await dialog.getByRole('checkbox', { name: 'Remember it in this browser' }).click()
  await isFine(here, 'server-remember')
  await dialog.getByRole('button', { name: 'Connect and share' }).click()
  await line(/^Shared: up to date/)
  await here.reload()
  await line(/^Shared: up to date/)
  expect(await here.getByRole('button', { name: 'Connect again…' }).count()).toBe(0)
})
