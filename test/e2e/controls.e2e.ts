import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import { serveControls } from '../renderer/ui/page/serve.ts'
import { axeComplaints } from './axe-complaints.ts'

let current: Page | undefined
const page = (): Page => current ?? expect.fail('no page is open')
let browser: BrowserContext
let served: Awaited<ReturnType<typeof serveControls>>

beforeAll(async () => {
  served = await serveControls()
  browser = await launchChromium({ reducedMotion: 'reduce', strays: [] }) // one spec breaks the policy, to see that it would be seen
  await browser.addInitScript(() => {
    const told = Object.assign(window, { violations: new Array<string>() })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => told.violations.push(`${violatedDirective} ${blockedURI} ${sample}`))
  })
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

beforeEach(async () => {
  await current?.close()
  current = await browser.newPage()
  await page().goto(served.address)
  await page().getByRole('heading', { name: 'Controls' }).waitFor()
  // The font comes after the text, and lines grow by a tenth of a pixel when it is drawn.
  await page().evaluate(async () => {
    await document.fonts.ready
    await new Promise(requestAnimationFrame)
  })
})

const press = (keys: string) => page().keyboard.press(keys)
const button = (name: string) => page().getByRole('button', { name, exact: true })
const focusOn = () => page().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

/** Opens all that can be opened, one after the other, and looks at each. */
async function openEach(look: (what: string) => Promise<void>): Promise<void> {
  const close = async (role: 'menu' | 'dialog' | 'listbox') => {
    await page().getByRole(role).first().waitFor()
    await press('Escape')
    await expect.poll(() => page().getByRole(role).count()).toBe(0)
  }
  await look('the page')
  await button('Menu').click()
  await page().getByRole('menuitem', { name: 'Move to' }).press('ArrowRight')
  await page().getByRole('menuitemradio', { name: 'Q1' }).waitFor()
  await look('a menu and its submenu')
  await page().getByRole('menu').nth(1).press('Escape')
  await expect.poll(() => page().getByRole('menu').count()).toBe(1)
  await close('menu')
  await button('Card').click({ button: 'right' })
  await look('a context menu')
  await close('menu')
  await page().getByRole('button', { name: /^Team/ }).click()
  await look('a popover')
  await close('dialog')
  await button('Open dialog').click()
  await look('a dialog')
  await close('dialog')
  await button('Commands').click()
  await look('the command palette')
  await close('dialog')
  await page().getByRole('combobox', { name: 'Status' }).click()
  await look('a select')
  await close('listbox')
  await page().getByRole('combobox', { name: 'Teams' }).fill('rel')
  await look('suggestions')
  await close('listbox')
  await button('More').hover()
  await page().locator('[data-open]', { hasText: 'More' }).first().waitFor()
  await look('a tooltip')
  await button('Fail').click()
  await page().getByText('Not saved').waitFor()
  await look('a toast')
  await button('Open panel').click()
  await look('a side panel')
}

test('[U66] nothing that can be opened breaks the content policy or writes a style element', async () => {
  await openEach(async () => undefined)
  const violations = () => page().evaluate(() => (window as unknown as { violations: readonly string[] }).violations)
  await expect.poll(async () => [await violations(), await page().locator('style').count()]).toEqual([[], 0])
  // And the ear is open: what the policy forbids is heard.
  await page().evaluate(() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' })))
  await expect.poll(violations).toHaveLength(1)
})

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('[U67] axe finds nothing to complain about, whatever is open', async () => {
    await page().emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const complaints: string[] = []
    await openEach(async (what) => {
      const found = await axeComplaints(page(), { without: ['region', 'page-has-heading-one'], coloursOnly: colorScheme === 'dark' })
      complaints.push(...found.map((complaint) => `${what}: ${complaint}`))
    })
    expect(complaints).toEqual([])
  })
})

test('[U68] a text edited in place is committed by Enter and by leaving, restored by Escape, and told only when it changed', async () => {
  const commits = () => page().locator('[data-name=commits]').textContent()
  await button('Name: Formalize metrics').focus()
  await press('F2')
  await press('Enter')
  await expect.poll(async () => [await commits(), await focusOn()]).toEqual(['0', 'Name: Formalize metrics'])
  await press('Enter')
  await page().keyboard.type('  Collect   metrics ')
  await press('Enter')
  await expect.poll(async () => [await commits(), await focusOn()]).toEqual(['1', 'Name: Collect metrics'])
  await press('Enter')
  await page().keyboard.type('Nothing')
  await press('Escape')
  await expect.poll(async () => [await commits(), await focusOn()]).toEqual(['1', 'Name: Collect metrics'])
  await press('Enter')
  await page().keyboard.type('By leaving')
  await press('Tab')
  await expect.poll(commits).toBe('2')
  await button('Name: By leaving').click()
  await page().getByRole('textbox', { name: 'Name' }).fill('')
  await press('Enter')
  await expect.poll(async () => [await commits(), await focusOn()]).toEqual(['2', 'Name: By leaving'])
})

