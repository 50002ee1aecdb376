import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved, takePictures } from './app.ts'
import { look, nameComputer, run, setUpBrowser, shareSample, showQuarter, type SharingComputer } from './sharing-computers.ts'
import { addNote, card, go, rename } from './sharing-edits.ts'

// What is being typed when a share brings a change of the very same field.

let here: SharingComputer
let there: SharingComputer
let place: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  ;[here, there] = await Promise.all([setUpBrowser('Release laptop'), setUpBrowser('SRE laptop')])
  await Promise.all([here.start(), there.start()])
  await Promise.all([nameComputer(here), nameComputer(there)])
  await shareSample(here, place)
  await showQuarter(here, 2)
  const [made = ''] = await readdir(place)
  await there.giveFolder(join(place, made))
  await run(there.page(), 'Open a shared folder')
  await there.page().getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await showQuarter(there, 2)
})

afterAll(async () => {
  await Promise.all([here.remove(), there.remove()])
  await rm(place, { recursive: true, force: true, maxRetries: 3 })
})

const panel = (): Locator => here.page().getByRole('complementary', { name: /^Goal: / })
const conflicts = (on: SharingComputer): Locator => on.page().getByRole('main', { name: 'Exchange' }).getByRole('group', { name: 'Edits to review' }).getByRole('listitem')
const looked = async (): Promise<void> => {
  await Promise.all([here, there].map(look))
}

test('[D63] a title that a colleague changes while one types another keeps what is typed and the focus, and both wait in the list of both', async () => {
  await card(here, 'Define metrics').first().click()
  await panel().getByRole('button', { name: /^Title: Define metrics/ }).click()
  const field = panel().getByRole('textbox', { name: 'Title' })
  await field.fill('Define three metrics')
  await rename(there, 'Define metrics', 'Define metrics and owners')
  await saved(there.page())
  // the card on the board behind the panel tells that it came
  await expect.poll(async () => (await looked(), card(here, 'Define metrics and owners').count()), { timeout: 10_000 }).toBe(1)
  expect([await field.inputValue(), await field.evaluate((element) => element === document.activeElement)]).toEqual(['Define three metrics', true])
  await here.page().keyboard.type('!')
  await here.page().keyboard.press('Enter')
  await saved(here.page())
  await takePictures(here.page(), 'share-typed-over')
  await here.page().keyboard.press('Escape')
  await expect.poll(async () => (await looked(), card(there, 'Define three metrics!').count()), { timeout: 10_000 }).toBe(1)
  for (const each of [here, there]) {
    // the list opens at what is to review only where something is, and the card tells the title before all of it has come
    await expect.poll(async () => (await looked(), each.page().getByRole('contentinfo').getByRole('button', { name: /1 to review/ }).count()), { timeout: 10_000 }).toBe(1)
    await go(each, 'e')
    await expect.poll(() => conflicts(each).count()).toBe(1)
    await expect.poll(() => conflicts(each).textContent()).toMatch(/and owners.*three metrics!/)
  }
})

/** The page is gone from one moment to the next, and the planner is started again, with no panel open. */
async function crash(on: SharingComputer): Promise<void> {
  const gone = on.page().waitForEvent('crash')
  const devtools = await on.page().context().newCDPSession(on.page())
  void devtools.send('Page.crash').catch(() => undefined) // nobody is left to answer
  await gone
  await on.start()
  await on.page().getByRole('button', { name: /TEC3/ }).first().click()
  await showQuarter(on, 2)
}

test('[O116] a description, and the text of a note, that a colleague changes after they were half typed and the window crashed, wait with theirs in the list of both', async () => {
  const title = 'Outline the developer portal'
  const panelOf = (on: SharingComputer): Locator => on.page().getByRole('complementary', { name: /^Goal: / })
  const field = (on: SharingComputer, name: string): Locator => panelOf(on).getByRole('textbox', { name })
  const describe = async (on: SharingComputer, text: string): Promise<void> => {
    await panelOf(on).getByRole('button', { name: /^Description/ }).click()
    await field(on, 'Description').fill(text)
  }
  const editNote = async (on: SharingComputer, text: string): Promise<void> => {
    await panelOf(on).getByRole('button', { name: /^Edit the note/ }).first().click()
    await field(on, 'Text of the note').fill(text)
  }
  await Promise.all([go(here, 'b'), go(there, 'b')])
  await addNote(here, title, 'First pages')
  await saved(here.page())
  await card(there, title).first().click()
  await expect.poll(async () => (await looked(), panelOf(there).getByText('First pages').count()), { timeout: 10_000 }).toBe(1)
  await card(here, title).first().click()
  await editNote(here, 'First three pages')
  await describe(here, 'A portal of three pages')
  await crash(here)
  await editNote(there, 'First pages for newcomers')
  await there.page().keyboard.press('Control+Enter')
  await describe(there, 'A portal for newcomers')
  await there.page().keyboard.press('Control+Enter')
  await there.page().keyboard.press('Escape')
  await rename(there, title, `${title} in May`)
  await saved(there.page())
  await expect.poll(async () => (await looked(), card(here, `${title} in May`).count()), { timeout: 10_000 }).toBe(1)
  await card(here, title).first().click()
  await field(here, 'Text of the note').waitFor()
  expect(await Promise.all(['Description', 'Text of the note'].map((name) => field(here, name).inputValue()))).toEqual(['A portal of three pages', 'First three pages'])
  await takePictures(here.page(), 'share-typed-over-crash')
  for (const name of ['Description', 'Text of the note']) await field(here, name).press('Control+Enter')
  await saved(here.page())
  for (const each of [here, there]) {
    await go(each, 'e')
    await expect.poll(async () => (await looked(), conflicts(each).count()), { timeout: 10_000 }).toBe(3)
    const told = (await conflicts(each).allTextContents()).join('\n')
    for (const words of [/for newcomers.*portal of three pages/, /for newcomers.*First three pages/]) expect(told).toMatch(words)
  }
})
