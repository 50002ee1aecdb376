import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { saved } from '../../e2e/app.ts'
import { exportedSet } from '../../e2e/export-plan.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import type { Campaign, Figure, Orders } from '../harness/figure.ts'
import { setUpMachine } from '../harness/machine.ts'
import { openPlainPage, readRawData } from '../harness/plain-page.ts'
import { databaseFolder } from '../harness/profile-files.ts'
import { editPlainly, plainCount } from './tabs-plain.ts'

export const tabs: Campaign = {
  name: 'tabs',
  about: 'Two tabs edit the same goals of one plan at once, as fast as keys can be pressed: no edit is lost, both end with the same plan, and so does the next start.',
  unit: 'edits in each of two tabs',
  rounds: 1_000,
  run: editInTwoTabs,
}

async function editInTwoTabs({ rounds, say }: Orders): Promise<readonly Figure[]> {
  const machine = await setUpMachine()
  const broken: string[] = []
  const problem = (text: string): void => void broken.push(`${text} (npm run faults -- tabs --rounds ${rounds})`)
  let measured = ''
  try {
    const { page: first, browser, open } = await machine.boot()
    await open()
    await first.getByRole('button', { name: /sample/i }).first().click()
    await first.locator('[data-goal]').first().waitFor()
    await saved(first)
    const second = await browser.newPage()
    second.setDefaultTimeout(15_000)
    await second.goto(first.url())
    await second.locator('[data-goal]').first().waitFor()
    const before = (await commitsOf(first)).length
    const started = performance.now()
    await Promise.all([pressKeys(first, { keys: ['1', '2'], count: rounds }), pressKeys(second, { keys: ['3', '6'], count: rounds })])
    await Promise.all([first, second].map((page) => page.locator('[data-saving="saved"]').waitFor({ timeout: 60_000 })))
    const seconds = (performance.now() - started) / 1_000
    say(`${2 * rounds} edits in ${seconds.toFixed(0)} s`)
    const commits = await commitsOf(first)
    const made = commits.length - before
    if (made !== 2 * rounds) problem(`${2 * rounds} edits were made at once, and ${made} are in the log`)
    const stamps = new Set(commits.flatMap(({ changes }) => changes.map(({ at, on }) => `${at} ${on}`)))
    const changes = commits.flatMap((commit) => commit.changes).length
    if (stamps.size !== changes) problem(`${changes - stamps.size} changes bear the stamp of another`)
    const ends = [portraitOf(await exportedSet(first)), portraitOf(await exportedSet(second))]
    if (ends[0] !== ends[1]) problem('the two tabs ended with different plans')
    const { hash } = new URL(first.url())
    await browser.close()
    const again = await machine.boot()
    await again.open(hash)
    await again.page.locator('[data-goal]').first().waitFor()
    if (portraitOf(await exportedSet(again.page)) !== ends[0]) problem('the next start found another plan')
    await again.page.waitForTimeout(1_000)
    await again.close()
    await rm(databaseFolder(machine.profile).path, { recursive: true })
    const fromCopy = await machine.boot()
    await fromCopy.open(hash)
    const isThere = await fromCopy.page.locator('[data-goal]').first().waitFor().then(() => true, () => false)
    if (!isThere || portraitOf(await exportedSet(fromCopy.page)) !== ends[0]) problem('the second copy alone gave another plan')
    await fromCopy.close()
    measured = `${made} of ${2 * rounds} edits there, both tabs equal, the next start too, and the second copy alone as well, in ${seconds.toFixed(0)} s`
  } finally {
    await machine.remove()
  }
  return [{ what: `two tabs, ${rounds} edits each at once on the same goals`, measured, plain: rounds < 100 ? undefined : await plainTabs(rounds), broken }]
}

/** Presses keys on three cards in turn, from within the page, as fast as it takes them. */
function pressKeys(page: Page, { keys, count }: { readonly keys: readonly [string, string]; readonly count: number }): Promise<void> {
  return page.evaluate(
    async ([one, other, times]) => {
      const ids = Array.from(document.querySelectorAll('[data-goal]'), (card) => card.getAttribute('data-goal') ?? '').slice(0, 3)
      for (let edit = 0; edit < times; edit += 1) {
        const card = document.querySelector<HTMLElement>(`[data-goal="${ids[edit % ids.length] ?? ''}"]`)
        card?.focus()
        // each tab has two statuses of its own and takes turns, so that each key changes something whatever the other did
        const key = Math.floor(edit / ids.length) % 2 === 0 ? one : other
        card?.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true, cancelable: true }))
        await new Promise((done) => setTimeout(done))
      }
    },
    [...keys, count] as const,
  )
}

interface LoggedCommit {
  readonly changes: readonly { readonly at: string; readonly on: string }[]
}

async function commitsOf(page: Page): Promise<readonly LoggedCommit[]> {
  const { rows } = await readRawData(page)
  return Object.entries(rows)
    .filter(([key]) => key.includes('/commits/'))
    .map(([, text]) => JSON.parse(text) as LoggedCommit) // the log's own rows
}

/** Two tabs that add to a list as most pages do: read it, add to it, write it. */
async function plainTabs(count: number): Promise<string> {
  const machine = await setUpMachine()
  try {
    const { browser } = await machine.boot()
    const first = await openPlainPage(browser, machine.url)
    const second = await browser.newPage()
    await second.goto(first.url())
    await plainCount(first)
    await Promise.all([first, second].map((page) => editPlainly(page, count)))
    const found = await plainCount(first)
    return `reading, adding and writing in IndexedDB, without one transaction around it, lost ${2 * count - found} of ${2 * count}`
  } finally {
    await machine.remove()
  }
}
