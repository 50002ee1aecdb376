import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, saved, setUpComputer, takePictures, undo, type Computer } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

const source = `{{Wiki project}}
== Program Goals and Status for FY18/19 ==
* '''Goal Owner''': [[Release Engineering|RelEng]]
* '''Annual Plan''': TEC3 Deployment Pipeline

== Q2 ==

=== Outcome 1 / Output 1.1 (RelEng) ===
Builds and production share one toolchain

Images are built with the tool of production

==== Goals ====
* Build the images {{Done}} {{Phabricator|T205923}}
* Ship the images {{Fertig}}
** Ship the first one {{Fertig}}
* Measure them {{In progress}}

==== Status ====
===== Note: October 2, 2018 =====
* Measuring has [https://example.org/begun begun].

[[Category:Goals]]
`

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  page = (await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 860 } })).page
  await page.getByRole('region', { name: 'Begin' }).waitFor()
})

afterAll(() => computer.remove())

const dialog = (): Locator => page.locator('[data-overlay]')
const goal = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })

async function isClean(name: string): Promise<void> {
  await takePictures(page, name)
  expect(await axeComplaints(page)).toEqual([])
}

async function command(name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name: new RegExp(name) }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('[U200] pasted wikitext says what it was read as; a template that is not known is listed, gets its meaning, and the plan keeps that', async () => {
  await page.getByRole('button', { name: /Read a goals page/ }).click()
  await dialog().getByRole('textbox').fill(source)
  await dialog().getByRole('button', { name: 'Read the page' }).click()
  await dialog().getByText('Read as wikitext of a goals page.').waitFor()
  const templates = dialog().locator('section').filter({ hasText: 'Templates that are not known' })
  await templates.getByText('{{Fertig}}', { exact: true }).waitFor()
  await templates.getByText('lines 15, 16').waitFor()
  await dialog().getByText('[[Category:Goals]]').waitFor()
  await isClean('wikitext-review')
  const meaning = templates.getByRole('combobox', { name: 'What {{Fertig}} means' })
  await meaning.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Done', exact: true }).click()
  await expect.poll(() => meaning.textContent()).toContain('Done')
  await dialog().getByTitle(/Q2, 4 goals: .*Done 3/).waitFor()
  await isClean('wikitext-said')
  await dialog().getByRole('button', { name: 'Create the plan' }).click()
  await dialog().waitFor({ state: 'detached' })
  await goal('Ship the images').waitFor()
  await saved(page)
})

test('[U201] the plan is exported as wikitext; read in again it brings nothing, and what was edited on the wiki is shown', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker')).then(() => command('Export as wikitext'))])
  expect(download.suggestedFilename()).toMatch(/^tec3-fy18-19-.*\.wiki$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('* Ship the images {{Done}}')
  await page.getByText(/^Exported as tec3/).waitFor()
  await openFile(page, { name: 'tec3.wiki', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await dialog().getByText('says nothing that your plan has not got already. Read as wikitext written by Quarterdeck.').waitFor()
  await page.setViewportSize({ width: 1024, height: 768 })
  await isClean('wikitext-again')
  await dialog().getByRole('button', { name: 'Close' }).last().click()
  await dialog().waitFor({ state: 'detached' })
  const edited = text.replace('* Measure them {{In progress}}', '* Measure them {{Blocked}}').replace('==== Status ====', '* Look at the numbers\n\n==== Status ====')
  await openFile(page, { name: 'tec3.wiki', mimeType: 'text/plain', buffer: Buffer.from(edited) })
  await dialog().getByText('Look at the numbers').waitFor()
  await isClean('wikitext-edited')
  await dialog().getByRole('button', { name: /^Bring in \d/ }).click()
  await dialog().waitFor({ state: 'detached' })
  await goal('Look at the numbers').waitFor()
  await expect.poll(() => page.locator('[data-status="blocked"]').getByText('Measure them').count()).toBe(1)
  await undo(page)
  await goal('Look at the numbers').waitFor({ state: 'detached' })
})
