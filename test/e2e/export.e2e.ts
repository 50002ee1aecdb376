import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { addChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { openApp, saved, type OpenApp } from './app.ts'
import { exportedSet } from './export-plan.ts'
import { openSet } from './open-text.ts'

/** What a test says in the place of the browser's dialog for saving: the last one that was asked for waits for it. */
type Answer = (said: Said) => void
/** A name; null gives up. `isRefused` for a place where nothing may be written. */
type Said = { readonly name: string; readonly isRefused?: boolean } | null

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp()
  page = app.page
  const common = await exportedSet(page)
  const at = formatStamp({ ms: Date.now(), counter: 0, writer: 'ssssssssss0' })
  await page.evaluate(() => {
    const ask = (): Promise<unknown> => {
      const picked = Promise.withResolvers<unknown>()
      const file = ({ name, isRefused = false }: NonNullable<Said>): unknown => ({
        name,
        createWritable: async () => {
          if (isRefused) throw new DOMException('', 'NotAllowedError')
          return { write: async () => undefined, close: async () => undefined }
        },
      })
      const answer: Answer = (said) => (said === null ? picked.reject(new DOMException('', 'AbortError')) : picked.resolve(file(said)))
      Object.assign(globalThis, { answer })
      return picked.promise
    }
    Object.assign(globalThis, { showSaveFilePicker: ask })
  })
  await openSet(page, 'theirs.plan.json', addChanges(common, [{ at, on: 'goal:sample-trainings', set: { title: 'Train them all' } }]).set)
  await page.getByRole('button', { name: /^Merge \d/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await exchange().waitFor()
})

afterAll(() => app.close())

const dialog = (): Locator => page.locator('[data-overlay]')
const exchange = (): Locator => page.getByRole('main', { name: 'Exchange' })
const isAsked = (): Promise<unknown> => page.waitForFunction(() => 'answer' in globalThis)

async function say(what: Said): Promise<void> {
  await page.evaluate((said) => {
    const { answer } = globalThis as unknown as { readonly answer: Answer }
    Reflect.deleteProperty(globalThis, 'answer')
    answer(said)
  }, what)
}

/** What the question before a merge is taken back says that it will do. */
async function takingBackSays(words: RegExp): Promise<void> {
  await exchange().getByRole('button', { name: /^Take back/ }).click()
  await dialog().getByText(words).waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

test('[U189] while a person looks for a place for the file, what it holds counts as out; once they gave up, it does not', async () => {
  await takingBackSays(/as if the file had never come/)
  await page.keyboard.press('Control+e')
  await isAsked()
  await takingBackSays(/^The plan may have gone out as tec3-/)
  await say(null)
  await takingBackSays(/as if the file had never come/)
  await expect.poll(() => exchange().getByText('Exported').count()).toBe(1) // before the merge
})

test('[U189] a file that could not be written has not left, and that is told', async () => {
  await page.keyboard.press('Control+e')
  await isAsked()
  await say({ name: 'refused.plan.json', isRefused: true })
  await dialog().getByText(/refused\.plan\.json/).waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await takingBackSays(/as if the file had never come/)
  await expect.poll(() => exchange().getByText('Exported').count()).toBe(1) // before the merge
})

test('[U189] a file that was saved is listed under the name that it was given, also after a reload', async () => {
  await page.keyboard.press('Control+e')
  await isAsked()
  await page.keyboard.press('Control+e') // impatient
  await say({ name: 'for-sre.plan.json' })
  await exchange().getByText('for-sre.plan.json').first().waitFor()
  await saved(page)
  await expect.poll(() => exchange().getByText('Exported').count()).toBe(2)
  await page.reload()
  await exchange().getByText(/^went out with for-sre.plan.json/).waitFor()
  await takingBackSays(/^The plan went out as for-sre.plan.json/)
  expect(app.complaints).toEqual([])
})
