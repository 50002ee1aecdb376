import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePictures } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { detailsOf, expectScreen, serveLastResort, type LastResortSite } from './last-resort-site.ts'

let site: LastResortSite

beforeAll(async () => {
  site = await serveLastResort()
})
afterAll(() => site.close())

const nothingKept = { title: 'The planner cannot keep anything here', focus: 'Try again' }

test.each([
  ['has no IndexedDB', () => void Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'throws as soon as it is asked for IndexedDB',
    () =>
      void Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('no', 'SecurityError')
        },
      }),
  ],
  [
    'opens no database',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    },
  ],
])('[V1] [V13] a browser that %s is told of, with what is safe and what to do', async (_, before) => {
  const page = await site.open({ before })
  await expectScreen(page, nothingKept)
  expect(await detailsOf(page)).toMatch(/^Quarterdeck [\d.]+\nstorage: unavailable\nsecure yes, indexedDB (yes|no), /)
  await page.context().close()
})

test('[V1] a profile that can’t be read or written is told of, with what is safe and what to do', async () => {
  const page = await site.open({
    before: () => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (...args) {
        const request = open.apply(this, args)
        request.addEventListener('upgradeneeded', () => request.transaction?.abort())
        return request
      }
    },
  })
  await expectScreen(page, { title: 'The computer refuses to read or write the plans', focus: 'Try again' })
  expect(await detailsOf(page)).toMatch(/storage: failed \(\w+\)/)
  await page.context().close()
})

test('[V2] a database that does not answer is told of after some seconds, and the planner goes on by itself when it does', async () => {
  const profile = await site.newProfile()
  const other = await site.openBare(profile)
  // a window that was killed in the middle of an upgrade looks like this until the browser has noticed
  await other.evaluate(async () => {
    const request = indexedDB.open('quarterdeck-library', 5)
    await new Promise((upgrading) => request.addEventListener('upgradeneeded', upgrading))
    const store = request.result.createObjectStore('busy')
    let isOver = false
    const keepBusy = (): void => {
      if (isOver) request.transaction?.abort()
      else store.get(1).addEventListener('success', keepBusy)
    }
    keepBusy()
    Object.assign(window, { letGo: () => (isOver = true) })
  })
  const page = await profile.newPage()
  await page.clock.install()
  await page.goto(site.url)
  await page.clock.runFor(3_500)
  await expectScreen(page, { title: 'This takes longer than usual', focus: 'Try again' })
  await page.clock.runFor(9_000)
  await expectScreen(page, { title: 'The computer does not answer', focus: 'Try again' })
  await other.evaluate(() => (window as unknown as { readonly letGo: () => void }).letGo()) // set above
  await page.clock.resume()
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await profile.close()
})

test('[V3] [V14] a window of an older version that holds the database is told of, and the planner goes on when it lets go', async () => {
  const profile = await site.newProfile()
  const older = await site.openBare(profile)
  await older.evaluate(async () => {
    const request = indexedDB.open('quarterdeck-library', 5)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('plans', { keyPath: 'id' })
      request.result.createObjectStore('settings', { keyPath: 'key' })
    })
    await new Promise((opened) => request.addEventListener('success', opened))
    Object.assign(window, { letGo: () => request.result.close() })
  })
  const page = await site.open({ profile })
  await expectScreen(page, { title: 'Another window does not let go of the plans', focus: 'Try again', picture: 'blocked' })
  await older.evaluate(() => (window as unknown as { readonly letGo: () => void }).letGo()) // set above
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await profile.close()
})