test('[U68] a text keeps its place and height when it becomes a field', async () => {
  const before = await button('Name: Formalize metrics').boundingBox()
  await button('Name: Formalize metrics').click()
  expect(await page().getByRole('textbox', { name: 'Name' }).boundingBox()).toEqual(before)
})

test('[U69] Escape closes one thing at a time, and the focus goes back to what opened it', async () => {
  await button('Open dialog').focus()
  await press('Enter')
  await button('Title: Adopt services').click()
  await press('Escape')
  await button('Inside').click()
  await page().getByRole('menu').waitFor()
  await press('Escape')
  await expect.poll(() => page().getByRole('menu').count()).toBe(0)
  await expect.poll(() => page().getByRole('dialog').count()).toBe(1)
  await press('Escape')
  await expect.poll(() => page().getByRole('dialog').count()).toBe(0)
  await expect.poll(focusOn).toBe('Open dialog')

  await button('Open panel').focus()
  await press('Enter')
  await expect.poll(focusOn).toBe('Goal')
  await page().getByRole('combobox', { name: 'Panel status' }).click()
  await page().getByRole('listbox').waitFor()
  await press('Escape')
  await expect.poll(() => page().getByRole('listbox').count()).toBe(0)
  await expect.poll(() => page().getByRole('complementary', { name: 'Goal' }).count()).toBe(1)
  await press('Escape')
  await expect.poll(async () => [await page().getByRole('complementary').count(), await focusOn()]).toEqual([0, 'Open panel'])
})

test('[U70] segments are one Tab stop, and the arrow keys choose', async () => {
  const checked = () => page().getByRole('radio', { checked: true }).textContent()
  await page().getByRole('radio', { name: /Q1/ }).focus()
  await press('ArrowRight')
  await expect.poll(async () => [await checked(), await focusOn()]).toEqual(['Q2', 'Q2'])
  await press('Tab')
  await expect.poll(focusOn).toBe('Name: Formalize metrics')
  await press('Shift+Tab')
  await expect.poll(focusOn).toBe('Q2')
  await expect.poll(() => page().getByRole('radio', { name: 'Q3' }).getAttribute('data-quarter')).toBe('3')
})

test('[U71] a tag is added by Enter, by a comma and by leaving, and taken away by Backspace; Escape takes none', async () => {
  const teams = () => page().locator('[data-name=teams]').textContent()
  await page().getByRole('combobox', { name: 'Teams' }).focus()
  await page().keyboard.type('rel')
  await page().getByRole('option', { name: 'Release Engineering' }).waitFor()
  await press('Enter')
  await page().keyboard.type('Core, Ops')
  await press('Tab')
  await expect.poll(teams).toBe('SRE, RelEng, Core, Ops')
  await press('Shift+Tab')
  await page().getByRole('combobox', { name: 'Teams' }).focus()
  await press('Backspace')
  for (const _ of [1, 2, 3]) await press('Escape')
  await expect.poll(teams).toBe('SRE, RelEng, Core')
})

test('[U72] a command list opens at once however long it is, walks to any row and runs it where the focus was', async () => {
  await button('Commands').focus()
  await press('Enter')
  await page().getByRole('combobox', { name: 'Commands' }).waitFor()
  expect(await page().getByRole('option').count()).toBeLessThan(100)
  for (let step = 0; step < 120; step++) await press('ArrowDown')
  await expect.poll(() => page().locator('[role=option][data-highlighted]').textContent()).toContain('Command 120')
  await page().keyboard.type('499')
  await expect.poll(() => page().getByRole('option').count()).toBe(1)
  await press('Enter')
  await expect.poll(() => page().getByRole('status').allTextContents()).toContain('Command 499 run')
  await expect.poll(async () => [await page().getByRole('dialog').count(), await page().evaluate(() => document.activeElement?.textContent)]).toEqual([0, 'CommandsCtrlK'])
})

test('[U72] a command list is walked as far as it goes, also where scrolling is drawn late', async () => {
  await page().evaluate(() => {
    window.addEventListener('scroll', (event) => event.stopImmediatePropagation(), { capture: true })
  })
  await button('Commands').focus()
  await press('Enter')
  await page().getByRole('combobox', { name: 'Commands' }).waitFor()
  for (let step = 0; step < 120; step++) await press('ArrowDown')
  await expect.poll(() => page().locator('[role=option][data-highlighted]').textContent()).toContain('Command 120')
  await press('Escape')
})

test('[U73] what a toast says is said once, its undo is a button anyone finds, and it is gone when it was used', async () => {
  await button('Menu').click()
  await page().getByRole('menuitem', { name: 'Delete' }).click()
  const region = page().getByRole('region', { name: 'Notifications' })
  await region.getByText('Goal deleted').waitFor()
  expect(await region.getAttribute('aria-live')).toBe('polite')
  await region.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page().getByRole('status').allTextContents()).toContain('Back again')
  await expect.poll(() => region.getByText('Goal deleted').count()).toBe(0)
})
