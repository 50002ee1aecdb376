import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'
import { keyOf } from '../../shared/model/ids.ts'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { openFile, saved, setUpComputer, takePicture, takePictures, type Computer, type OpenApp } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { refuseCopies } from './refuse-copies.ts'

let computer: Computer
let app: OpenApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-backups-'))
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, bypassCSP: false })
  page = app.page
  // without a dialog of its own the browser downloads, which a test can take up
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await goals().first().waitFor()
})

afterAll(async () => {
  await computer.remove()
  await rm(folder, { recursive: true })
})

const screen = (): Locator => page.getByRole('main', { name: 'Backups' })
const rows = (): Locator => screen().locator('[data-backup]')
const goals = (): Locator => page.locator('[data-goal]')
const goal = (title: string): Locator => goals().filter({ hasText: title })
const dialog = (): Locator => page.getByRole('dialog', { name: /^Restore the plan/ })

async function go(key: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
}

const copies = folderOfPlan(samplePlanId)

/** Names of the files in the second copy of the sample. */
function copiesThere(): Promise<readonly string[]> {
  return page.evaluate(async (name) => {
    const names: string[] = []
    for await (const each of (await (await (await navigator.storage.getDirectory()).getDirectoryHandle('copies')).getDirectoryHandle(name)).keys()) names.push(each)
    return names
  }, copies)
}

/** Writes over a backup, as a disk that is failing does. */
function spoil(name: string): Promise<void> {
  return page.evaluate(
    async ({ place, file }) => {
      const directory = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('copies')).getDirectoryHandle(place)
      const writing = await (await directory.getFileHandle(file)).createWritable({ keepExistingData: true })
      await writing.write({ type: 'write', position: 4_000, data: '????????' })
      await writing.close()
    },
    { place: copies, file: name },
  )
}

test('[U211] backups are listed with when, why and how much, on a screen of their own, and one can be asked for', async () => {
  await go('k')
  await screen().waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect.poll(() => rows().count()).toBe(1)
  await expect.poll(() => rows().first().textContent()).toMatch(/\d\d:\d\d .*asked for.* 3\d goals .*\d+ records/)
  await screen().getByText(/^The newest backup is of \d\d:\d\d\. It was read and is whole\.$/).waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('The newest backup holds just this already.').waitFor()
  await expect.poll(() => rows().count()).toBe(1)
  expect((await copiesThere()).filter((name) => name.startsWith('backup-'))).toHaveLength(1)
})

test('[U212] one that is picked, by mouse or by keys, is compared with the plan as it is', async () => {
  await go('b')
  await goals().first().focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('c')
  await page.keyboard.type('Made since')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await saved(page)
  await go('k')
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-backup'))).toBe(true)
  await page.keyboard.press('Space')
  await screen().getByRole('heading', { name: /^What has changed since the backup of / }).waitFor()
  await screen().getByRole('group', { name: 'What differs' }).or(screen().getByText('Made since')).first().waitFor()
  await expect.poll(() => screen().getByText('Made since').count()).toBeGreaterThan(0)
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'backups')
})

test('[U213] restoring says what it will change, does it as one action, and one undo brings back what was there', async () => {
  await screen().getByRole('button', { name: 'Restore…' }).click()
  await dialog().getByText('Deleted, since it was made later: 1 goal.').waitFor()
  await dialog().getByText('There again: 1 goal').waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await takePicture(page, 'backups-restore')
  await dialog().getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText(/^Restored the plan as it was /).first().waitFor()
  await screen().getByText('Nothing').first().waitFor()
  await expect.poll(() => rows().first().textContent()).toMatch(/before a backup was restored/)
  await go('b')
  expect(await goal('Made since').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await goal('Made since').waitFor()
  await page.keyboard.press('Control+Shift+z')
  await goal('Made since').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await goal('Made since').waitFor()
})

test('[U214] a backup is saved as a file that any copy of the planner reads, and opened as a plan of its own', async () => {
  await go('k')
  const [download] = await Promise.all([page.waitForEvent('download'), screen().getByRole('button', { name: 'Export…' }).click()])
  expect(download.suggestedFilename()).toMatch(/-backup-\d{4}-\d\d-\d\d-\d{4}\.plan\.json$/)
  const path = join(folder, 'saved.plan.json')
  await download.saveAs(path)
  const read = readPlanFile(await readFile(path, 'utf8'))
  expect(read.ok && read.file.byHand).toBeNull()
  expect(read.ok && read.file.planId).toBe(samplePlanId)
  await screen().getByRole('button', { name: 'Open as a copy' }).click()
  await page.getByText(/^Opened Copy of TEC3/).first().waitFor()
  await go('s')
  await page.getByRole('button', { name: 'Actions for Copy of' }).click()
  await page.getByRole('menuitem', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await page.getByRole('region', { name: 'Sample' }).getByRole('button', { name: /TEC3|Open/ }).first().click()
  await page.getByRole('radio', { name: /^Q2/ }).click()
})

test('[U215] a merge is preceded by a backup', async () => {
  const path = join(folder, 'theirs.plan.json')
  await writeFile(path, JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: samplePlanId }, goals: [{ id: 'goal:from-script', title: 'From a script', quarter: 2 }] }))
  await openFile(page, path)
  await page.getByRole('dialog').getByRole('button', { name: /^Merge/ }).click()
  await page.getByText(/^Merged theirs/).first().waitFor()
  await go('k')
  await expect.poll(() => rows().first().textContent()).toMatch(/before a file was merged/)
})

