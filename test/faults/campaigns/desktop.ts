import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { saved } from '../../e2e/app.ts'
import { launchApp } from '../../electron/launch.ts'
import { createRandom } from '../../shared/changes/history/random.ts'
import { deleted, emptied, flipped, truncated, type Damage } from '../harness/damage.ts'
import { boardNow } from '../harness/drawn.ts'
import { addGoal } from '../harness/edits.ts'
import { isWanted, skipped, type Campaign, type Figure, type Orders } from '../harness/figure.ts'
import { readRawData } from '../harness/plain-page.ts'
import { databaseFiles } from '../harness/profile-files.ts'
import { mountSmallDisk } from '../harness/small-disk.ts'

export const desktop: Campaign = {
  name: 'desktop',
  about: 'In what stands in for Electron: where only the disk of the copies is full, edits are written and said not to be safe, the missing backup is in sight, and the copies catch up; a damaged database is restored from the journal, and its files are kept aside.',
  unit: 'edits while the copies have no room',
  rounds: 10,
  run: async (orders) => [...(isWanted(orders, copiesDisk) ? [await copiesFull(orders)] : []), ...(await damaged(orders))],
}

const copiesDisk = 'the disk of the copies full (stand-in for Electron)'

async function copiesFull({ rounds, say }: Orders): Promise<Figure> {
  const what = copiesDisk
  const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-desktop-'))
  const folder = join(profile, 'copies')
  await mkdir(folder)
  const disk = await mountSmallDisk(8, folder)
  if (typeof disk === 'string') return skipped(what, disk)
  const broken: string[] = []
  const problem = (text: string): void => void broken.push(`${what}: ${text} (npm run faults -- desktop --rounds ${rounds})`)
  try {
    const { app, page } = await launchApp({ profile })
    await openSample(page)
    disk.fill()
    let edits = 0
    for (; edits < rounds; edits += 1) {
      // so large that it is more than what is left of the last block of a file
      await addGoal(page, `without a copy ${edits} ${'x'.repeat(300)}`)
      const isSaid = await page.locator('[data-saving="unsafe"]').waitFor({ timeout: 5_000 }).then(() => true, () => false)
      if (!isSaid) problem(`of edit ${edits} it was not said that it is written and not safe; the screen said: ${await page.locator('footer').innerText()}`)
    }
    const footer = page.locator('footer')
    const isInSight = await footer.getByText(/No backup|second copy/).waitFor({ timeout: 5_000 }).then(() => true, () => false)
    if (!isInSight) problem(`that there is no backup is not in sight; the screen said: ${await footer.innerText()}`)
    const rows = await groupsInLog(page)
    disk.free()
    await addGoal(page, 'with room again')
    await saved(page)
    const caughtUp = await until(async () => (await groupsIn(folder)) >= rows + 1)
    if (!caughtUp) problem(`with room again the journal has ${await groupsIn(folder)} rows of ${rows + 1}`)
    await app.close()
    say(`${what}: ${broken.join('; ')}`)
    return { what, measured: `${edits} edits written and said not to be safe, the missing backup in sight; with room again the journal has all ${rows + 1} rows`, broken }
  } finally {
    await disk.remove()
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

const damages: readonly Damage[] = [truncated('log'), flipped('log'), emptied('manifest'), deleted('log'), emptied('current')]

async function damaged(orders: Orders): Promise<readonly Figure[]> {
  const { seed, say } = orders
  const figures: Figure[] = []
  for (const each of damages) {
    const what = `${each.name} (stand-in for Electron)`
    if (!isWanted(orders, what)) continue
    const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-desktop-'))
    const broken: string[] = []
    const problem = (text: string): void => void broken.push(`${what}: ${text} (npm run faults -- desktop --seed ${seed})`)
    try {
      const first = await launchApp({ profile })
      await openSample(first.page)
      for (let edit = 0; edit < 5; edit += 1) await addGoal(first.page, `edit ${edit}`)
      await saved(first.page)
      const board = await boardNow(first.page)
      await first.app.close()
      each.harm(databaseFiles(join(profile, 'double')), createRandom(seed)) // where the stand-in has its browser
      const second = await launchApp({ profile })
      const { page } = second
      if ((await page.locator('[data-goal]').count()) === 0) await page.getByRole('button', { name: /sample/i }).first().click()
      const isThere = await page.locator('[data-goal]').first().waitFor({ timeout: 10_000 }).then(() => true, () => false)
      if (!isThere) problem(`the plan did not open; the screen said: ${await page.locator('body').innerText()}`)
      else if (String(await boardNow(page)) !== String(board)) problem(`the board has ${String(await boardNow(page))} and had ${String(board)}`)
      const told = await page.locator('[data-mended]').allInnerTexts()
      if (told.length === 0) problem('the person is told nothing')
      const aside = (await readdir(join(profile, 'aside')).catch(() => [])).filter((name) => name.startsWith('damaged-'))
      if (aside.length === 0) problem('the damaged files are not kept aside')
      await second.app.close()
      say(`${what}: ${broken.join('; ')}`)
      figures.push({ what, measured: broken.length === 0 ? 'whole, told, and the damaged files kept aside' : 'not whole, not told or not kept', broken })
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    }
  }
  return figures
}

async function openSample(page: Page): Promise<void> {
  page.setDefaultTimeout(15_000)
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await saved(page)
}

async function groupsInLog(page: Page): Promise<number> {
  return Object.keys((await readRawData(page)).rows).filter((key) => key.includes('/commits/')).length
}

/** How many rows the journals of the plan have. */
async function groupsIn(copies: string): Promise<number> {
  const [plan] = (await readdir(copies)).filter((name) => name.startsWith('plan-'))
  if (plan === undefined) return 0
  const journals = (await readdir(join(copies, plan))).filter((name) => name.startsWith('journal-'))
  const texts = await Promise.all(journals.map((name) => readFile(join(copies, plan, name), 'utf8')))
  return new Set(texts.join('').match(/"seq":\d+/g)).size
}

/** Whether it comes to be so within half a minute: what is behind is tried again every twenty seconds. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return true
    await new Promise((done) => setTimeout(done, 500))
  }
  return false
}
