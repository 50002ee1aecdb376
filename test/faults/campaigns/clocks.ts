import type { Page } from 'playwright-core'
import { openFile, saved } from '../../e2e/app.ts'
import { exportPlan, setOf } from '../../e2e/export-plan.ts'
import { changesOf } from '../../../shared/changes/fold.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { setUpMachine, type Machine } from '../harness/machine.ts'

export const clocks: Campaign = {
  name: 'clocks',
  about: 'Clocks that are ten years on, an hour back, standing still, and a day apart between two computers that exchange files: no edit is refused, what is done last counts, and a clock that is over a day ahead is named before its file is merged.',
  unit: 'edits with each clock',
  rounds: 20,
  run: async (orders) => [await oneComputer(orders), await twoComputers(orders)],
}

const hour = 3_600_000
const goal = 'goal:sample-trainings'

async function oneComputer({ rounds, say }: Orders): Promise<Figure> {
  const broken: string[] = []
  const machine = await setUpMachine()
  let edits = 0
  try {
    const person = await sitDown(machine)
    const { page } = person
    const now = Date.now()
    const setClock: Readonly<Record<string, (round: number) => Promise<void>>> = {
      'ten years on': () => person.setTime(now + 87_660 * hour),
      'an hour back': (round) => person.setTime(now - (round % 2) * hour),
      'standing still': () => person.stopTime(now + 1_000),
      'right again': () => person.setTime(now + 60_000),
    }
    for (const [name, set] of Object.entries(setClock)) {
      for (let round = 0; round < rounds; round += 1) {
        await set(round)
        edits += 1
        const title = `${name}, edit ${round}`
        await rename(page, title)
        const isSaved = await saved(page).then(() => true, () => false)
        if (!isSaved) broken.push(`An edit was refused with a clock ${name} (npm run faults -- clocks --rounds ${rounds})`)
        if ((await titleNow(page)) !== title) broken.push(`With a clock ${name} the board has ${await titleNow(page)} after ${title} (npm run faults -- clocks --rounds ${rounds})`)
      }
      await page.reload()
      await page.locator(`[data-goal="${goal}"]`).waitFor()
      if ((await titleNow(page)) !== `${name}, edit ${rounds - 1}`) broken.push(`After a clock ${name} a reload gave ${await titleNow(page)} (npm run faults -- clocks --rounds ${rounds})`)
    }
    const titles = [...changesOf(setOf((await exportPlan(page)).text))].filter(({ on, set }) => on === goal && typeof set['title'] === 'string' && /, edit \d+$/.test(set['title']))
    const stamps = new Set(titles.map(({ at }) => at))
    if (stamps.size !== edits) broken.push(`${edits} edits have ${stamps.size} stamps (npm run faults -- clocks --rounds ${rounds})`)
  } finally {
    await machine.remove()
  }
  say(`one computer: ${broken.length === 0 ? 'kept' : broken.join('; ')}`)
  return { what: 'a clock ten years on, an hour back, standing still, right again', measured: `${edits} edits of one goal, 0 refused, the last done on the screen each time and after each reload, ${edits} stamps of their own`, plain: plainClock(rounds), broken }
}

/** What keeping the edit with the latest time of day does, as most that sync do; no browser is needed to count that. */
function plainClock(rounds: number): string {
  const times = [...Array.from({ length: rounds }, () => 87_660 * hour), ...Array.from({ length: rounds }, (_, round) => -(round % 2) * hour), ...Array.from({ length: rounds }, () => 1_000), ...Array.from({ length: rounds }, () => 60_000)]
  let latest = -Infinity
  let ignored = 0
  for (const time of times) {
    if (time > latest) latest = time
    else ignored += 1
  }
  return `where the latest time of day counts, ${ignored} of ${times.length} edits would change nothing (counted, not run)`
}

