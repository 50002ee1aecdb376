import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './app.ts'
import { isFine } from './fine-look.ts'
import { allowsFolders } from './give-folder.ts'
import { run } from './sharing-computers.ts'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp({ viewport: { width: 1360, height: 860 }, reducedMotion: 'reduce', args: allowsFolders })
  page = app.page
})

afterAll(async () => {
  await app.close()
})

const main = (): Locator => page.getByRole('main', { name: 'Exchange' })
const beside = (): Locator => main().getByRole('region', { name: 'Share and files' })
const dialog = (name: string): Locator => page.getByRole('dialog', { name })

test('[D80] where a plan isn’t shared, the exchange says the ways to share it and what each means', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await beside().getByRole('heading', { name: 'Share this plan' }).waitFor()
  await expect.poll(() => beside().getByRole('button').allTextContents()).toEqual([expect.stringMatching(/^Through a folder….*No server is needed/), expect.stringMatching(/^Through a server….*who is here/), expect.stringMatching(/^With a file.*by hand/)])
  await main().getByText('Nothing to review').waitFor()
  await isFine(page, 'not-shared')
})

test('[D81] [D101] [D107] [D170] the dialogs say what a share means before it begins, and why it can’t be right where it was asked', async () => {
  await beside().getByRole('button', { name: /^Through a server/ }).click()
  await dialog('Share through a server').getByRole('radio', { name: 'Password' }).click()
  await dialog('Share through a server').getByText('Everybody’s sample is one and the same plan').waitFor()
  const id = await dialog('Share through a server').getByText('Id of this plan').locator('code').textContent()
  expect(`plan:${id}`).toBe(samplePlanId)
  await isFine(page, 'server')
  await dialog('Share through a server').getByRole('textbox', { name: 'User' }).press('Enter')
  await dialog('Share through a server').getByText('Say who signs in.').waitFor()
  const isFocused = (name: string): Promise<boolean> => dialog('Share through a server').getByRole('textbox', { name }).evaluate((element) => element === document.activeElement)
  // nothing is typed as an address either
  await expect.poll(() => isFocused('Address of the server')).toBe(true)
  await dialog('Share through a server').getByRole('textbox', { name: 'Address of the server' }).fill('wss://nats.example.org')
  await page.keyboard.press('Enter')
  await expect.poll(() => isFocused('User')).toBe(true)
  await dialog('Share through a server').getByRole('textbox', { name: 'User' }).fill('sre')
  await page.keyboard.press('Enter')
  await expect.poll(() => isFocused('Password')).toBe(true)
  await dialog('Share through a server').getByRole('radio', { name: 'None' }).click()
  await dialog('Share through a server').getByRole('textbox', { name: 'Address of the server' }).fill('https://nats.example.org')
  await dialog('Share through a server').getByRole('button', { name: 'Connect and share' }).click()
  await dialog('Share through a server').getByText('The address of a server for sharing begins with wss://.').waitFor()
  await expect.poll(() => isFocused('Address of the server')).toBe(true)
  await isFine(page, 'server-wrong')
  await dialog('Share through a server').getByRole('textbox', { name: 'Address of the server' }).fill('wss://nats.example.org/#plan:another')
  await page.keyboard.press('Enter')
  await dialog('Share through a server').getByRole('alert').getByText('The address is that of another plan.').waitFor()
  const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent)
  await dialog('Share through a server').getByRole('button', { name: 'Connect and share' }).click()
  await dialog('Share through a server').getByRole('button', { name: 'Connect and share', disabled: false }).waitFor()
  await expect.poll(focused).toBe('Connect and share')
  await dialog('Share through a server').getByRole('radio', { name: 'Credentials file' }).click()
  await isFine(page, 'server-refused')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Through a server/)
  await run(page, 'Join through a server')
  await dialog('Join through a server').getByRole('textbox', { name: 'Address of the plan' }).waitFor()
  await page.keyboard.press('Escape')
  await run(page, 'Share through a folder')
  await dialog('Share through a folder').getByText('TEC3 Deployment Pipeline.planfolder').waitFor()
  await dialog('Share through a folder').getByText('Everybody’s sample is one and the same plan').waitFor()
  await isFine(page, 'folder')
  await page.evaluate(() => {
    const counted = Object.assign(window, { asked: 0 })
    Object.assign(window, { showDirectoryPicker: () => Promise.reject(new DOMException(`nobody chose ${(counted.asked += 1)}`, 'AbortError')) })
  })
  // who chose none may choose again at once
  for (const asked of [1, 2]) {
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(asked)
    await dialog('Share through a folder').getByRole('button', { name: 'Choose a place…', disabled: false }).waitFor()
    await expect.poll(focused).toBe('Choose a place…')
  }
})


test('[D83] where the browser hands out no folders, it says which do, and offers a server and the file', async () => {
  await page.keyboard.press('Escape')
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showDirectoryPicker')
    Reflect.deleteProperty(Window.prototype, 'showDirectoryPicker')
  })
  await page.reload()
  await beside().getByRole('button', { name: /^Through a folder/ }).click()
  await dialog('This browser doesn’t hand out folders').getByText('Chrome, Edge').waitFor()
  await dialog('This browser doesn’t hand out folders').getByRole('button', { name: 'Export a file' }).waitFor()
  await isFine(page, 'no-folders')
  await dialog('This browser doesn’t hand out folders').getByRole('button', { name: 'Share through a server…' }).click()
  await dialog('Share through a server').getByRole('textbox', { name: 'Address of the server' }).waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(1)
})