test('[U216] a damaged backup is listed as such once that is known, and can’t be picked', async () => {
  const oldest = (await rows().last().getAttribute('data-backup')) ?? ''
  await spoil(oldest)
  await rows().last().click()
  await screen().getByText('This backup could not be read').waitFor()
  await expect.poll(() => rows().last().textContent()).toMatch(/damaged/)
  await rows().first().click()
  await screen().getByRole('heading', { name: /^What has changed/ }).waitFor()
  await rows().last().click({ force: true })
  await expect.poll(() => rows().last().getAttribute('aria-pressed')).toBe('false')
  await takePicture(page, 'backups-damaged')
})

test('[U217] a backup that fails is said beside what is saved for as long as it does, and the way to the backups with it', async () => {
  await go('b')
  await refuseCopies(page, ['write'])
  await goals().first().focus()
  await page.keyboard.press('6')
  await go('k')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByRole('dialog', { name: 'The plan was not backed up' }).getByRole('button').last().click()
  await go('b')
  const line = page.getByRole('contentinfo').getByRole('status')
  await line.getByText(/^No backup since \d\d:\d\d: the disk is full$/).waitFor()
  await takePictures(page, 'backups-failing')
  await page.setViewportSize({ width: 1024, height: 640 })
  await takePicture(page, 'backups-failing-small')
  await line.getByRole('button', { name: 'Backups' }).click()
  await screen().getByText(/^No backup since \d\d:\d\d: the disk is full\.$/).waitFor()
  await rows().first().click()
  await takePicture(page, 'backups-small')
  await page.setViewportSize({ width: 1280, height: 800 })
  await refuseCopies(page, [])
  await page.getByRole('button', { name: 'Back up now' }).click()
  await line.waitFor({ state: 'detached' })
  await expect.poll(() => rows().first().textContent()).toMatch(/asked for/)
})

test('[U218] a plan that is removed leaves a last backup, can be brought back with its history, and removed for good', async () => {
  await go('s')
  await page.getByRole('region', { name: 'Sample' }).getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  const removed = page.getByRole('button', { name: /^Removed plans/ })
  await removed.click()
  await page.getByText(/as it was .*\d\d:\d\d/).first().waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'backups-removed')
  expect((await copiesThere()).filter((name) => name.includes('-removed-'))).toHaveLength(1)
  const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Bring back' }) })
  await line.filter({ hasText: 'Copy of' }).getByRole('button', { name: 'Remove for good…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click()
  await expect.poll(() => line.count()).toBe(1)
  await line.getByRole('button', { name: 'Bring back' }).click()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await goal('Made since').waitFor()
  await go('s')
  expect(await removed.count()).toBe(0)
  await page.getByRole('region', { name: 'Sample' }).getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await removed.click()
  await page.getByRole('button', { name: 'Remove for good…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click()
  await removed.waitFor({ state: 'detached' })
  await expect.poll(() => copiesThere().catch(() => [])).toEqual([]) // the folder goes with its last file
})

test('[U219] where a plan can’t be opened its backups are listed, to go on with as a copy', async () => {
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await go('k')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect.poll(() => rows().count()).toBe(1)
  await go('s')
  await page.getByRole('region', { name: 'Sample' }).waitFor()
  // as a planner that is newer leaves it
  await page.evaluate(async (name) => {
    await new Promise<void>((resolve, fail) => {
      const opening = indexedDB.open(name, 9_999)
      opening.addEventListener('success', () => resolve(opening.result.close()))
      opening.addEventListener('error', () => fail(opening.error ?? new Error('not opened')))
    })
  }, `quarterdeck-plan-${keyOf(samplePlanId)}`)
  await page.getByRole('region', { name: 'Sample' }).getByRole('button', { name: /^TEC3/ }).click()
  const rescue = page.getByRole('region', { name: 'Backups of this plan' })
  await rescue.getByText(/asked for/).waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'backups-rescue')
  const [download] = await Promise.all([page.waitForEvent('download'), rescue.getByRole('button', { name: 'Export…' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.plan\.json$/)
  await rescue.getByRole('button', { name: 'Open as a copy' }).click()
  await page.getByText(/^Opened Copy of TEC3/).first().waitFor()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await goals().first().waitFor()
  expect(app.complaints).toEqual([])
})
