import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, saved, takePictures } from './app.ts'

let app: Awaited<ReturnType<typeof openApp>>
let page: Page
let other: Page

beforeAll(async () => {
  app = await openApp({ quarter: 4, viewport: { width: 1280, height: 1_200 } })
  page = app.page
  await saved(page)
  other = await app.context.newPage()
  other.setDefaultTimeout(8_000)
  await other.goto(page.url())
  await other.locator('[data-goal]').first().waitFor()
  await page.bringToFront()
  await page.getByRole('main', { name: 'Board' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await pane().waitFor()
})

afterAll(async () => {
  await app.close()
})

const pane = (): Locator => page.locator('[data-checkin-pane]')
const title = (): Promise<string> => pane().getByRole('heading', { level: 2 }).innerText()
const note = (): Locator => pane().getByRole('textbox', { name: 'Note', exact: true })
const cardThere = (name: string): Locator => other.locator('[data-goal]').filter({ hasText: name })

test('[N35] what is typed stays with its goal while another window deletes it, and is there when it is brought back', async () => {
  await expect.poll(title).toContain('Graph where test time goes')
  await page.keyboard.type('The graphs are ')
  await cardThere('Graph where test time goes').click()
  await other.getByRole('complementary', { name: /^Goal: / }).getByRole('button', { name: 'More actions' }).click()
  await other.getByRole('menuitem', { name: 'Delete' }).click()
  await pane().getByText('This goal was deleted meanwhile', { exact: false }).waitFor()
  await page.keyboard.type('half drawn.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Not saved: what the note is about is gone', { exact: false }).first().waitFor()
  await expect.poll(async () => [await title(), await note().inputValue()]).toEqual(['Graph where test time goes and rank what to improve', 'The graphs are half drawn.'])
  await note().and(page.locator(':focus')).waitFor()
  await takePictures(page, 'checkin-gone')
  // on to the next one, in whose note nothing stands, and back
  await page.keyboard.press('Alt+n')
  await expect.poll(title).toContain('Prepare the pipeline')
  expect(await note().inputValue()).toBe('')
  await page.keyboard.press('Alt+ArrowLeft')
  await pane().getByRole('button', { name: 'Bring it back' }).click()
  await expect.poll(() => pane().innerText()).not.toContain('This goal was deleted')
  await page.keyboard.press('Control+Enter')
  await expect.poll(title).toContain('Prepare the pipeline')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => pane().innerText()).toContain('The graphs are half drawn.')
})

test('[N35] a goal that another window moves to another quarter keeps what is typed, and can still be told of', async () => {
  await expect.poll(title).toContain('Graph where test time goes')
  await page.keyboard.press('Alt+n')
  await expect.poll(title).toContain('Prepare the pipeline')
  await page.keyboard.type('Ideas are ')
  await cardThere('Prepare the pipeline').dragTo(other.getByRole('radio', { name: /^Q3/ }))
  await pane().getByText('This goal is no longer asked about in June', { exact: false }).waitFor()
  await page.keyboard.type('gathered.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(title).toContain('Every goal has a note for June')
  await expect.poll(() => pane().innerText()).toContain('2 notes were written just now.')
})
