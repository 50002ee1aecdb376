import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { commandLabels } from '../../renderer/text/commands.ts'
import { commands, shownKeys } from '../../renderer/app/commands/registry.ts'
import { openApp, saved, takePictures } from './app.ts'
import { contentOf, exportPlan } from './export-plan.ts'

let page: Page

beforeAll(async () => {
  const app = await openApp({ quarter: 2, reducedMotion: 'reduce' })
  page = app.page
  return app.close
})

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
  { screen: 'Backups', key: 'k', command: 'Backups', act: async () => { await page.locator('[data-backup]').first().waitFor(); await press('g', 'k'); await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-backup'))).toBe(true); await press('Space'); await page.getByRole('heading', { name: /^What has changed since/ }).waitFor(); await press('Space') } },
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

/** What stands over the screen or beside it, or is said to be selected. */
function opened(): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('[data-overlay], aside')].map((element) => element.tagName),
    ...(/\d selected/.test(document.querySelector('footer')?.textContent ?? '') ? ['selected'] : []),
  ])
}

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
      expect({ screen, each, opened: await opened() }).toEqual({ screen, each, opened: [] })
    }
    // in the check-in a skip leads to a goal, whose note takes letters
    await main(screen).focus()
    await press('g', 'b')
    await main('Board').waitFor()
    expect({ screen, forms: await page.getByPlaceholder('What shall be reached?').count() }).toEqual({ screen, forms: 0 })
  }
  expect(contentOf((await exportPlan(page)).text)).toBe(before)
})

/** The rows of the key sheet: what a key does, and the keys as they are shown. */
function sheetRows(): Promise<readonly (readonly [string, readonly string[]])[]> {
  return overlay().evaluate((sheet) => [...sheet.querySelectorAll('dl > div')].map((row) => [row.querySelector('dt')?.textContent ?? '', [...row.querySelectorAll('dd > span > kbd')].map((keys) => [...keys.querySelectorAll('kbd')].map((key) => key.textContent).join('+'))] as const))
}

/** Which of these the palette offers, each with its keys. */
async function offered(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  await press('Control+k')
  const field = overlay().getByRole('combobox')
  await field.waitFor()
  const found: Record<string, string> = {}
  for (const name of names) {
    await field.fill(name)
    const option = overlay().getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    if ((await option.count()) > 0) found[name] = (await option.first().locator('kbd kbd').allTextContents()).join('')
  }
  await press('Escape', 'Escape')
  await overlay().waitFor({ state: 'detached' })
  return found
}

test('[U205] the key sheet tells every key of a command and of a screen, and the palette offers what can be done where one is, with its key', async () => {
  await card('Deploy blubberoid').focus()
  await press('Shift+?')
  await overlay().waitFor()
  // commands stand before what screens have besides
  const rows = new Map((await sheetRows()).toReversed())
  const plain = (keys: string): string => shownKeys(keys).replace(/(?<=\+|^)(Up|Down|Left|Right)$/, (arrow) => arrow.toLowerCase())
  for (const { id, keys } of commands.filter((command) => command.keys.length > 0)) {
    expect({ id, keys: rows.get(commandLabels[id])?.map((each) => each.toLowerCase()) }).toEqual({ id, keys: keys.map((each) => plain(each).toLowerCase()) })
  }
  expect([...rows.keys()]).toEqual(expect.arrayContaining(['Say the same as last month', 'Carry to the next quarter', 'Keep what counts', 'Pick to compare', 'List the goals behind a value', 'Move it in or out']))
  await takePictures(page, 'keys-of-screens')
  await press('Escape')
  await overlay().waitFor({ state: 'detached' })
  const onBoard = { Report: 'G R', 'Turn the quarter': 'G Q', 'Teams and owners': 'G T', 'Check-in': 'G C', Insights: 'G I', 'Plan settings…': '', 'Export as wikitext': '', 'Drop the goal…': '', 'Filter by text': '/', 'Select or unselect the goal': 'X' }
  expect(await offered(Object.keys(onBoard))).toEqual(onBoard)
  await press('g', 'i')
  await main('Insights').waitFor()
  expect(await offered(['Filter by text', 'Select or unselect the goal', 'New goal', 'Set to Done', 'Copy the report as Markdown'])).toEqual({})
  await press('g', 'r')
  await main('Report').waitFor()
  expect(await offered(['Copy the report as Markdown', 'Set to Done'])).toEqual({ 'Copy the report as Markdown': 'Y M' })
  await backToACard('Report')
})

