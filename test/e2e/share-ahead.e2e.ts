import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { shareText } from '../../shared/share/share-item.ts'
import { isFine } from './fine-look.ts'
import { run, setUpBrowser, type SharingComputer } from './sharing-computers.ts'

let computer: SharingComputer
let place: string

const replica = 'bbbbbbbbbb'

/** A shared folder of somebody whose clock runs nine days ahead. */
beforeAll(async () => {
  place = join(await mkdtemp(join(tmpdir(), 'quarterdeck-team-')), 'TEC3.planfolder')
  const at = formatStamp({ ms: Date.now() + 9 * 86_400_000, counter: 0, writer: `${replica}0` })
  const set = foldChanges([
    { at, on: 'plan:ahead', set: { title: 'TEC3', startsOn: '2018-07-01' } },
    { at, on: 'goal:ahead', set: { title: 'Deploy Zotero', status: 'todo', quarter: 1, order: 'a0' } },
    { at, on: `replica:${replica}`, set: { name: 'Release laptop' } },
  ])
  await mkdir(join(place, 'replicas'), { recursive: true })
  await writeFile(join(place, 'plan.json'), shareText({ planId: 'plan:ahead', title: 'TEC3' }))
  await writeFile(join(place, `replicas/${replica}.json`), writePlanFile({ set, by: { replica, name: 'Release laptop' }, at: new Date().toISOString(), app: 'test' }))
  computer = await setUpBrowser('SRE laptop')
  await computer.start()
}, 60_000)

afterAll(async () => {
  await computer.remove()
  await rm(join(place, '..'), { recursive: true, force: true, maxRetries: 3 })
})

test('[O120] a plan in which a clock runs far ahead is joined at a person’s word, by keys too, and given up by Escape', async () => {
  const page = computer.page()
  const question = (): Locator => page.getByRole('dialog', { name: 'Join this plan?' })
  const ask = async (): Promise<void> => {
    await computer.giveFolder(place)
    await run(page, 'Open a shared folder')
    await question().getByText('A clock runs ahead: Release laptop by 9 days.').waitFor()
  }
  await ask()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')
  await isFine(page, 'join-ahead')
  await page.keyboard.press('Escape')
  await question().waitFor({ state: 'detached' })
  expect([page.url().includes('plan:ahead'), await page.locator('[data-goal]').count()]).toEqual([false, 0])
  await ask()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-goal]').filter({ hasText: 'Deploy Zotero' }).waitFor()
})
