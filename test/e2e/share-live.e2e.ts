import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isFine } from './fine-look.ts'
import { bar, card, changed, exchange, goTo, others, reword, setStatus, sharingPair, showQuarter, type SharingPair } from './sharing-pair.ts'

let pair: SharingPair
/** Where all that can be pressed in the open panel stood before something came in. */
let before: readonly string[]

/** How far down each button and field in the body of the open panel stands. */
function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('aside :not(header, header *):is(button, input, textarea, [role="textbox"], h2)')].map((each) => `${each.tagName} ${Math.round(each.getBoundingClientRect().top)}`),
  )
}

beforeAll(async () => {
  pair = await sharingPair(1)
})

afterAll(async () => {
  await pair.close()
})

test('[D79] one key opens the next goal that others changed, and brings its quarter on the board; the mark on its card goes', async () => {
  const { page, other, until } = pair
  await showQuarter(page, 2)
  await setStatus(other, { title: 'Run the verify stage', key: '2' })
  await until(() => changed(page), ['1 changed by others'])
  await page.keyboard.press('u')
  await page.getByRole('complementary').getByText('changed by SRE laptop: status').waitFor()
  await expect.poll(() => page.getByRole('radio', { name: /^Q1/ }).getAttribute('aria-checked')).toBe('true')
  await expect.poll(() => page.locator('[data-others-mark]').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
})

test('[D78] what comes in of a goal that stands open moves nothing: its head says it', async () => {
  const { page, other, until } = pair
  await card(page, 'Run the verify stage').click()
  const panel = page.getByRole('complementary')
  await panel.waitFor()
  const before = await panel.getByRole('heading', { level: 2 }).boundingBox()
  await setStatus(other, { title: 'Run the verify stage', key: '3' })
  await until(() => panel.getByText('changed by SRE laptop: status').count(), 1)
  expect(await panel.getByRole('heading', { level: 2 }).boundingBox()).toEqual(before)
  await expect.poll(() => changed(page)).toEqual([]) // seen as soon as it is told in the open goal, which is after it came
  await page.keyboard.press('Escape')
})

test('[D84] a folder that is away is told with since when and what waits; once it is back, the line says that something is to review', async () => {
  const { page, other, until, place, name } = pair
  await rename(join(place, name), join(place, 'away'))
  await until(() => bar(page).getByRole('button', { name: /^Folder not reachable since \d\d:\d\d/ }).count(), 1)
  expect(await page.getByRole('alert').count()).toBe(0)
  await reword(page, { title: 'Run the verify stage', to: 'Run the verify stage here' })
  await reword(other, { title: 'Run the verify stage', to: 'Run the verify stage there' })
  await bar(page).getByRole('button', { name: /^Folder not reachable since \d\d:\d\d, \d changes? waiting$/ }).waitFor()
  await card(page, 'Run the verify stage').click()
  await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
  before = await places(page)
  await rename(join(place, 'away'), join(place, name))
  await bar(page).getByRole('button', { name: 'Retry' }).click()
  await until(() => bar(page).getByRole('button', { name: /1 to review/ }).count(), 1)
})

test('[D110] an edit to review that comes in while its goal stands open moves nothing: the panel’s head tells it, and a press shows it', async () => {
  const { page } = pair
  const panel = page.getByRole('complementary')
  const review = panel.getByRole('region', { name: 'To review' })
  const arrived = panel.getByRole('button', { name: '1 edit to review' })
  await arrived.waitFor()
  expect(before.length).toBeGreaterThan(8)
  expect(await places(page)).toEqual(before)
  expect(await review.count()).toBe(0)
  await isFine(page, 'arrived')
  await arrived.click()
  await review.waitFor()
  await expect.poll(() => review.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(await arrived.count()).toBe(0)
  // opened anew it stands where it always does
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await card(page, 'Run the verify stage').click()
  await review.waitFor()
  expect(await arrived.count()).toBe(0)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
})

test('[D84] what both edited while the folder was away is listed to be reviewed', async () => {
  const { page } = pair
  await goTo(page, 'e')
  await exchange(page).getByRole('radio', { name: 'To review 1' }).waitFor()
  await expect.poll(() => exchange(page).getByRole('list', { name: /^Run the verify stage/ }).getByRole('listitem').count()).toBe(1)
  await isFine(page, 'to-review')
})

test('[D75] what was in sight for a moment counts as looked at when one leaves the list, in every window of the computer', async () => {
  const { page, other, until } = pair
  await goTo(page, 'b')
  await setStatus(other, { title: 'Build the first three', key: '4' })
  const second = await page.context().newPage()
  await second.goto(page.url())
  await until(async () => (await changed(second)).length, 1)
  const list = async (): Promise<void> => {
    await goTo(page, 'e')
    await exchange(page).getByRole('radio', { name: /^Changed by others/ }).click()
    await others(page).getByRole('listitem').first().waitFor()
  }
  // who only passes by has read nothing; on a busy machine that takes longer than a person needs to read, so no time goes by
  await page.evaluate(() => {
    const at = performance.now()
    performance.now = () => at
  })
  await list()
  await goTo(page, 'b')
  await card(page, 'Build the first three').locator('[data-others-mark]').waitFor()
  await page.evaluate(() => Reflect.deleteProperty(performance, 'now')) // the browser's own again
  await list()
  await page.waitForTimeout(1_200)
  await goTo(page, 'b')
  await expect.poll(() => changed(second)).toEqual([])
  await expect.poll(() => second.locator('[data-others-mark]').count()).toBe(0)
})
