import type { CDPSession, Page } from 'playwright-core'
import { saved } from '../../e2e/app.ts'
import { exportedSet } from '../../e2e/export-plan.ts'
import { addGoal, missingFrom } from '../harness/edits.ts'
import { isWanted, skipped, type Campaign, type Figure, type Orders } from '../harness/figure.ts'
import { setUpMachine, type Machine, type Running } from '../harness/machine.ts'
import { readRawData } from '../harness/plain-page.ts'
import { sqliteSwitch, type Backend } from '../harness/profile-files.ts'
import { mountSmallDisk } from '../harness/small-disk.ts'

export const full: Campaign = {
  name: 'full',
  about: 'There is no room: each edit that is refused is said to be within a second, is still on the screen and changed no row; with room again the planner goes on without a restart.',
  unit: 'edits refused, of each kind of fullness',
  rounds: 20,
  run: async (orders) => {
    const figures = isWanted(orders, 'quota used up') ? [await quotaUsedUp(orders)] : []
    for (const backend of ['LevelDB', 'SQLite'] as const) if (isWanted(orders, `disk full (${backend})`)) figures.push(await diskFull(backend, orders))
    return figures
  },
}

/** How a place is made full, and free again. */
interface Fullness {
  readonly what: string
  /** Before the planner is opened in a browser that has just been started. */
  readonly prepare?: (running: Running) => Promise<void>
  readonly fill: () => Promise<void> | void
  readonly free: () => Promise<void> | void
}

/**
 * Chromium asks for the quota once and then counts down from it for half a minute. So the quota is small before the
 * database is first opened, and each time only so much is given that it is soon used up again.
 */
async function quotaUsedUp(orders: Orders): Promise<Figure> {
  const machine = await setUpMachine()
  let session: CDPSession | undefined
  const giveRoom = async (bytes: number): Promise<void> => {
    const { usage } = (await session?.send('Storage.getUsageAndQuota', { origin: machine.url })) ?? { usage: 0 }
    await session?.send('Storage.overrideQuotaForOrigin', { origin: machine.url, quotaSize: usage + bytes })
  }
  const prepare = async ({ browser, page }: Running): Promise<void> => {
    session = await browser.newCDPSession(page) // what it is told holds for as long as it is there
    await giveRoom(4_000)
  }
  return refuse({ what: 'quota used up', prepare, fill: () => undefined, free: () => giveRoom(6_000) }, machine, orders)
}

async function diskFull(backend: Backend, orders: Orders): Promise<Figure> {
  const what = `disk full (${backend})`
  const disk = await mountSmallDisk(400)
  if (typeof disk === 'string') return skipped(what, disk)
  try {
    const machine = await setUpMachine({ under: disk.folder, ...(backend === 'SQLite' && { args: [sqliteSwitch] }) })
    return await refuse({ what, fill: disk.fill, free: disk.free }, machine, orders)
  } finally {
    disk.free()
    await disk.remove()
  }
}

/**
 * A log of LevelDB that ends in half a record is added to all the same; when it is next opened, Chromium finds it spoilt
 * and throws the database away. What is promised is that all is there when the next edit has been written.
 *
 * Edits while there is no room, looks at what is said and kept, makes room, and looks whether all is written.
 */
async function refuse({ what, prepare, fill, free }: Fullness, machine: Machine, { rounds, isShort = false, say }: Orders): Promise<Figure> {
  const broken: string[] = []
  let thrownAway = 0
  const delays: number[] = []
  const problem = (text: string): void => void broken.push(`${what}: ${text} (npm run faults -- full --rounds ${rounds})`)
  try {
    const hash = await openSample(machine)
    const running = await machine.boot()
    const { page } = running
    await prepare?.(running)
    await running.open(hash)
    await page.locator('[data-goal]').first().waitFor()
    let edits = 0
    for (let round = 0; round < rounds && broken.length === 0; round += 1) {
      const rows = await commitCount(page)
      await fill()
      // what still goes into the last block of a file is written, and rightly said to be saved
      let written = 0
      for (let isRefused = false; !isRefused && written < 40; ) {
        edits += 1
        const title = `without room ${edits}`
        const started = performance.now()
        await addGoal(page, title)
        isRefused = await answered(page)
        if (isRefused) delays.push(performance.now() - started)
        else written += 1
        if ((await page.locator('[data-goal]').filter({ hasText: title }).count()) !== 1) problem(`edit ${edits} is no longer on the screen`)
      }
      if (written === 40) problem(`40 edits were said to be saved though there was no room; the screen said: ${await page.locator('footer').innerText()}`)
      await free()
      const changed = (await commitCount(page)) - rows
      if (changed > written) problem(`with ${written} edits written and one refused, ${changed} rows came`)
      if (changed < written) thrownAway += 1 // by the browser, as is said above
      // every second time the person reloads at once instead
      if (round % 2 === 1) await page.reload()
      else await page.getByRole('button', { name: 'Try again' }).click({ timeout: 3_000 })
      const goesOn = await saved(page).then(() => true, () => false)
      if (!goesOn) problem(`edit ${edits} was not written with room again; the screen said: ${await page.locator('footer').innerText()}`)
      else if ((await commitCount(page)) !== rows + written + 1) problem(`edit ${edits} was written ${(await commitCount(page)) - rows - written} times`)
    }
    await page.reload()
    const isThere = await page.locator('[data-goal]').first().waitFor().then(() => true, () => false)
    if (!isThere) throw new Error(`after a reload the screen said: ${await page.locator('body').innerText()}; ${broken.join('; ')}`)
    const missing = missingFrom(await exportedSet(page), Array.from({ length: edits }, (_, index) => `title without room ${index + 1}`))
    if (missing.length > 0) problem(`${missing.length} of ${edits} edits are gone after a reload`)
    await running.kill()
  } finally {
    await machine.remove()
  }
  const worst = Math.max(...delays)
  // the short form runs beside other tests, and is no measure of speed
  if (worst > 1_000 && !isShort) problem(`a refusal was said only after ${worst.toFixed(0)} ms`)
  say(`${what}: ${broken.length === 0 ? 'kept' : broken.join('; ')}`)
  return { what, measured: `${rounds} edits refused, each said within ${worst.toFixed(0)} ms (median ${median(delays).toFixed(0)}), on the screen and in no row; all written with room again, without a restart${thrownAway === 0 ? '' : '; a database that the browser had thrown away was whole each time'}`, plain: thrownAway === 0 ? undefined : `Chromium threw its whole database away ${thrownAway} of ${rounds} times, without an error`, broken }
}

async function openSample(machine: Machine): Promise<string> {
  const { page, open, close } = await machine.boot()
  await open()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await saved(page)
  const { hash } = new URL(page.url())
  await close()
  return hash
}

/** Whether the edit was refused, once the screen has said what became of it. */
async function answered(page: Page): Promise<boolean> {
  const answer = page.locator('[data-saving="saved"], footer [role="alert"]')
  await answer.waitFor({ timeout: 8_000 })
  return (await answer.getAttribute('role')) === 'alert'
}

async function commitCount(page: Page): Promise<number> {
  return Object.keys((await readRawData(page)).rows).filter((key) => key.includes('/commits/')).length
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
}
