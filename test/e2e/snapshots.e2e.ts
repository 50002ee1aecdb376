import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSnapshot } from '../../shared/snapshot/read-snapshot.ts'
import { openFile, saved, setUpComputer, takePicture, takePictures, type Computer, type OpenApp } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

let computer: Computer
let app: OpenApp
let page: Page
let folder: string
/** The file of the first snapshot. */
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-snapshots-'))
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  page = app.page
  // without a dialog of its own the browser downloads, which a test can take up
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await openSample(page)
})

afterAll(async () => {
  await computer.remove()
  await rm(folder, { recursive: true })
})

async function openSample(on: Page): Promise<void> {
  await on.getByRole('button', { name: /sample/i }).first().click()
  await on.getByRole('radio', { name: /^Q2/ }).click()
  await on.locator('[data-goal]').first().waitFor()
}

const screen = (on: Page = page): Locator => on.getByRole('main', { name: 'Snapshots' })
const rows = (on: Page = page): Locator => screen(on).getByRole('list', { name: 'Kept snapshots' }).locator('[data-snapshot]')
const group = (title: string, on: Page = page): Locator => screen(on).locator('section').filter({ has: on.getByRole('heading', { name: new RegExp(`^${title}`) }) }).last()
const goal = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })
const toast = (text: RegExp, on: Page = page): Promise<void> => on.getByText(text).first().waitFor()

async function takenBy(act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return download
}

test('[K22] a quarter is frozen by one key: kept with the plan, and a file with quarter and moment in its name', async () => {
  const download = await takenBy(() => page.keyboard.press('Control+Shift+s'))
  expect(download.suggestedFilename()).toMatch(/^tec3-fy18-19-q2-\d{4}-\d\d-\d\d-\d{4}\.snapshot\.json$/)
  path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  const read = readSnapshot(await readFile(path, 'utf8'))
  expect(read.ok && read.snapshot.scope).toBe(2)
  await toast(/^Kept a snapshot of Q2, and saved it as tec3-/)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await screen().waitFor()
  await expect.poll(() => rows().count()).toBe(2)
  await expect.poll(() => rows().nth(1).textContent()).toMatch(/^Q2 .* by /)
  await expect.poll(() => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Snapshots' }).textContent()).toBe('Snapshots1')
})

test('[K23] compared with today by keys: what was added, dropped, moved and changed since, as figures, by outcome and row by row', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await goal('Define metrics').first().focus()
  await page.keyboard.press('2')
  await goal('Outline the developer portal').focus()
  await page.keyboard.press('e')
  await page.keyboard.press('End')
  await page.keyboard.type(' with its readers')
  await page.keyboard.press('Enter')
  await goal('Deploy blubberoid').focus()
  await page.keyboard.press('Control+k')
  await page.locator('[data-overlay] :focus').waitFor()
  await page.keyboard.type('Plan for quarter 3')
  await page.keyboard.press('Enter')
  await goal('Deploy blubberoid').waitFor({ state: 'detached' })
  await goal('Pick up the logging').focus()
  await page.keyboard.press('n')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Picked up by the new team.')
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await goal('Adopt more services').first().focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('c')
  await page.keyboard.type('Write the runbook')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await goal('Write the runbook').waitFor()
  await saved(page)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await rows().first().focus()
  await page.keyboard.press('Space')
  await page.getByText('Pick another one, or today, to compare.').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await screen().getByRole('heading', { name: /^Q2, .*, compared with Today$/ }).waitFor()
  await expect.poll(() => screen().getByText('Goals and notes of Q2 are compared.').count()).toBe(1)
  await expect.poll(() => group('Status changed').textContent()).toMatch(/Define metrics.*status.*Done.*In progress/)
  await expect.poll(() => group('Text changed').textContent()).toContain('with its readers')
  await expect.poll(() => group('Moved out').textContent()).toMatch(/Deploy blubberoid.*Q2.*Q3/)
  await expect.poll(() => group('Goals dropped').textContent()).toMatch(/Adopt more services.*graphoid/)
  await expect.poll(() => group('Goals added').textContent()).toContain('Write the runbook')
  await expect.poll(() => group('Notes added').textContent()).toMatch(/Pick up the logging.*Picked up by the new team/)
  const portal = screen().getByRole('row', { name: /^6 / })
  await expect.poll(() => portal.getByRole('cell').allInnerTexts()).toEqual(['0', '0', '0', '0', '1', '0', '1 of 1'])
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'snapshots-compared')
})

test('[K23] a comparison with today is brought up to date as the plan is, and can be read on paper', async () => {
  const other = await app.context.newPage()
  await other.goto(page.url())
  await other.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Board' }).click()
  await other.locator('[data-goal]').filter({ hasText: 'Bring the staging cluster' }).focus()
  await other.keyboard.press('1')
  await saved(other)
  await expect.poll(() => group('Status changed').textContent()).toContain('Bring the staging cluster')
  await other.close()
  await page.emulateMedia({ media: 'print' })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const pages = (await page.pdf({ width: '210mm', height: '148mm' })).toString('latin1').match(/\/Type \/Page\b/g) ?? []
  await takePicture(page, 'snapshots-on-paper')
  await page.emulateMedia({ media: null })
  expect(sideways).toBe(0)
  // all of it, and not what a window shows
  expect(pages.length).toBeGreaterThan(1)
})

