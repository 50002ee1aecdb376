import type { Locator, Page } from 'playwright-core'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { writeWikitext } from '../../shared/wikitext/write-wikitext.ts'
import { hostileYear } from '../shared/report/hostile-year.ts'
import { openText } from './open-text.ts'

type Look = (name: string) => Promise<void>

/** Goes through every screen, dialog and sheet of a plan in which these texts stand in every field, and has each looked at. */
export async function walk({ page, texts, plan, look }: { readonly page: Page; readonly texts: readonly string[]; readonly plan: PlanId; readonly look: Look }): Promise<void> {
  const { mine, theirs } = hostileYear(texts, plan)
  const [first = '', second = ''] = texts
  await openText(page, 'mine.plan.json', fileOf(mine, first))
  const walker: Walker = { page, look, press: async (...keys) => { for (const key of keys) await page.keyboard.press(key) } }
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await onTheBoard(walker)
  await inTheTree(walker)
  await inTheCheckIn(walker)
  await amongTeams(walker)
  await inTheInsights(walker)
  await turning(walker)
  await keepSnapshot(walker)
  await merging(walker, fileOf(theirs, second))
  await amongSnapshots(walker)
  await amongBackups(walker)
  await inTheHistory(walker)
  await onPaper(walker)
  await inTheSettings(walker)
  await readingPages(walker, { wikitext: writeWikitext(createView(theirs)), texts })
  await walker.press('g', 's')
  await page.locator('[data-opens]').first().waitFor()
  await look('start')
}

interface Walker {
  readonly page: Page
  readonly look: Look
  readonly press: (...keys: readonly string[]) => Promise<void>
}

function fileOf(set: ChangeSet, name: string): string {
  return writePlanFile({ set, by: { replica: 'tttttttttt', name: name.slice(0, 60) }, at: '2018-12-06T16:42:00.000Z', app: name.slice(0, 40) })
}

const overlay = (page: Page): Locator => page.locator('[data-overlay]')
const main = (page: Page, name: string): Locator => page.getByRole('main', { name })

async function leave({ page, press }: Walker): Promise<void> {
  await press('Escape')
  await overlay(page).waitFor({ state: 'detached' })
}

async function onTheBoard(walker: Walker): Promise<void> {
  const { page, look, press } = walker
  const card = page.locator('[data-goal]').first()
  await card.waitFor()
  await look('board')
  await press('Control+k')
  await page.locator('[data-overlay] [role="option"]').first().waitFor()
  await look('palette')
  await leave(walker)
  for (const [key, name] of [['4', 'reason'], ['m', 'move'], ['n', 'note']] as const) {
    await card.focus()
    await press(key)
    await page.locator('[data-overlay], aside textarea:focus').first().waitFor()
    await look(name)
    await press('Escape')
    await overlay(page).waitFor({ state: 'detached' })
  }
  await card.focus()
  await press('Enter')
  const panel = page.getByRole('complementary')
  await panel.waitFor()
  await look('goal')
  await panel.getByRole('button', { name: 'What changed' }).click()
  await look('goal history')
  await press('Escape')
  await panel.waitFor({ state: 'detached' })
}

async function inTheTree({ page, look, press }: Walker): Promise<void> {
  await press('g', 'p')
  await page.getByRole('treegrid').waitFor()
  await page.getByRole('row').first().focus()
  await look('plan')
  await page.getByRole('treegrid').hover()
  for (const turn of ['second', 'third']) {
    await page.mouse.wheel(0, 600)
    await look(`plan, ${turn} page`)
  }
  await press('End')
  await look('plan, end')
}

async function inTheCheckIn({ page, look, press }: Walker): Promise<void> {
  await press('g', 'c')
  await page.locator('[data-checkin-pane]').waitFor()
  await look('check-in')
  await press('Alt+a')
  await look('check-in of several')
  await press('Alt+Enter')
  await look('check-in summary')
}

async function amongTeams({ page, look, press }: Walker): Promise<void> {
  await press('g', 't')
  await main(page, 'Teams').waitFor()
  await look('teams')
  await page.getByRole('radio', { name: 'Owners' }).click()
  await look('owners')
}

async function inTheInsights({ page, look, press }: Walker): Promise<void> {
  await press('g', 'i')
  const screen = main(page, 'Insights')
  await screen.getByRole('figure').first().waitFor()
  await look('insights')
  const tables = screen.getByRole('button', { name: 'Show as table' })
  for (const table of await tables.all()) await table.click()
  for (const chart of await screen.getByRole('application').all()) {
    await chart.focus()
    await press('End', 'ArrowUp', 'Enter')
    await look(`insights, ${await chart.getAttribute('aria-label')}`)
    await press('Escape')
  }
}

async function turning({ page, look, press }: Walker): Promise<void> {
  await press('g', 'q')
  const screen = main(page, 'Turn the quarter')
  await screen.getByRole('listitem').first().waitFor()
  await look('turn')
  for (const button of await screen.getByRole('button', { expanded: false }).all()) await button.click()
  await look('turn, all')
  await screen.focus()
  await press('Control+Enter')
  await screen.getByText('Q2 is turned').waitFor()
  await look('turned')
  await press('Control+z')
  await screen.getByRole('listitem').first().waitFor()
}