async function twoComputers({ say, rounds }: Orders): Promise<Figure> {
  const broken: string[] = []
  const machines = [await setUpMachine(), await setUpMachine()] as const
  let exchanged = 0
  const named: string[] = []
  try {
    const ours = await sitDown(machines[0])
    const theirs = await sitDown(machines[1])
    const now = Date.now()
    await give(ours.page, theirs.page)
    for (const [index, off] of [-24, 23.9, 26].entries()) {
      const words = `a clock ${off} hours off`
      await theirs.setTime(now + off * hour + index)
      await rename(theirs.page, `theirs with ${words}`)
      const { held } = await give(theirs.page, ours.page)
      if (held !== null) named.push(held)
      if ((held !== null) !== off > 24) broken.push(`With ${words} the file was ${held === null ? 'merged without a word' : `held back: ${held}`} (npm run faults -- clocks)`)
      if (!(await comesToSay(ours.page, `theirs with ${words}`))) broken.push(`With ${words} their edit, the last done, is not on our board: ${await titleNow(ours.page)} (npm run faults -- clocks)`)
      await rename(ours.page, `ours after ${words}`)
      await give(ours.page, theirs.page)
      for (const { page } of [ours, theirs]) if (!(await comesToSay(page, `ours after ${words}`))) broken.push(`After ${words} our edit, the last done, is not on both boards: ${await titleNow(page)} (npm run faults -- clocks)`)
      exchanged += 2
    }
  } finally {
    for (const machine of machines) await machine.remove()
  }
  say(`two computers (of ${rounds} rounds one is enough): ${broken.length === 0 ? 'kept' : broken.join('; ')}`)
  return { what: 'two computers whose clocks are a day apart exchange files', measured: `${exchanged} files merged, the last done on both boards each time; the one over a day ahead was held back: ${named.join(' ')}`, broken }
}

interface Person {
  readonly page: Page
  readonly setTime: (ms: number) => Promise<void>
  readonly stopTime: (ms: number) => Promise<void>
}

async function sitDown(machine: Machine): Promise<Person> {
  const { page, browser, open } = await machine.boot()
  await browser.clock.setSystemTime(Date.now())
  await open()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await page.locator(`[data-goal="${goal}"]`).waitFor()
  await saved(page)
  return { page, setTime: (ms) => browser.clock.setSystemTime(ms), stopTime: (ms) => browser.clock.setFixedTime(ms) }
}

async function rename(page: Page, title: string): Promise<void> {
  await page.locator(`[data-goal="${goal}"]`).focus()
  await page.keyboard.press('e')
  await page.locator('textarea:focus, input:focus').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
  await page.locator(`[data-goal="${goal}"]`).getByText(title).waitFor({ timeout: 3_000 }).catch(() => undefined) // who asks finds what is there instead
}

async function titleNow(page: Page): Promise<string> {
  return (await page.locator(`[data-goal="${goal}"] p`).first().innerText()).trim()
}

/** A merge is on the board a moment after its sheet has gone. */
function comesToSay(page: Page, title: string): Promise<boolean> {
  return page.locator(`[data-goal="${goal}"]`).getByText(title, { exact: true }).waitFor({ timeout: 3_000 }).then(() => true, () => false)
}

/** Exports in one and merges in the other; answers what was said of a clock, where the file was held back for it. */
async function give(from: Page, to: Page): Promise<{ readonly held: string | null }> {
  await saved(from)
  const { text } = await exportPlan(from)
  await to.bringToFront()
  await openFile(to, { name: 'theirs.plan.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const overlay = to.locator('[data-overlay]')
  await overlay.waitFor()
  const ahead = overlay.getByText(/clocks? runs? ahead/i)
  await overlay.getByRole('button', { name: /merge|close/i }).first().waitFor()
  const held = (await ahead.count()) > 0 ? await ahead.first().innerText() : null
  if (held !== null) await overlay.getByRole('checkbox', { name: 'Merge all the same' }).click()
  await overlay.getByRole('button', { name: /^(Merge|Close)/ }).first().click()
  await overlay.waitFor({ state: 'detached' })
  await saved(to)
  return { held }
}
