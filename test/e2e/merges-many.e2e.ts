import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../shared/changes/change.ts'
import { addChanges, foldChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { saved, setUpComputer, takePictures, undo, type Computer } from './app.ts'
import { axeInBothThemes } from './axe-complaints.ts'
import { openSet } from './open-text.ts'
import { bothSides } from './review-sides.ts'

const goals = 10_000
const clashing = 2_000

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  page = (await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })).page
})

afterAll(async () => {
  await computer.remove()
})

const screen = (): Locator => page.getByRole('main', { name: 'Exchange' })
const conflicts = (): Locator => screen().getByRole('group', { name: 'Edits to review' }).getByRole('listitem')
const dialog = (): Locator => page.locator('[data-overlay]')
const toReview = (count: number): Promise<void> => page.getByRole('button', { name: `Exchange ${count} to review` }).waitFor({ timeout: 30_000 })
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.closest('[role="listitem"]')?.getAttribute('aria-posinset') ?? '')

async function mergeInAHurry(name: string, set: ChangeSet): Promise<void> {
  await openSet(page, name, set)
  await dialog().getByRole('button', { name: /^Merge \d/ }).waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+Enter')
  await dialog().waitFor({ state: 'detached', timeout: 60_000 })
}

async function showExchange(): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await screen().waitFor()
}

test('[U159] every kind of conflict is told in words, long texts with what differs, in both themes and in a narrow window', async () => {
  const { mine, theirs } = bothSides()
  await openSet(page, 'ours.plan.json', mine)
  await page.getByRole('radio', { name: /^Year/ }).waitFor()
  await mergeInAHurry('theirs.plan.json', theirs)
  await showExchange()
  await expect.poll(() => conflicts().count()).toBeGreaterThan(4)
  await takePictures(page, 'exchange-kinds')
  await screen().getByRole('button', { name: 'Show the whole texts' }).first().click()
  await screen().getByRole('button', { name: 'Fold the texts' }).waitFor()
  expect(await axeInBothThemes(page)).toEqual([])
  await page.setViewportSize({ width: 1024, height: 720 })
  await conflicts().first().locator('[data-main]').focus()
  await page.keyboard.press('o')
  await page.getByRole('complementary').waitFor()
  await takePictures(page, 'exchange-narrow')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('1')
  await page.setViewportSize({ width: 1440, height: 860 })
})

test('[U160] with 2,000 of 10,000 goals to review only what is in sight is drawn, keys reach every one, and all are kept by one action', async () => {
  const { mine, theirs } = bigSides()
  await openSet(page, 'big.plan.json', mine)
  await page.getByRole('heading', { name: /^A big plan/ }).waitFor({ timeout: 60_000 })
  await mergeInAHurry('big-theirs.plan.json', theirs)
  await toReview(clashing)
  await showExchange()
  expect(await conflicts().count()).toBeLessThan(40)
  await page.keyboard.press('End')
  await expect.poll(focused).toBe(String(clashing))
  await page.keyboard.press('Enter')
  await toReview(clashing - 1)
  await expect.poll(focused).toBe(String(clashing - 1))
  await page.keyboard.press('Home')
  for (const key of ['1', '2', '1']) {
    await page.keyboard.press(key)
  }
  await toReview(clashing - 4)
  await expect.poll(focused).toBe('1')
  await takePictures(page, 'exchange-many')
  await screen().getByRole('button', { name: `Keep all ${clashing - 4}` }).click()
  await screen().getByText('Nothing to review').waitFor()
  await undo(page)
  await toReview(clashing - 4)
  await saved(page)
}, 240_000)

/** One plan of which both computers gave the same goals another status. */
function bigSides(): { readonly mine: ChangeSet; readonly theirs: ChangeSet } {
  const at = (ms: number, writer: string): string => formatStamp({ ms: Date.UTC(2018, 10, 1) + ms, counter: 0, writer })
  const head: readonly Change[] = [
    { at: at(0, 'cccccccccc0'), on: 'plan:big', set: { title: 'A big plan', startsOn: '2018-07-01' } },
    { at: at(0, 'cccccccccc0'), on: 'output:big', set: { title: 'Everything', number: '1.1', order: 'a0' } },
  ]
  const common = Array.from({ length: goals }, (_, index): Change => ({ at: at(1, 'cccccccccc0'), on: `goal:big${index}`, set: { title: `Goal ${index}`, output: 'output:big', status: 'todo', quarter: (index % 4) + 1, order: `a${String(index).padStart(5, '0')}V` } }))
  const edits = (writer: string, from: number, status: string): readonly Change[] => Array.from({ length: clashing }, (_, index) => ({ at: at(from + index, writer), on: `goal:big${index * 5}` as const, set: { status } }))
  const set = foldChanges([...head, ...common])
  return { mine: addChanges(set, edits('mmmmmmmmmm0', 100_000, 'inProgress')).set, theirs: addChanges(set, edits('ssssssssss0', 100_001, 'done')).set }
}
