import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, saved } from './app.ts'
import { contentOf, exportPlan } from './export-plan.ts'

let app: Awaited<ReturnType<typeof openApp>>
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 2, reducedMotion: 'reduce' })
  page = app.page
})

afterAll(() => app.close())

const main = (name: string): Locator => page.getByRole('main', { name, exact: true })
const overlay = (): Locator => page.locator('[data-overlay]')
const card = (title: string): Locator => page.locator('main [data-goal]').filter({ hasText: title })
const hints = (): Promise<string> => page.getByRole('contentinfo').innerText()

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What has the focus, by its role and what it is called. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    return at === null || at === document.body ? 'nothing' : `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent}`
  })
}

async function command(name: string): Promise<void> {
  await press('Control+k')
  await page.locator('[data-overlay] :focus').waitFor()
  await page.keyboard.type(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).first().waitFor()
  await press('Enter')
}

/** Where letters are words of a note, Escape leads out first. */
async function backToACard(from: string): Promise<void> {
  if (from === 'Check-in') await press('Escape')
  await press('g', 'b')
  const isOnCard = (): Promise<boolean> => page.evaluate(() => document.activeElement?.hasAttribute('data-goal') === true && document.activeElement.closest('main')?.getAttribute('aria-label') === 'Board')
  await expect.poll(async () => ({ from, isOnCard: await isOnCard() })).toEqual({ from, isOnCard: true })
}

interface Place {
  readonly screen: string
  readonly key: string
  readonly command: string
  /** One thing that is done there by keys alone. */
  readonly act: () => Promise<unknown>
}

const places: readonly Place[] = [
  { screen: 'Plan', key: 'p', command: 'Plan', act: async () => { await press('e'); await page.locator('[role="treegrid"] :is(input, textarea):focus').waitFor(); await press('Escape') } },
  { screen: 'Check-in', key: 'c', command: 'Check-in', act: async () => { await press('5'); await page.getByRole('button', { name: 'Stalled', exact: true, pressed: true }).waitFor() } },
  { screen: 'Teams', key: 't', command: 'Teams and owners', act: async () => { await press('ArrowDown', 'ArrowRight'); await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-walk="goals"]') !== null)).toBe(true) } },
  { screen: 'Insights', key: 'i', command: 'Insights', act: async () => { await page.getByRole('application').first().waitFor(); for (let tab = 0; tab < 12 && !(await page.evaluate(() => document.activeElement?.getAttribute('role') === 'application')); tab += 1) await press('Tab'); await press('End', 'Enter'); await page.locator('[data-behind]').first().waitFor(); await press('Escape') } },
  { screen: 'Report', key: 'r', command: 'Report', act: async () => { await page.locator('[data-report-goal]').first().waitFor(); await Promise.all([page.waitForEvent('download'), press('s', 'm')]) } },
  { screen: 'Exchange', key: 'e', command: 'Exchange', act: () => page.getByText('Nothing to review').first().waitFor() },
  { screen: 'Snapshots', key: 'n', command: 'Snapshots', act: async () => { await Promise.all([page.waitForEvent('download'), press('Control+Shift+s')]); await page.locator('[data-snapshot]').first().waitFor(); await press('ArrowDown', 'Space'); await page.getByText('Pick another one, or today, to compare.').waitFor(); await press('Space') } },
  { screen: 'History', key: 'h', command: 'History', act: async () => { await press('ArrowLeft'); await page.getByRole('button', { name: 'Back to now' }).waitFor(); await press('End') } },
  { screen: 'Turn the quarter', key: 'q', command: 'Turn the quarter', act: async () => { await press('l'); await page.getByRole('radio', { name: 'Leave', checked: true }).first().waitFor() } },
]

test('[U204] every screen is reached by its keys and by the palette, does a thing by keys alone, and leads back to a card of the board', async () => {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await card('Deploy blubberoid').focus()
  for (const { screen, key, command: name, act } of places) {
    await press('g', key)
    await main(screen).waitFor()
    await expect.poll(focused).not.toBe('nothing')
    await act()
    await backToACard(screen)
    await command(name)
    await main(screen).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await backToACard(screen)
  }
})

/** Letters that act on goals, on a column or on a selection, and keys besides that do. */
const acting = ['1', '2', '3', '4', '5', '6', '7', 'a', 'c', 'e', 'm', 'n', 'x', 'j', 'k', 'u', 'd', 'l', 'o', 'Enter', 'Delete', 'F2', 'Alt+ArrowUp', 'Alt+ArrowRight']

test('[U206] on no screen does a key act on a goal that is not in sight, or open what is not drawn there', async () => {
  await card('Deploy blubberoid').focus()
  await saved(page)
  const before = contentOf((await exportPlan(page)).text)
  for (const { screen, key } of places) {
    await card('Deploy blubberoid').focus()
    await press('g', key)
    await main(screen).waitFor()
    // found by its letters is another goal
    if (screen === 'Plan') {
      await press('/')
      await page.keyboard.type('Retire')
      await page.getByRole('row', { name: /blubberoid/ }).waitFor({ state: 'detached' })
    }
    // a row has no column to be moved in, and no card that could be selected
    if (screen === 'Teams') await press('ArrowRight', 'x', 'Alt+ArrowUp', 'Alt+ArrowRight')
    // among teams, as in the tree, a new goal begins where it is seen
    for (const each of acting.filter((letter) => letter !== 'c' || !['Plan', 'Teams'].includes(screen))) {
      await main(screen).focus()
      await press(each)
      expect({ screen, each, overlays: await overlay().count(), panels: await page.getByRole('complementary').count() }).toEqual({ screen, each, overlays: 0, panels: 0 })
      expect({ screen, each, hints: (await hints()).includes('selected') }).toEqual({ screen, each, hints: false })
    }
    await press('g', 'b')
    await main('Board').waitFor()
    expect({ screen, forms: await page.getByPlaceholder('What shall be reached?').count() }).toEqual({ screen, forms: 0 })
  }
  expect(contentOf((await exportPlan(page)).text)).toBe(before)
})
