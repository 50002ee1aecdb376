import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { openApp, type OpenApp } from './app.ts'
import { setOf } from './export-plan.ts'
import { allowsFolders, answerForFolders, giveFolder } from './give-folder.ts'
import { layWhole } from './lay-whole.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let second: Page
/** Where a team has its folder. */
let place: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  app = await openApp({ quarter: 4, viewport: { width: 1280, height: 1_800 }, args: allowsFolders, prepare: answerForFolders })
})
afterAll(async () => {
  await app.close()
  await rm(place, { recursive: true, force: true })
})

const isUpToDate = (page: Page): Promise<void> => page.locator('[data-share="upToDate"]').waitFor()

/** Whether the page runs the exchange: one window of the browser has this lock. */
async function runsShare(page: Page): Promise<boolean> {
  const client = await page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    const { promise, resolve } = Promise.withResolvers<string>()
    // a lock of one's own tells which of them one is
    void navigator.locks.request('which am I', async () => {
      const mine = (await navigator.locks.query()).held?.find(({ name }) => name === 'which am I')
      resolve(mine?.clientId ?? '')
    })
    const running = held.filter(({ name }) => name?.startsWith('quarterdeck share ') === true)
    return { running: running.map(({ clientId }) => clientId), me: await promise }
  })
  expect(client.running).toHaveLength(1)
  return client.running[0] === client.me
}

async function folder(): Promise<string> {
  const [name = ''] = await readdir(place)
  return join(place, name)
}

/** Everything that lies in the folder, as one text. */
async function sharedText(): Promise<string> {
  const path = await folder()
  const names = await readdir(path, { recursive: true })
  return (await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readFile(join(path, name), 'utf8').catch(() => '')))).join('\n')
}

async function addGoal(page: Page, title: string): Promise<void> {
  await page.bringToFront()
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'What shall be reached?' }).fill(title)
  await page.keyboard.press('Enter')
  await page.locator('[data-goal]').filter({ hasText: title }).waitFor()
}

test('[O57] a plan is shared by a command and a folder, and the second window of it shows how the share stands without running it', async () => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.keyboard.type('share through a folder')
  await page.keyboard.press('Enter')
  await giveFolder(page, place)
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  await isUpToDate(page)
  expect((await readdir(place))[0]).toMatch(/\.planfolder$/)
  second = await app.context.newPage()
  second.setDefaultTimeout(8_000)
  await second.goto(page.url())
  await second.locator('[data-goal]').first().waitFor()
  await isUpToDate(second)
  expect([await runsShare(page), await runsShare(second)]).toEqual([true, false])
  await page.screenshot({ path: 'test-results/screens/share-first-window.png' })
})

test('[O57] what is done in the window that doesn’t run the share goes out, and what a colleague wrote comes to both', async () => {
  await addGoal(second, 'Told by the second window')
  await expect.poll(sharedText, { timeout: 8_000 }).toContain('Told by the second window')
  const path = await folder()
  const own = (await readdir(join(path, 'replicas'))).find((name) => name.endsWith('.json')) ?? '' // and not what the browser writes beside it
  const set = setOf(await readFile(join(path, 'replicas', own), 'utf8'))
  const at = formatStamp({ ms: Date.now(), counter: 0, writer: 'bbbbbbbbbb0' })
  const theirs = addChanges(set, [{ at, on: 'goal:there', set: { title: 'From a colleague', status: 'todo', quarter: 4, order: 'a0' } }]).set
  await layWhole(join(path, 'replicas', 'bbbbbbbbbb.json'), writePlanFile({ set: theirs, by: { replica: 'bbbbbbbbbb', name: 'Release laptop' }, at: new Date().toISOString(), app: 'test' }))
  for (const page of [app.page, second]) {
    await page.bringToFront()
    await page.locator('[data-goal]').filter({ hasText: 'From a colleague' }).waitFor()
  }
})

test('[O58] when the first window is closed the second one goes on with the share', async () => {
  await app.page.close()
  await expect.poll(() => runsShare(second)).toBe(true)
  await addGoal(second, 'Told after the first was closed')
  await expect.poll(sharedText, { timeout: 8_000 }).toContain('Told after the first was closed')
  await isUpToDate(second)
  await second.screenshot({ path: 'test-results/screens/share-second-window.png' })
})

test('[O62] leaving the share says what stays, and leaves the folder', async () => {
  await second.keyboard.press('Control+k')
  await second.keyboard.type('leave the share')
  await second.keyboard.press('Enter')
  await second.getByRole('dialog').getByRole('button', { name: /^Leave/ }).click()
  await second.locator('[data-share]').waitFor({ state: 'detached' })
  await addGoal(second, 'Only here')
  expect(await sharedText()).not.toContain('Only here')
  await second.screenshot({ path: 'test-results/screens/share-left.png' })
})
