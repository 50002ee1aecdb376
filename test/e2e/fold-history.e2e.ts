import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change, Edit } from '../../shared/changes/change.ts'
import { foldChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { openApp, saved, takePictures, undo } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { openSet } from './open-text.ts'

const dayMs = 24 * 3_600_000
const long = 400 * dayMs

let page: Page
let close: () => Promise<void>

/** Somebody's edit so many milliseconds ago. */
function ago(ms: number, record: Change['on'], set: Edit['set'], replica: string): Change {
  return { at: formatStamp({ ms: Date.now() - ms, counter: 0, writer: `${replica}0` }), on: record, set }
}

const replica = 'ssssssssss'
const plan = foldChanges([
  ago(long, 'plan:fold', { title: 'A long year', startsOn: '2026-07-01' }, replica),
  ago(long, `replica:${replica}`, { name: 'SRE laptop' }, replica),
  ago(long, 'program:p', { code: 'P', title: 'Program', order: 'a0' }, replica),
  ago(long, 'outcome:o', { program: 'program:p', number: '1', title: 'Outcome', order: 'a0' }, replica),
  ago(long, 'output:o', { outcome: 'outcome:o', number: '1.1', title: 'Output', order: 'a0' }, replica),
  ago(long, 'goal:a', { output: 'output:o', quarter: 2, title: 'Deploy Zotero', status: 'todo', order: 'a0', description: 'wording 0' }, replica),
  ago(long - dayMs, 'goal:a', { status: 'inProgress' }, replica),
  ...[1, 2, 3, 4].map((times) => ago(long - (times + 1) * dayMs, 'goal:a', { description: `wording ${times}` }, replica)),
  // of late it was heard of, and has never told what it has
  ago(3 * dayMs, 'goal:b', { output: 'output:o', quarter: 2, title: 'Collect metrics', status: 'todo', order: 'a1' }, replica),
])

beforeAll(async () => {
  ;({ page, close } = await openApp())
  await openSet(page, 'long.plan.json', plan)
  await page.getByText('Deploy Zotero').first().waitFor()
})

afterAll(() => close())

const dialog = (): ReturnType<Page['getByRole']> => page.getByRole('dialog', { name: 'Fold away old history?' })

async function askToFold(): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Fold away')
  await page.keyboard.press('Enter')
  await dialog().getByText('Other computers').first().waitFor()
}

test('[O115] it is said whom it waits for, and nothing can be folded away until then', async () => {
  await askToFold()
  await expect.poll(() => dialog().getByText('has never told in a share').isVisible()).toBe(true)
  expect(await dialog().getByRole('button', { name: 'Fold away' }).isEnabled()).toBe(false)
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'fold-history-waits')
})

test('[O115] a computer that is gone for good isn’t waited for: it is said what goes, it goes, and one undo brings it back', async () => {
  await dialog().getByRole('checkbox', { name: 'It is gone for good' }).click()
  await dialog().getByText(/4 old wordings and places that were overwritten/).waitFor()
  await expect.poll(() => dialog().getByText('one undo brings everything back').isVisible()).toBe(true)
  await takePictures(page, 'fold-history')
  await dialog().getByRole('button', { name: 'Fold away' }).click()
  await page.getByText(/4 old wordings and places from before/).waitFor()
  await saved(page)
  await undo(page)
  await saved(page)
  await askToFold()
  await dialog().getByRole('checkbox', { name: 'It is gone for good' }).click()
  await expect.poll(() => dialog().getByText(/4 old wordings and places that were overwritten/).count()).toBe(1)
  await page.keyboard.press('Escape')
})