test('[V3] a plan that another window does not let go of is told of, with the way to the others, and opens when it does', async () => {
  const profile = await site.newProfile()
  const first = await site.open({ profile })
  await first.getByRole('button', { name: /sample/i }).first().click()
  await first.locator('[data-saving="saved"]').waitFor()
  await first.waitForTimeout(2_000)
  const address = first.url()
  await first.close()
  const older = await site.openBare(profile)
  await older.evaluate(async () => {
    const name = 'quarterdeck-plan-sample-tec3'
    await new Promise((gone) => indexedDB.deleteDatabase(name).addEventListener('success', gone))
    const request = indexedDB.open(name, 10)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('commits', { keyPath: 'seq', autoIncrement: true })
      request.result.createObjectStore('checkpoints', { keyPath: 'part' })
    })
    await new Promise((opened) => request.addEventListener('success', opened))
    Object.assign(window, { letGo: () => request.result.close() })
  })
  const page = await profile.newPage()
  await page.goto(address)
  await expectScreen(page, { title: 'Another window does not let go of the plans', focus: 'Try again' })
  await expect.poll(() => page.getByRole('button', { name: 'All plans' }).count()).toBe(1)
  expect(page.url()).toBe(address)
  await older.evaluate(() => (window as unknown as { readonly letGo: () => void }).letGo()) // set above
  await page.locator('[data-goal]').first().waitFor()
  await profile.close()
})

test('[V4] [V5] a window whose database a newer version takes over says so and keeps what is unsaved; it leaves alone what is newer', async () => {
  const profile = await site.newProfile()
  const page = await site.open({ profile })
  page.on('dialog', (dialog) => void dialog.accept()) // the browser asks before a page with unsaved edits goes
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-saving="saved"]').waitFor()
  const newer = await site.openBare(profile)
  await newer.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      const request = indexedDB.open(name, 9_990)
      await new Promise((opened) => request.addEventListener('success', opened))
      request.result.close()
    }
  })
  const notice = page.getByRole('dialog', { name: 'A newer version of the planner runs in another window' })
  await notice.waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'last-resort/outdated')
  await notice.getByRole('button', { name: 'Later' }).click()
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('2')
  await page.getByText('Not saved: a newer version').waitFor()
  await page.reload()
  await expectScreen(page, { title: 'A newer version of the planner has used these plans', focus: 'Try again' })
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('quarterdeck.outbox')))).toHaveLength(1)
  expect(new Set(await newer.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version)))).toEqual(new Set([9_990]))
  expect(page.url()).toContain('#/plan:sample-tec3')
  await profile.close()
})

/** In a page: the browser's own answer where there is no room, at the place where it gives it, until `room` is set. */
function fillDisk(): void {
  for (const name of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (...args: Parameters<typeof write>) {
      if (!localStorage.getItem('room')) throw new DOMException('no room', 'QuotaExceededError')
      return write.apply(this, args)
    }
  }
}

test('[V6] a disk that is full at the first start is told of, and once there is room the planner starts', async () => {
  const page = await site.open({ before: fillDisk })
  await expectScreen(page, { title: 'There is no room left to save in', focus: 'Try again', picture: 'full' })
  await page.evaluate(() => localStorage.setItem('room', 'yes'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'New plan' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test('[V6] with a full disk a plan that is here opens, and what is done in it is said to be unsaved and can be saved as a copy', async () => {
  const profile = await site.newProfile()
  const before = await site.open({ profile })
  await before.getByRole('button', { name: /sample/i }).first().click()
  await before.locator('[data-saving="saved"]').waitFor()
  const address = before.url()
  await before.close()
  const page = await profile.newPage()
  await page.addInitScript(fillDisk)
  await page.goto(address)
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('2')
  await page.getByRole('alert').getByText('Not saved: the disk is full.').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Export the plan' }).count()).toBe(1)
  await profile.close()
})

test('[V18] a database that fails while a plan is open leaves the plan on the screen, and a copy of it can be saved', async () => {
  const page = await site.open()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
    const { add } = IDBObjectStore.prototype
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.add = add) })
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no', 'UnknownError')
    }
  })
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('2')
  await page.getByText('Not saved: the computer refused to write.').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export the plan' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.plan\.json$/)
  await page.evaluate(() => (window as unknown as { readonly mend: () => void }).mend()) // set above
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[data-saving="saved"]').waitFor()
  await page.context().close()
})
