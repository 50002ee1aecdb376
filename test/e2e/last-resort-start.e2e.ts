import { afterAll, beforeAll, expect, test } from 'vitest'
import { notRunningText } from '../../renderer/text/last-resort.ts'
import { takePictures } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { detailsOf, expectScreen, serveLastResort, type LastResortSite } from './last-resort-site.ts'

let site: LastResortSite

beforeAll(async () => {
  site = await serveLastResort()
})
afterAll(() => site.close())

test('[V7] without local storage, channels between windows and a storage manager the planner works', async () => {
  const page = await site.open({
    before: () => {
      const refuse = {
        get: () => {
          throw new DOMException('no', 'SecurityError')
        },
      }
      Object.defineProperty(window, 'localStorage', refuse)
      Object.defineProperty(window, 'sessionStorage', refuse)
      Object.defineProperty(navigator, 'storage', { value: undefined })
      Reflect.deleteProperty(window, 'BroadcastChannel')
    },
  })
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('2')
  await page.locator('[data-saving="saved"]').waitFor()
  await page.reload()
  await page.locator('[data-goal]').first().waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test.each([
  ['an address that is not secure', 'The planner cannot work at this address', true],
  ['a browser without Web Locks', 'The planner cannot keep two windows apart here', false],
])('[V8] at %s the planner does not start, and says why', async (_, title, isInsecure) => {
  const profile = await site.newProfile()
  await profile.addInitScript((insecure) => {
    Object.defineProperty(navigator, 'locks', { value: undefined })
    if (insecure) Object.defineProperty(window, 'isSecureContext', { value: false })
  }, isInsecure)
  const page = await site.open({ profile })
  await expectScreen(page, { title, focus: 'Try again' })
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  await profile.close()
})

test('[V9] [V14] a seventeenth window says what it waits for, and starts when another is closed', async () => {
  const profile = await site.newProfile()
  const others = await site.openBare(profile)
  await others.evaluate(() => {
    for (let slot = 0; slot < 16; slot += 1) void navigator.locks.request(`quarterdeck-writer-${slot}`, () => new Promise(() => undefined))
  })
  const page = await profile.newPage()
  await page.clock.install()
  await page.goto(site.url)
  await page.clock.runFor(3_500)
  await expectScreen(page, { title: 'Too many windows of the planner are open', focus: 'Try again' })
  await others.close()
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await profile.close()
})

test.each([
  ['is not there', 404, ''],
  ['throws at once', 200, 'throw new Error("of ours")'],
])('[V10] where the script of the planner %s, a person reads a sentence after some seconds', async (_, status, body) => {
  const profile = await site.newProfile()
  await profile.route('**/assets/index-*.js', (route) => route.fulfill({ status, body, contentType: 'text/javascript' }))
  const page = await site.open({ profile })
  const words = page.getByRole('alert').getByRole('heading', { name: notRunningText.title })
  expect(await words.count()).toBe(0) // not while a slow start may only be slow
  const delays = await page.evaluate(() => document.getAnimations().map((animation) => [animation.effect?.getTiming().delay, animation.finish()][0]))
  expect(delays).toEqual([4_000])
  await words.waitFor()
  await expect.poll(() => page.getByRole('alert').innerText()).toBe(`${notRunningText.title}\n\n${notRunningText.text}`)
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'last-resort/no-script')
  await profile.unroute('**/assets/index-*.js')
  await page.getByRole('link', { name: notRunningText.reload }).click()
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  await profile.close()
})

test('[V11] [V13] a start that throws is told of, by codes and never by what was written', async () => {
  const page = await site.open({
    before: () => {
      crypto.getRandomValues = () => {
        Reflect.deleteProperty(crypto, 'getRandomValues') // the one of its prototype is there again
        throw new RangeError('a plan of mine')
      }
    },
  })
  await expectScreen(page, { title: 'The planner could not start', focus: 'Try again', picture: 'not-started' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy details' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const details = await page.locator('[data-last-resort] pre').innerText()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(details)
  expect(details).toMatch(/thrown: RangeError\n {2}index-[\w-]+\.js:\d+:\d+/)
  expect(details).not.toContain('a plan of mine')
  await page.context().close()
})

test('[V12] [V13] after a fault while drawing the plan can still be saved to a file, and the details say nothing of it', async () => {
  const page = await site.open()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
    const { toSorted } = Array.prototype
    Object.assign(window, { mend: () => (Array.prototype.toSorted = toSorted) })
    Array.prototype.toSorted = () => {
      throw new RangeError('a plan of mine')
    }
  })
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expectScreen(page, { title: 'The planner has stumbled', focus: 'Go on', picture: 'mishap' })
  await page.evaluate(() => (window as unknown as { readonly mend: () => void }).mend()) // set above
  expect(await detailsOf(page)).not.toContain('a plan of mine')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export the plan' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.plan\.json$/)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.context().close()
})

test('[V15] a browser that has not promised to keep plans is said to, with what to do, where there are plans', async () => {
  const page = await site.open()
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  const words = page.getByText('This browser has not promised to keep your plans')
  expect(await words.count()).toBe(0)
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Pipeline')
  await page.keyboard.press('Enter')
  await page.locator('[data-saving="saved"]').waitFor()
  await page.goto(site.url)
  await page.reload()
  await words.waitFor()
  await takePictures(page, 'last-resort/not-kept')
  await page.context().close()
})
