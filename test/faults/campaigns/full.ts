import type { CDPSession, Page } from 'playwright-core'
import { saved } from '../../e2e/app.ts'
import { exportedSet } from '../../e2e/export-plan.ts'
import { addGoal, missingFrom } from '../harness/edits.ts'
import { isWanted, skipped, type Campaign, type Figure, type Orders } from '../harness/figure.ts'
import { setUpMachine, type Machine, type Running } from '../harness/machine.ts'
import { readRawData } from '../harness/plain-page.ts'
import { sqliteSwitch, type Backend } from '../harness/profile-files.ts'
import { useUpQuota } from '../harness/quota.ts'
import { mountSmallDisk } from '../harness/small-disk.ts'

export const full: Campaign = {
  name: 'full',
  about: 'There is no room: each edit that is refused is said to be within a second, is still on the screen and changed no row; with room again the planner goes on without a restart, and a browser killed before has lost nothing that was said to be saved.',
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
  readonly fill: (page: Page) => Promise<unknown> | void
  readonly free: () => Promise<void> | void
}

/**
 * Chromium asks for the quota once and then counts down from it for half a minute: what is given is known at once where
 * all was used up before, and is used up again by writing. A file of the origin private file system takes a megabyte of
 * it at least, for as long as it is open.
 */
const roomInBytes = 4_000_000

