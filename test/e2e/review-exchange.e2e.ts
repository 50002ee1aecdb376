import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, saved, setUpComputer, takePictures, type Computer, type OpenApp } from './app.ts'
import { contentOf, exportPlan, type Exported } from './export-plan.ts'
import { axeComplaints } from './axe-complaints.ts'

let computers: readonly Computer[] = []
let here: OpenApp
let there: OpenApp
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-review-'))
  computers = [await setUpComputer(), await setUpComputer()]
  const [a, b] = await Promise.all(computers.map((computer) => computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })))
  if (a === undefined || b === undefined) throw new Error('two computers were set up')
  ;[here, there] = [a, b]
  for (const { page } of [here, there]) {
    await page.getByRole('button', { name: /sample/i }).first().click()
    await page.getByRole('radio', { name: /^Q2/ }).click()
    await page.locator('[data-goal]').first().waitFor()
  }
})

afterAll(async () => {
  await Promise.all(computers.map((computer) => computer.remove()))
  await rm(folder, { recursive: true })
})

const dialog = (page: Page): Locator => page.locator('[data-overlay]')
const goal = (page: Page, title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })
const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, `) })

async function exported(page: Page, name: string): Promise<Exported> {
  await saved(page)
  return exportPlan(page, join(folder, name))
}

async function setStatus(page: Page, title: string, key: string, status: string): Promise<void> {
  await goal(page, title).focus()
  await page.keyboard.press(key)
  if (['Blocked', 'Stalled', 'Postponed'].includes(status)) {
    await dialog(page).waitFor() // asks why; one may leave it open
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  }
  await column(page, status).getByText(title).waitFor()
}

async function review(page: Page, path: string): Promise<void> {
  await openFile(page, path)
  await dialog(page).locator('[data-review-row]').first().waitFor()
}

async function merge(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await saved(page)
}

test('[U133] two people edit on their own, send a file each way and decide: both have the same, and nothing is asked twice', async () => {
  await setStatus(here.page, 'Define metrics for incident', '2', 'In progress')
  await setStatus(here.page, 'Outline the developer portal', '7', 'Postponed')
  await goal(here.page, 'Deploy blubberoid').focus()
  await here.page.keyboard.press('Delete')
  await goal(here.page, 'Deploy blubberoid').waitFor({ state: 'detached' })
  await setStatus(there.page, 'Define metrics for incident', '5', 'Stalled')
  await setStatus(there.page, 'Deploy blubberoid', '3', 'Partially done')
  await setStatus(there.page, 'Pick up the logging', '4', 'Blocked')

  const sent = await exported(there.page, 'there.plan.json')
  await review(here.page, sent.path)
  await takePictures(here.page, 'review-exchange')
  const first = dialog(here.page).getByRole('group', { name: /Define metrics for incident/ })
  await expect.poll(() => first.getByRole('radio', { checked: true }).getAttribute('value')).toBe('theirs')
  await here.page.keyboard.press('ArrowLeft')
  await here.page.keyboard.press('n')
  await dialog(here.page).getByRole('group', { name: /Deploy blubberoid/ }).getByRole('radio', { name: /Bring it back/ }).click()
  await merge(here.page)
  await column(here.page, 'In progress').getByText('Define metrics for incident').waitFor()
  await column(here.page, 'Partially done').getByText('Deploy blubberoid').waitFor()
  await column(here.page, 'Blocked').getByText('Pick up the logging').waitFor()

  const back = await exported(here.page, 'here.plan.json')
  await review(there.page, back.path)
  await expect.poll(() => dialog(there.page).getByText(/0\s*edited on both sides/).count()).toBe(1)
  await merge(there.page)
  await column(there.page, 'In progress').getByText('Define metrics for incident').waitFor()
  await column(there.page, 'Postponed').getByText('Outline the developer portal').waitFor()
  const final = await exported(there.page, 'final.plan.json')
  expect(contentOf(final.text)).toBe(contentOf(back.text))
  await openFile(here.page, final.path)
  await dialog(here.page).getByText('Nothing new').waitFor()
  await here.page.keyboard.press('Escape')
})

test('[U134] what was changed by hand in a file is offered as edits, each with a tick, and told as such', async () => {
  const { page } = here
  const { text } = await exported(page, 'by-hand.plan.json')
  const changed = text.replace('"title":"Pick up the logging infrastructure again"', '"title":"Pick up the logging infrastructure in January"').replace(/("title":"Outline the developer portal".*?"status":)"[a-zA-Z]+"|("status":)"[a-zA-Z]+"(.*?"title":"Outline the developer portal")/, (_, before?: string, key?: string, after?: string) => (before === undefined ? `${key}"stalled"${after}` : `${before}"stalled"`))
  expect(changed).not.toBe(text)
  const path = join(folder, 'edited.plan.json')
  await writeFile(path, changed)
  await review(page, path)
  await dialog(page).getByText('This file was changed by hand after it was written; what differs is offered as edits.').waitFor()
  await dialog(page).getByRole('heading', { name: 'Changed in the file 2' }).waitFor()
  await takePictures(page, 'review-by-hand')
  expect(await axeComplaints(page)).toEqual([])
  await dialog(page).getByRole('checkbox', { name: /Pick up the logging/ }).click()
  await merge(page)
  await goal(page, 'Pick up the logging infrastructure again').waitFor()
  await column(page, 'Stalled').getByText('Outline the developer portal').waitFor()
  expect([...here.complaints, ...there.complaints]).toEqual([])
})
