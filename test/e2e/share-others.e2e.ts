import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved, takePicture } from './app.ts'
import { isFine } from './fine-look.ts'
import { bar, card, changed, exchange, goTo, others, reword, setStatus, sharingPair, type SharingPair } from './sharing-pair.ts'

let pair: SharingPair

beforeAll(async () => {
  pair = await sharingPair(2)
})

afterAll(async () => {
  await pair.close()
})

test('[D82] [D94] a plan is shared through a folder, a colleague joins, and both are told in words how it stands', async () => {
  const { page, other, until } = pair
  expect(pair.name).toBe('TEC3 Deployment Pipeline.planfolder')
  await expect.poll(() => bar(page).locator('[data-saving="saved"]').textContent()).toBe('Saved on this computer')
  expect([await changed(page), await changed(other)]).toEqual([[], []])
  for (const each of [page, other]) expect(await each.getByRole('banner').getByText('Sample', { exact: true }).count()).toBe(0)
  await goTo(page, 'e')
  await until(() => exchange(page).getByText('SRE laptop').count(), 1)
})

test('[D70] [D78] what a colleague changes is marked on its card and row with words, and listed with who and when', async () => {
  const { page, other, until } = pair
  await goTo(page, 'b')
  await setStatus(other, { title: 'Adopt more services', key: '4' })
  await reword(other, { title: 'Define metrics', to: 'Define metrics for incidents and post-mortems' })
  await card(other, 'Deploy blubberoid').focus()
  await other.keyboard.press('Delete')
  await saved(other)
  await until(() => changed(page), ['3 changed by others'])
  await page.getByRole('group', { name: /^3\.1, Adopt more services.*, changed by SRE laptop: status/ }).waitFor()
  await expect.poll(() => card(page, 'Define metrics').locator('[data-others-mark]').getAttribute('title')).toBe('changed by SRE laptop: title')
  // it takes no room: with or without it the card is the same
  const heights = await card(page, 'Adopt more services').evaluate((element) => {
    const withMark = element.clientHeight
    const sign = element.querySelector<HTMLElement>('[data-others-mark]')
    if (sign === null) return []
    sign.hidden = true
    const without = element.clientHeight
    sign.hidden = false
    return [withMark, without]
  })
  expect(heights).toEqual([heights[0], heights[0]])
  await card(page, 'Adopt more services').focus() // the mark stays readable beside the ring
  await isFine(page, 'board')
  await goTo(page, 'p')
  await page.locator('[data-plan-search]').fill('metrics for incidents')
  await page.getByRole('row', { name: /^Define metrics.*changed by SRE laptop: title/ }).waitFor()
  await takePicture(page, 'share-plan')
  await page.locator('[data-plan-search]').fill('')
  await page.locator('[data-plan-search]').blur()
  await goTo(page, 'e')
  await expect.poll(() => others(page).getByRole('listitem').count()).toBeGreaterThanOrEqual(3)
  await others(page).getByText('Goal deleted').waitFor()
  await isFine(page, 'list')
})

test('[D108] [D75] keys walk the list, open a goal and come back; what was opened counts as looked at, also after a reload', async () => {
  const { page } = pair
  const isOnRow = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('data-main'))
  await expect.poll(isOnRow).toBe('true')
  await page.keyboard.press('Home')
  await page.keyboard.press('o')
  await page.getByRole('complementary').getByRole('region', { name: 'Changed since you last looked' }).waitFor()
  await isFine(page, 'panel')
  await page.keyboard.press('Escape')
  await expect.poll(isOnRow).toBe('true')
  await expect.poll(() => changed(page)).toEqual(['2 changed by others'])
  await page.reload()
  await bar(page).getByRole('button', { name: '2 changed by others' }).waitFor()
  await exchange(page).getByRole('button', { name: 'Mark all as seen' }).click()
  await bar(page).getByRole('button', { name: /changed by others/ }).waitFor({ state: 'detached' })
  await expect.poll(() => others(page).getByText('seen', { exact: true }).count()).toBe(2)
  await expect.poll(() => others(page).getByRole('button', { name: /\S, seen$/ }).count()).toBe(2)
  await goTo(page, 'b')
  await goTo(page, 'e')
  await exchange(page).getByText('Nothing to review').waitFor()
})

test('[D93] the keys in the bar are those of the list that is shown', async () => {
  const { page } = pair
  await exchange(page).getByRole('radio', { name: /^Changed by others/ }).click()
  await bar(page).getByText('Enter opens, S seen').waitFor()
  expect(await bar(page).getByText('1 2 choose').count()).toBe(0)
  await exchange(page).getByRole('radio', { name: /^To review/ }).click()
  await bar(page).getByText('1 2 choose, Enter keeps').waitFor()
  expect(await bar(page).getByText('S seen').count()).toBe(0)
})