async function quotaUsedUp(orders: Orders): Promise<Figure> {
  const machine = await setUpMachine()
  let session: CDPSession | undefined
  const giveRoom = async (bytes: number): Promise<void> => {
    const { usage } = (await session?.send('Storage.getUsageAndQuota', { origin: machine.url })) ?? { usage: 0 }
    await session?.send('Storage.overrideQuotaForOrigin', { origin: machine.url, quotaSize: usage + bytes })
  }
  const prepare = async ({ browser, page }: Running): Promise<void> => {
    session = await browser.newCDPSession(page) // what it is told holds for as long as it is there
    browser.once('close', () => (session = undefined))
    await giveRoom(roomInBytes)
  }
  return refuse({ what: 'quota used up', prepare, fill: useUpQuota, free: () => giveRoom(roomInBytes) }, machine, orders)
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
 * and throws the database away. What is promised is that all is there when the next edit has been written, and that what
 * the journal has no room for is not said to be saved.
 *
 * Edits while there is no room, looks at what is said and kept, makes room or kills the browser first, and looks whether all is written.
 */
async function refuse({ what, prepare, fill, free }: Fullness, machine: Machine, { rounds, isShort = false, say }: Orders): Promise<Figure> {
  const broken: string[] = []
  let thrownAway = 0
  let unsafe = 0
  const delays: number[] = []
  const problem = (text: string): void => void broken.push(`${what}: ${text} (npm run faults -- full --rounds ${rounds})`)
  try {
    const hash = await openSample(machine)
    const start = async (): Promise<Running> => {
      const started = await machine.boot()
      await prepare?.(started)
      await started.open(hash)
      await started.page.locator('[data-goal]').first().waitFor()
      return started
    }
    let running = await start()
    let edits = 0
    const lost = new Set<string>()
    const nextTitle = (): string => `without room ${(edits += 1)}`
    for (let round = 0; round < rounds && broken.length === 0; round += 1) {
      const { page } = running
      const rows = await editCount(page)
      const told = await editUntilRefused({ page, fill, nextTitle, problem })
      const written = told.saved.length + told.unsafe.length
      const notSaved = [...told.unsafe, ...told.refused]
      unsafe += told.unsafe.length
      delays.push(...told.delays)
      if (round % 3 === 2) {
        await running.kill()
        await free()
        running = await start()
        await saved(running.page) // an outbox that was emptied a moment before the kill is taken up once more
        const there = await exportedSet(running.page)
        const gone = missingFrom(there, told.saved.map((title) => `title ${title}`))
        if (gone.length > 0) problem(`${gone.length} of ${told.saved.length} edits that were said to be saved are gone after a kill`)
        // what was said not to be saved may be gone, and then counts no more
        for (const title of notSaved.filter((each) => missingFrom(there, [`title ${each}`]).length > 0)) lost.add(title)
        continue
      }
      await free()
      const changed = (await editCount(page)) - rows
      if (changed > written) problem(`with ${written} edits written and one refused, ${changed} rows came`)
      if (changed < written) thrownAway += 1 // by the browser, as is said above
      // every third time the person reloads at once instead
      if (round % 3 === 1) await page.reload()
      else await page.getByRole('button', { name: 'Try again' }).click({ timeout: 3_000 })
      const goesOn = await saved(page).then(() => true, () => false)
      if (!goesOn) problem(`edit ${edits} was not written with room again; the screen said: ${await page.locator('footer').innerText()}`)
      const came = (await editCount(page)) - rows - written
      // who reloads finds what was not safe in the outbox as well, and it may stand in two rows, as one change
      const atMost = round % 3 === 1 ? notSaved.length : 1
      if (goesOn && (came < 1 || came > atMost)) problem(`edit ${edits} was written ${came} times`)
    }
    const { page } = running
    await page.reload()
    const isThere = await page.locator('[data-goal]').first().waitFor().then(() => true, () => false)
    if (!isThere) throw new Error(`after a reload the screen said: ${await page.locator('body').innerText()}; ${broken.join('; ')}`)
    const missing = missingFrom(await exportedSet(page), Array.from({ length: edits }, (_, index) => `without room ${index + 1}`).filter((title) => !lost.has(title)).map((title) => `title ${title}`))
    if (missing.length > 0) problem(`${missing.length} of ${edits} edits are gone after a reload`)
    await running.kill()
  } finally {
    await machine.remove()
  }
  const worst = Math.max(...delays)
  // the short form runs beside other tests, and is no measure of speed
  if (worst > 1_000 && !isShort) problem(`a refusal was said only after ${worst.toFixed(0)} ms`)
  say(`${what}: ${broken.length === 0 ? 'kept' : broken.join('; ')}`)
  return { what, measured: `${rounds} edits refused, each said within ${worst.toFixed(0)} ms (median ${median(delays).toFixed(0)}), on the screen and in no row, ${unsafe} more said not to be safe; all written with room again, without a restart${thrownAway === 0 ? '' : '; a database that the browser had thrown away was whole each time'}`, plain: thrownAway === 0 ? undefined : `Chromium threw its whole database away ${thrownAway} of ${rounds} times, without an error`, broken }
}

interface Told {
  readonly saved: readonly string[]
  readonly unsafe: readonly string[]
  readonly refused: readonly string[]
  /** How long it took until each that isn't saved was said to be so, in milliseconds. */
  readonly delays: readonly number[]
}

/** Adds goals until one is refused: what still goes into the last block of a file is written, and may be said to be saved where the journal has it too. */
async function editUntilRefused({ page, fill, nextTitle, problem }: Pick<Fullness, 'fill'> & { readonly page: Page; readonly nextTitle: () => string; readonly problem: (text: string) => void }): Promise<Told> {
  const told = { saved: [] as string[], unsafe: [] as string[], refused: [] as string[] }
  const delays: number[] = []
  while (told.refused.length === 0) {
    if (told.saved.length + told.unsafe.length === 40) {
      problem(`40 edits were written though there was no room; the screen said: ${await page.locator('footer').innerText()}`)
      break
    }
    await fill(page) // each time: a browser that tidies what it stores gains room again
    const title = nextTitle()
    const started = performance.now()
    await addGoal(page, title)
    const answer = await answered(page)
    if (answer !== 'saved') delays.push(performance.now() - started)
    told[answer].push(title)
    if ((await page.locator('[data-goal]').filter({ hasText: title }).count()) !== 1) problem(`“${title}” is no longer on the screen`)
  }
  return { ...told, delays }
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

/** What the screen says became of the edit: in the database and not in the journal, which has no room, it is unsafe. */
async function answered(page: Page): Promise<'saved' | 'unsafe' | 'refused'> {
  const answer = page.locator('footer [data-saving]:not([data-saving="saving"])')
  await answer.waitFor({ timeout: 8_000 })
  const said = await answer.getAttribute('data-saving')
  return said === 'saved' || said === 'unsafe' ? said : 'refused'
}

/** How many rows of the log hold such an edit; an export is one as well. */
async function editCount(page: Page): Promise<number> {
  return Object.entries((await readRawData(page)).rows).filter(([key, row]) => key.includes('/commits/') && row.includes('without room ')).length
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
}
