import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { saved } from './app.ts'
import { look, nameComputer, run, setUpBrowser } from './sharing-computers.ts'

/** Two browsers that share the sample plan through a folder on the disk, both at the same quarter of it. */
export interface SharingPair {
  readonly page: Page
  readonly other: Page
  /** What the folder is called in which the plan is shared, and where it lies. */
  readonly name: string
  readonly place: string
  /** Both look into the folder until a question is answered as it should be. */
  readonly until: <T>(ask: () => Promise<T>, answer: T) => Promise<void>
  readonly close: () => Promise<void>
}

export async function sharingPair(quarter: number): Promise<SharingPair> {
  const place = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  const [here, there] = await Promise.all([setUpBrowser('Release laptop'), setUpBrowser('SRE laptop')])
  const [page, other] = await Promise.all([here.start(), there.start()])
  await Promise.all([nameComputer(here), nameComputer(there)])
  await page.getByRole('button', { name: /sample/i }).first().click()
  await here.giveFolder(place)
  await run(page, 'Share through a folder')
  await page.getByRole('dialog', { name: 'Share through a folder' }).getByText('TEC3 Deployment Pipeline.planfolder').waitFor()
  await page.keyboard.press('Enter')
  await bar(page).getByRole('button', { name: /^Shared: up to date \d\d:\d\d$/ }).waitFor()
  const [name = ''] = await readdir(place)
  await there.giveFolder(join(place, name))
  await run(other, 'Open a shared folder')
  await bar(other).getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await Promise.all([showQuarter(page, quarter), showQuarter(other, quarter)])
  return {
    page,
    other,
    name,
    place,
    until: async (ask, answer) => {
      const asked = async (): ReturnType<typeof ask> => {
        await look(there)
        await look(here)
        return ask()
      }
      await expect.poll(asked, { timeout: 8_000 }).toEqual(answer)
    },
    close: async () => {
      await Promise.all([here.remove(), there.remove()])
      await rm(place, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

export async function showQuarter(page: Page, quarter: number): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
  await page.locator('[data-goal]').first().waitFor()
}

export async function goTo(page: Page, key: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
}

export const bar = (page: Page): Locator => page.getByRole('contentinfo')
export const exchange = (page: Page): Locator => page.getByRole('main', { name: 'Exchange' })
export const others = (page: Page): Locator => exchange(page).getByRole('list', { name: 'Changed by others' })
export const card = (page: Page, title: string): Locator => page.locator('[data-goal]').filter({ hasText: title }).first()
/** What the line at the bottom says of what others changed. */
export const changed = (page: Page): Promise<readonly string[]> => bar(page).getByRole('button', { name: /\d changed by others$/ }).allTextContents()

/** Presses a key that sets a status, and says no reason. */
export async function setStatus(page: Page, { title, key }: { readonly title: string; readonly key: string }): Promise<void> {
  await card(page, title).focus()
  await page.keyboard.press(key)
  if (key === '4') {
    await page.getByRole('dialog', { name: 'Moved to Blocked' }).waitFor()
    await page.keyboard.press('Escape')
  }
  await saved(page)
}

export async function reword(page: Page, { title, to }: { readonly title: string; readonly to: string }): Promise<void> {
  await card(page, title).focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title of the goal' }).fill(to)
  await page.keyboard.press('Enter')
  await saved(page)
}
