import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Change } from '../../shared/changes/change.ts'
import { addChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { saved } from './app.ts'
import { layWhole } from './lay-whole.ts'
import { look, shareAlone, type SharingComputer } from './sharing-computers.ts'

const count = 10_000
const colleague = { replica: 'ssssssssss', name: 'SRE laptop' }

let computer: SharingComputer
let page: Page
let place: string

beforeAll(async () => {
  const alone = await shareAlone('Release laptop')
  ;({ computer, page, place } = alone)
  return alone.remove
})

const bar = (): Locator => page.getByRole('contentinfo')
const list = (): Locator => page.getByRole('list', { name: 'Changed by others' })

/** What a colleague's computer puts in the folder who has worked for a year. */
async function writeColleague(): Promise<void> {
  const replicas = join(place, (await readdir(place))[0] ?? '', 'replicas')
  const read = readPlanFile(await readFile(join(replicas, (await readdir(replicas))[0] ?? ''), 'utf8'))
  if (!read.ok) throw new Error('what was shared is no plan')
  const from = Date.now()
  const named: Change = { at: formatStamp({ ms: from, counter: 0, writer: `${colleague.replica}0` }), on: `replica:${colleague.replica}`, set: { name: colleague.name } }
  const made = Array.from({ length: count }, (_, index): Change => ({
    at: formatStamp({ ms: from + 1, counter: index, writer: `${colleague.replica}0` }),
    on: `goal:many${index}`,
    set: { output: 'output:sample-3-1', quarter: 2, title: `Move service ${index}`, status: 'todo', order: `a${String(index).padStart(5, '0')}` },
  }))
  const { set } = addChanges(read.file.set, [named, ...made])
  await layWhole(join(replicas, `${colleague.replica}.json`), writePlanFile({ set, by: colleague, at: new Date(from).toISOString(), app: 'Quarterdeck' }))
}

test('[D77] of 10,000 goals that others changed only rows in sight are drawn, each can be reached, and one goes on working', async () => {
  await writeColleague()
  await look(computer)
  await bar().getByRole('button', { name: `${count} changed by others` }).waitFor({ timeout: 40_000 })
  await saved(page)
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await list().getByRole('listitem').first().waitFor()
  expect(await list().getByRole('listitem').count()).toBeLessThan(60)
  await page.keyboard.press('End')
  await list().locator(`[aria-posinset="${count}"] [data-main]:focus`).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('radio', { name: /^Q2/ }).click()
  const card = page.locator('[data-goal]').filter({ hasText: 'Move service 1' }).first()
  await card.focus()
  await page.keyboard.press('2')
  await page.getByText(/^Moved “Move service/).first().waitFor()
  await expect.poll(() => page.locator('[data-others-mark]').count()).toBeGreaterThan(0)
})
