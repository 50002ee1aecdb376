import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOfContent } from '../../shared/file/digest.ts'
import { saved, setUpComputer, takePictures, type Computer, type OpenApp } from './app.ts'
import { contentOf, exportPlan } from './export-plan.ts'
import { axeInBothThemes } from './axe-complaints.ts'

type Raw = Record<string, unknown>

let computer: Computer
let app: OpenApp
let page: Page
let cdp: CDPSession
let folder: string
/** The plan as this computer exports it before anything strange comes. */
let whole: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-strange-'))
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })
  page = app.page
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  cdp = await app.context.newCDPSession(page)
  await saved(page)
  whole = await exported()
})

afterAll(async () => {
  await computer.remove()
  await rm(folder, { recursive: true })
})

const dialog = (): Locator => page.locator('[data-overlay]')

/** Lets go of a file over the window, as the system does when a person drags one there. */
async function drop(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, content)
  const at = { x: 700, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...at })
  await dialog().waitFor()
}

async function exported(): Promise<string> {
  return (await exportPlan(page)).text
}

/** The file with something in it changed and a digest that fits, full of stamps 20 hours ahead, which a clock would follow. */
function altered(change: (raw: Raw, goal: Raw) => void): string {
  const ahead = (Date.now() + 20 * 3_600_000).toString(36).padStart(10, '0')
  const raw = JSON.parse(whole) as Raw // the app wrote it
  const goals = raw['goals'] as Raw[]
  const [goal = {}] = goals
  goal['at'] = { '*': `${ahead}-000-bbbbbbbbbb0` }
  change(raw, goal)
  const { digest: _, ...rest } = raw
  return JSON.stringify({ ...rest, digest: digestOfContent(rest) })
}

const strange: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
  ['deep.plan.json', () => `{"format":"annual-plan","x":${'['.repeat(5_000_000)}`, /The file nests deeper than 32 levels\./],
  ['empty.plan.json', () => '', /The file is empty\./],
  ['null.plan.json', () => 'null', /it is JSON, but not an object\./],
  ['list.plan.json', () => '[]', /it is JSON, but not an object\./],
  ['half.plan.json', () => whole.slice(0, whole.length / 2), /line \d+: the file ends there, too early: it was cut off\./],
  ['utf-16.plan.json', () => new Uint8Array(Buffer.from(`\ufeff${whole}`, 'utf16le')), /This is text in UTF-16; save it as UTF-8\./],
  ['utf-16-bare.plan.json', () => new Uint8Array(Buffer.from(whole, 'utf16le')), /This is text in UTF-16; save it as UTF-8\./],
  ['cp1251.plan.json', () => new Uint8Array(Buffer.concat([Buffer.from(whole.slice(0, 500)), Buffer.from([0xd1, 0xee, 0xe1]), Buffer.from(whole.slice(500))])), /The file is not text in UTF-8\./],
  ['zeros.plan.json', () => new Uint8Array(4_096), /line 1, column 1: .+ can't stand there/],
  ['git.plan.json', () => whole.replace(' "goals": [', '<<<<<<< HEAD\n "goals": ['), /line \d+: "<<<<<<< HEAD" was left there by git/],
  ['large.plan.json', () => new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20), /The file is larger than 64 MB\./],
  ['next-year.plan.json', () => altered((raw) => (raw['version'] = 2)), /version: 2 is newer than this app understands/],
  ['twice.plan.json', () => whole.replace('"status":"done"', '"status":"done","status":"todo"'), /goals\[\d+\]\.status: it stands there twice/],
  ['status.plan.json', () => altered((_, goal) => (goal['status'] = 'Finished')), /goals\[0\]\.status: "Finished" is not a status\./],
  ['february.plan.json', () => altered((raw) => Object.assign((raw['notes'] as Raw[])[0] ?? {}, { date: '2018-02-31' })), /notes\[0\]\.date: "2018-02-31" is not a day/],
  ['title.plan.json', () => altered((_, goal) => (goal['title'] = '<b>x</b>'.repeat(131_072))), /goals\[0\]\.title: "<b>x<\/b>.+… is not text of at most 1000 characters\./],
  ['proto.plan.json', () => altered((_, goal) => Object.defineProperty(goal, '__proto__', { value: { status: 'done' }, enumerable: true })), /"__proto__" is not the name of a field\./],
  ['surrogate.plan.json', () => altered((_, goal) => (goal['title'] = '\ud800')), /goals\[0\]\.title: "\\ud800" is not text/],
  ['stamp.plan.json', () => altered((_, goal) => (goal['at'] = { '*': 'zzzzzzzzzz-zzz-bbbbbbbbbb0' })), /goals\[0\]\.at\.\*: .+ is not a stamp\./],
]