test('[K24] from a row one key goes to the goal; one that is gone says so', async () => {
  await group('Goals dropped').getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await toast(/is no longer in the plan/)
  await screen().waitFor()
  await group('Moved out').getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).not.toBe('Deploy blubberoid')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Goal: Deploy blubberoid' }).waitFor()
  await expect.poll(() => page.getByRole('radio', { name: /^Q3/ }).isChecked()).toBe(true)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  // one finds it again as one left it
  await screen().getByRole('heading', { name: /compared with Today$/ }).waitFor()
})

test('[K25] a snapshot is looked at, saved again, taken out of the list and brought back', async () => {
  const download = await takenBy(() => page.getByRole('button', { name: 'Snapshot year' }).click())
  expect(download.suggestedFilename()).toMatch(/^tec3-fy18-19-year-/)
  await expect.poll(() => rows().count()).toBe(3)
  const menu = async (name: string): Promise<void> => {
    await screen().getByRole('button', { name: /^More for Q2/ }).click()
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  }
  await menu('Look at it')
  await page.getByRole('dialog', { name: /^Snapshot of Q2, / }).waitFor()
  await page.getByRole('dialog').getByText('Deploy blubberoid').waitFor()
  await takePictures(page, 'snapshot-contents')
  expect(await axeComplaints(page)).toEqual([])
  await page.keyboard.press('Escape')
  const again = await takenBy(() => menu('Save as a file'))
  expect(await readFile(await again.path(), 'utf8')).toBe(await readFile(path, 'utf8'))
  await rows().nth(2).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => rows().count()).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => rows().count()).toBe(3)
  await page.reload()
  await screen().waitFor()
  await expect.poll(() => rows().count()).toBe(3)
})

test('[K25] two snapshots are compared, the older one before', async () => {
  await rows().nth(1).click()
  await rows().nth(2).click()
  await screen().getByRole('heading', { name: /^Q2, .*, compared with Year, / }).waitFor()
  await expect.poll(() => group('Goals added').textContent()).toContain('Write the runbook')
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await screen().evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    await takePicture(page, `snapshots-at-${width}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('[K26] a file that was changed is refused with what and where, and nothing is kept', async () => {
  const tampered = join(folder, 'tampered.snapshot.json')
  await writeFile(tampered, (await readFile(path, 'utf8')).replace('Deploy blubberoid', 'Deploy something'))
  await openFile(page, tampered)
  await page.getByRole('dialog', { name: 'tampered.snapshot.json was not opened' }).waitFor()
  await expect.poll(() => page.getByRole('dialog').textContent()).toContain("digest: it doesn't fit the content: the snapshot was damaged, or changed after it was taken. Nothing was changed.")
  await page.keyboard.press('Escape')
  await writeFile(tampered, (await readFile(path, 'utf8')).replace('"status":"done"', '"status":"Finished"'))
  await openFile(page, tampered)
  await expect.poll(() => page.getByRole('dialog').textContent()).toMatch(/goals\[\d+\]\.status: "Finished" is not a status/)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => rows().count()).toBe(3)
})

test('[K27] on a computer without the plan the file is shown; with the plan it is kept and compared with today', async () => {
  const colleague = await setUpComputer()
  try {
    const { page: their } = await colleague.start({ viewport: { width: 1440, height: 900 } })
    await openFile(their, path)
    await their.getByRole('dialog', { name: /^Snapshot of Q2, / }).waitFor()
    await their.getByText(/This plan is not on this computer/).waitFor()
    await takePictures(their, 'snapshot-without-plan')
    expect(await axeComplaints(their)).toEqual([])
    await their.keyboard.press('Escape')
    await openSample(their)
    await openFile(their, path)
    await toast(/^Opened a snapshot of Q2/, their)
    await screen(their).getByRole('heading', { name: /compared with Today$/ }).waitFor()
    await their.getByText('Nothing differs.').waitFor()
    await openFile(their, path)
    await toast(/is kept here already/, their)
    await expect.poll(() => rows(their).count()).toBe(2)
    await takePictures(their, 'snapshots-nothing')
  } finally {
    await colleague.remove()
  }
})

test('[K22] before the first snapshot the screen says what one is for', async () => {
  const newcomer = await setUpComputer()
  try {
    const { page: their } = await newcomer.start({ viewport: { width: 1280, height: 800 } })
    await openSample(their)
    await their.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Snapshots' }).click()
    await their.getByText('No snapshots yet').waitFor()
    await takePictures(their, 'snapshots-none')
    expect(await axeComplaints(their)).toEqual([])
  } finally {
    await newcomer.remove()
  }
})
