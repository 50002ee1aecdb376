import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createView } from '../../shared/plan/plan-index.ts'
import { writeReport } from '../../shared/report/write-report.ts'
import { bigPlan } from '../bench/big-plan.ts'
import { hostilePlan } from '../shared/report/hostile-plan.ts'
import { hostileStrings } from '../shared/report/hostile-strings.ts'
import { reportOf } from '../shared/report/report-at-hand.ts'
import { setUpComputer, takePicture, type Computer, type OpenApp } from './app.ts'
import { openSet } from './open-text.ts'

const hostile = hostilePlan(hostileStrings)
const harmless = hostilePlan(hostileStrings.map((_, index) => `Harmless ${index}`))
let folder: string
let computer: Computer
let app: OpenApp
/** Requests that went to somewhere else than the planner. */
const foreign: string[] = []
const dialogs: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-hostile-'))
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })
  await app.context.route(/^(?!http:\/\/127\.0\.0\.1|file:)/, (route) => {
    foreign.push(route.request().url())
    return route.abort()
  })
  watch(app.page)
})

afterAll(async () => {
  await computer.remove()
  await rm(folder, { recursive: true })
})

function watch(page: Page): void {
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
}

/** What a page is made of, and what ran in it: how often each element with these attributes occurs. */
async function madeOf(page: Page, name: string, html: string): Promise<Readonly<Record<string, number>>> {
  const path = join(folder, `${name}.html`)
  await writeFile(path, html)
  await page.goto(pathToFileURL(path).href)
  // what would run by itself, on focus, or when it is pointed at
  for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key)
  await page.mouse.move(400, 300)
  return page.evaluate(() => {
    const counts: Record<string, number> = {}
    for (const element of document.querySelectorAll('*')) {
      const kind = [element.tagName, ...[...element.attributes].map((attribute) => attribute.name)].join(' ')
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    return counts
  })
}

function ranIn(page: Page): Promise<boolean> {
  return page.evaluate(() => 'hostile' in window)
}

test('[R36] a page in HTML with hostile texts runs nothing, asks for nothing and has no element but those of a harmless one, with its policy and without', async () => {
  const page = await app.context.newPage()
  watch(page)
  const written = (set: typeof hostile, notes: boolean): string => writeReport(reportOf(createView(set), { scope: 2, notes, today: '2018-12-06' }), 'html')
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
  const expected = await madeOf(page, 'harmless', written(harmless, false))
  expect(expected['LI data-goal']).toBe(400)
  expect(await madeOf(page, 'hostile', written(hostile, false))).toEqual(expected)
  const bare = written(hostile, false).replace(policy, '')
  expect(bare).not.toContain('Content-Security-Policy" content="default-src')
  expect(await madeOf(page, 'bare', bare)).toEqual(Object.fromEntries(Object.entries(expected).filter(([kind]) => kind !== 'META http-equiv content')))
  const noted = await madeOf(page, 'noted', written(hostile, true).replace(policy, ''))
  expect(Object.keys(noted).filter((kind) => /SCRIPT|IMG|IFRAME|SVG|FORM|INPUT|LINK|STYLE .|BASE|OBJECT|EMBED| on/.test(kind))).toEqual([])
  expect(await page.evaluate(() => [...document.links].map((link) => [link.protocol, link.rel].join(' ')).filter((kind) => !/^(?:https?|mailto): noopener noreferrer$/.test(kind)))).toEqual([])
  expect(await ranIn(page)).toBe(false)
  expect([foreign, dialogs]).toEqual([[], []])
  await page.screenshot({ path: join(folder, 'hostile.png') })
  await page.close()
})

test('[R36] in the app the same texts run nothing and ask for nothing, on the report, the board, the tree and a goal', async () => {
  const { page } = app
  await openSet(page, 'hostile.plan.json', hostile)
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.locator('[data-goal]').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const goals = page.locator('[data-report-goal]')
  await goals.first().waitFor()
  const folded = page.getByRole('button', { name: /^Show all/ })
  // each becomes one that shows fewer
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click()
  await expect.poll(() => goals.count()).toBe(400)
  await takePicture(page, 'report-hostile')
  expect(await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
  expect(await page.getByRole('main').evaluate((main) => [...main.querySelectorAll('script, img, iframe, form, object, embed, style, link, base, svg script, [onerror], [onload], [onclick]')].length)).toBe(0)
  await goals.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('treegrid').waitFor()
  expect(await ranIn(page)).toBe(false)
  expect([foreign, dialogs, app.complaints]).toEqual([[], [], []])
})

test('[R37] the report of ten thousand goals can be read, unfolded and left while it is made', async () => {
  const { page } = app
  await openSet(page, 'large.plan.json', bigPlan({ goals: 10_000 }))
  await page.getByRole('banner').getByText('A plan of 10000 goals').waitFor({ timeout: 60_000 })
  await page.getByRole('radio', { name: /^Year/ }).click()
  await page.locator('[data-goal]').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  // the screen is there before the report is
  await page.getByRole('main', { name: 'Report' }).waitFor()
  await page.getByText(/^10000 goals: /).waitFor({ timeout: 60_000 })
  expect(await page.locator('[data-report-goal]').count()).toBeLessThan(400)
  await page.getByRole('button', { name: /^Show all/ }).first().click()
  await expect.poll(() => page.locator('[data-report-goal]').count()).toBeGreaterThan(500)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.locator('[data-goal]').first().waitFor()
})