async function keepSnapshot({ page, press }: Walker): Promise<void> {
  await press('Control+Shift+s')
  await page.getByText(/^Kept a snapshot/).first().waitFor()
}

async function merging({ page, look, press }: Walker, theirs: string): Promise<void> {
  await openText(page, 'theirs.plan.json', theirs)
  await overlay(page).getByRole('button', { name: /^Merge \d/ }).waitFor()
  await look('merge')
  await press('End')
  await look('merge, end')
  await press('Control+Enter')
  await overlay(page).waitFor({ state: 'detached' })
  await press('g', 'e')
  await page.locator('[data-conflict]').first().waitFor()
  await look('exchange')
  await press('End')
  await look('exchange, end')
}

async function amongSnapshots({ page, look, press }: Walker): Promise<void> {
  await press('g', 'n')
  await page.locator('[data-snapshot]').first().focus()
  await press('Space', 'ArrowDown', 'Space')
  await main(page, 'Snapshots').getByRole('heading', { name: /compared with/ }).waitFor()
  await look('snapshots')
}

async function amongBackups({ page, look, press }: Walker): Promise<void> {
  await press('g', 'k')
  const screen = main(page, 'Backups')
  await screen.locator('[data-backup]').first().focus()
  await press('Space')
  await screen.getByRole('heading', { name: /^What has changed/ }).waitFor()
  await look('backups')
  await screen.getByRole('button', { name: 'Restore…' }).click()
  await overlay(page).waitFor()
  await look('restore')
  await press('Escape')
  await overlay(page).waitFor({ state: 'detached' })
}

async function inTheHistory({ page, look, press }: Walker): Promise<void> {
  await press('g', 'h')
  const screen = main(page, 'History')
  await screen.getByRole('slider').focus()
  await press('ArrowLeft')
  await look('history')
  await screen.locator('[data-past-goal]').first().click()
  await look('history of a goal')
  await press('Escape')
  await screen.getByRole('radio', { name: 'Plan' }).click()
  await look('history, plan')
  await screen.getByRole('radio', { name: 'What changed' }).click()
  await look('history, what changed')
}

async function onPaper({ page, look, press }: Walker): Promise<void> {
  await press('g', 'r')
  await page.locator('[data-report-goal]').first().waitFor()
  await look('report')
  const print = async (name: string): Promise<void> => {
    await page.emulateMedia({ media: 'print' })
    await look(name)
    await page.emulateMedia({ media: null })
    // as the browser says when the sheet has gone out: what is looked at in no time at all, no change of media tells of
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  }
  await print('report on paper')
  await press('g', 'b')
  await page.locator('[data-goal]').first().focus()
  await press('Control+p')
  await page.locator('[data-sheet="board"]').waitFor({ state: 'attached' })
  await print('board on paper')
  await page.locator('[data-sheet]').first().waitFor({ state: 'detached' })
  await page.locator('[data-goal]').first().focus()
  await press('Enter')
  await page.locator('aside:focus, aside :focus').waitFor()
  await press('Control+p')
  await page.locator('[data-sheet="goal"]').waitFor({ state: 'attached' })
  await print('goal on paper')
  await page.locator('[data-sheet]').first().waitFor({ state: 'detached' })
  await press('Escape')
}

async function inTheSettings(walker: Walker): Promise<void> {
  const { page, look, press } = walker
  await press('Control+k')
  await page.locator('[data-overlay] :focus').waitFor()
  await page.keyboard.type('plan settings')
  await press('Enter')
  await page.getByRole('dialog', { name: 'Plan settings' }).waitFor()
  await look('plan settings')
  await leave(walker)
}

async function readingPages(walker: Walker, { wikitext, texts }: { readonly wikitext: string; readonly texts: readonly string[] }): Promise<void> {
  const { page, look } = walker
  const line = (text: string): string => text.replaceAll(/\s+/g, ' ')
  const bullets = texts.map((text) => `* ${line(text)} {{${line(text)}}}\n** [https://hostile.example/${encodeURIComponent(text)} ${line(text)}]`)
  const source = ['== Program Goals and Status for FY18/19 ==', `* '''Goal Owner''': ${texts[3]}`, "* '''Annual Plan''': TEC9 Hostile", '== Q2 ==', `=== Outcome 1 / Output 1.1 (${line(texts[4] ?? '')}) ===`, line(texts[5] ?? ''), '==== Goals ====', ...bullets, '==== Status ====', '===== Note: October 2, 2018 =====', ...texts.map((text) => `* ${line(text)}`), '']
  await openText(page, 'own.wiki', wikitext)
  await overlay(page).getByText(/Read as wikitext/).waitFor()
  await look('own wikitext')
  await leave(walker)
  await openText(page, 'page.wiki', source.join('\n'))
  await overlay(page).waitFor()
  await look('wiki page')
  await leave(walker)
}