// a browser stops a page that downloads one file after the other, so the plan is exported after some of them
test.each([
  ['with nothing in it, or cut off', 0, 5],
  ['in other encodings, or damaged', 5, 10],
  ['too large, of a newer version, or ambiguous', 10, 15],
  ['with values that can not be', 15, strange.length],
])('[U170] files %s, dropped on the window, are refused with what is wrong and where, and the plan that is exported then is the same to the last byte', async (_, from, to) => {
  for (const [name, content, reason] of strange.slice(from, to)) {
    await drop(name, content())
    await dialog().getByRole('heading', { name: `${name} was not opened` }).waitFor()
    const said = (await dialog().textContent()) ?? ''
    expect(said).toMatch(reason)
    expect(said).toContain('Nothing was changed.')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  }
  expect(contentOf(await exported())).toBe(contentOf(whole))
})

test('[U170] the message is free of violations, in light and dark', async () => {
  await drop('status.plan.json', altered((_, goal) => (goal['status'] = 'Finished')))
  await takePictures(page, 'file-refused')
  expect(await axeInBothThemes(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
})

test('[U170] after all of them the clock is where it was: what is written next is stamped now', async () => {
  const from = Date.now()
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('5')
  await page.keyboard.press('Escape') // asked why
  await saved(page)
  const stamps = [...(await exported()).matchAll(/\b(00[0-9a-z]{8})-[0-9a-z]{3}-[0-9a-z]{11}\b/g)].map(([, ms = '']) => Number.parseInt(ms, 36))
  expect(Math.max(...stamps)).toBeGreaterThanOrEqual(from)
  expect(Math.max(...stamps)).toBeLessThanOrEqual(Date.now())
})

test('[U171] a file is opened as a copy: a plan of its own, with the other as it was', async () => {
  const before = await exported()
  await drop('by-hand.plan.json', before.replace('"title":"TEC3 Deployment Pipeline"', '"title":"Another pipeline"'))
  await dialog().getByRole('button', { name: 'As a copy' }).click()
  await page.getByText('Opened Copy of Another pipeline: a plan of its own, which no file of the other merges into').waitFor()
  await page.locator('[data-goal]').first().waitFor()
  await takePictures(page, 'opened-as-copy')
  const copy = await exported()
  const ids = (text: string): readonly string[] => [...text.matchAll(/"id":"((?!replica|conflict)[^"]+)"/g)].map(([, id = '']) => id)
  expect(ids(copy).length).toBe(ids(before).length)
  expect(ids(copy).filter((id) => copy.includes(id) && before.includes(`"${id}"`))).toEqual([])
  await expect.poll(() => page.title()).toContain('Copy of Another pipeline')
  await page.goto(`${computer.url}#/`)
  await page.getByRole('region', { name: 'Begin' }).waitFor()
  await page.getByText('Copy of Another pipeline').first().waitFor()
  await page.getByText('TEC3 Deployment Pipeline').first().click()
  await page.locator('[data-goal]').first().waitFor()
  expect(contentOf(await exported())).toBe(contentOf(before))
  expect(app.complaints).toEqual([])
})