test('[U207] Escape leads out of every dialog, list, field and panel, and keys go on where one was', async () => {
  const open: readonly { readonly name: string; readonly open: () => Promise<unknown>; readonly is: string }[] = [
    { name: 'palette', open: () => press('Control+k'), is: '[data-overlay]' },
    { name: 'key sheet', open: () => press('Shift+?'), is: '[data-overlay]' },
    { name: 'settings', open: () => press('Control+,'), is: '[data-overlay]' },
    { name: 'plan settings', open: () => command('Plan settings'), is: '[data-overlay]' },
    { name: 'read a page', open: () => command('Read a goals page'), is: '[data-overlay]' },
    { name: 'move', open: () => press('m'), is: '[data-overlay]' },
    { name: 'drop', open: () => command('Drop the goal'), is: '[data-overlay]' },
    { name: 'new goal', open: () => press('c'), is: '[placeholder="What shall be reached?"]' },
    { name: 'rename', open: () => press('e'), is: 'main [data-goal] :is(input, textarea)' },
    { name: 'panel', open: () => press('Enter'), is: 'aside' },
    { name: 'note', open: () => press('n'), is: 'aside' },
  ]
  for (const { name, open: go, is } of open) {
    await card('Formalize').focus()
    await go()
    await page.locator(is).first().waitFor()
    await expect.poll(() => page.evaluate((where) => document.activeElement?.closest(where) !== null, is)).toBe(true)
    // a field of a panel first, then the panel
    for (let step = 0; step < 3 && (await page.locator(is).count()) > 0; step += 1) {
      await press('Escape')
      await page.locator(is).first().waitFor({ state: 'detached', timeout: 500 }).catch(() => undefined)
    }
    await expect.poll(async () => ({ name, count: await page.locator(is).count() })).toEqual({ name, count: 0 })
    await expect.poll(async () => ({ name, isOnCard: (await focused()).includes('Formalize') })).toEqual({ name, isOnCard: true })
    if (name === 'drop') await press('Control+z')
  }
})

test('[U208] on every screen ? opens the key sheet and Escape gives the focus back; the line at the bottom names keys that do there what it says', async () => {
  await card('Formalize').focus()
  for (const { screen, key } of places) {
    await press('g', key)
    await main(screen).waitFor()
    if (screen === 'Check-in') await press('Escape')
    await press('Shift+?')
    await overlay().waitFor()
    await press('Escape')
    await overlay().waitFor({ state: 'detached' })
    await expect.poll(async () => ({ screen, isThere: await page.evaluate(() => document.activeElement?.closest('main') !== null && document.activeElement !== document.body) })).toEqual({ screen, isThere: true })
    const told = (await hints()).split(/,\s|\n/)
    expect({ screen, isTold: told.includes('? keys') }).toEqual({ screen, isTold: true })
  }
  // M move, N note, E rename: on the board and on a row of the tree
  for (const [screen, key] of [['Board', 'b'], ['Plan', 'p']] as const) {
    await backToACard('')
    await card('Formalize').focus()
    await press('g', key)
    await main(screen).waitFor()
    await expect.poll(focused).toContain('Formalize')
    await expect.poll(hints).toContain('M move, N note, E rename, ? keys')
    for (const [letter, opened] of [['m', '[data-overlay]'], ['n', 'aside textarea:focus'], ['e', 'main :is(input, textarea):focus']] as const) {
      await press(letter)
      await page.locator(opened).first().waitFor()
      for (let step = 0; step < 2 && (await page.locator(`${opened}, aside`).count()) > 0; step += 1) await press('Escape')
      await page.locator(`${opened}, aside`).first().waitFor({ state: 'detached' })
      await expect.poll(focused).toContain('Formalize')
    }
  }
})
