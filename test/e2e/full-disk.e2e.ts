import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openApp, takePicture, takePictures, type OpenApp } from './app.ts'
import { refuseCopies } from './refuse-copies.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 4 })
  page = app.page
  await page.locator('[data-saving="saved"]').waitFor()
  // the browser's own answer when there is no room, at the place where it gives it
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype
    Object.assign(window, { isDiskFull: true })
    IDBObjectStore.prototype.add = function (...args: Parameters<typeof add>) {
      if ((window as unknown as { readonly isDiskFull: boolean }).isDiskFull) throw new DOMException('no room', 'QuotaExceededError') // set a line above
      return add.apply(this, args)
    }
  })
})

afterAll(() => app.close())

const titles = (column: string): Promise<readonly string[]> => page.getByRole('region', { name: new RegExp(`^${column}, `) }).locator('[data-goal] p:first-of-type').allTextContents()

async function setStatus(title: string, key: string): Promise<void> {
  await page.locator('[data-goal]').filter({ hasText: title }).focus()
  await page.keyboard.press(key)
}

test('[U2] a write that fails is said at once, what was done stays on the screen, and a copy can be saved', async () => {
  await setStatus('Train new users', '6')
  await page.getByRole('alert').getByText('Not saved: the disk is full.').waitFor()
  await expect.poll(() => titles('Done')).toContainEqual(expect.stringContaining('Train new users'))
  expect(await page.getByText('Saved on this computer').count()).toBe(0)
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export the plan' }).click()])
  const copy = await readFile(await download.path(), 'utf8')
  expect(copy).toMatch(/"title":"Train new users[^\n]*"status":"done"/)
})

test('[U2] further edits wait too, and all are written in their order once there is room', async () => {
  await setStatus('Raise the quality', '2')
  await page.getByText('2 changes are still here, in this window.').waitFor()
  await page.evaluate(() => Object.assign(window, { isDiskFull: false }))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.reload()
  await expect.poll(() => titles('Done')).toContainEqual(expect.stringContaining('Train new users'))
  await expect.poll(() => titles('In progress')).toContainEqual(expect.stringContaining('Raise the quality'))
})

test('[U221] what the database took without room for its second copy is not said to be saved, and leaving asks, until there is room', async () => {
  await refuseCopies(page, ['append', 'write'])
  await setStatus('Raise the quality', '6')
  const said = page.getByRole('contentinfo').locator('[data-saving="unsafe"]')
  await said.getByText('Written, but not safe while the disk is full.').waitFor()
  expect(await page.getByText('Saved on this computer').count()).toBe(0)
  // another that isn't safe either is no news: what stands there is not said aloud once more
  const news = await said.evaluateHandle((alert) => {
    const seen: string[] = []
    new MutationObserver((records) => seen.push(...records.map(({ type }) => type))).observe(alert, { attributeFilter: ['role'], childList: true, characterData: true, subtree: true })
    return seen
  })
  await setStatus('Raise the quality', '3')
  await expect.poll(() => titles('Partially done')).toContainEqual(expect.stringContaining('Raise the quality'))
  await said.waitFor()
  expect(await news.jsonValue()).toEqual([])
  await takePictures(page, 'full-disk-copy')
  await page.setViewportSize({ width: 1024, height: 640 })
  await takePicture(page, 'full-disk-copy-small')
  await page.setViewportSize({ width: 1280, height: 800 })
  await refuseCopies(page, [])
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[data-saving="saved"]').waitFor()
  await refuseCopies(page, ['append', 'write'])
  await setStatus('Raise the quality', '2')
  await said.waitFor()
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await refuseCopies(page, [])
  await setStatus('Raise the quality', '3') // and with the next edit what waited is written
  await page.locator('[data-saving="saved"]').waitFor()
  await page.reload()
  await expect.poll(() => titles('Partially done')).toContainEqual(expect.stringContaining('Raise the quality'))
})
