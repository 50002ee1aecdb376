import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openFile, setUpComputer } from '../e2e/app.ts'
import { writeText } from './crdt-quarterdeck.ts'
import { tasksDuring } from './page-tasks.ts'
import { row } from './measure.ts'
import { mergeSides } from './merge-sides.ts'

/** What is opened as a review of 3,000 fields, 1,000 of them edited on both sides: how long people wait, and for how long at a time nothing else can happen. */
export async function benchReview(): Promise<void> {
  const { mySet, theirSet } = mergeSides({ goals: 10_000, edits: 2_000 })
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-review-'))
  const [mine, theirs, byHand] = ['mine', 'theirs', 'by-hand'].map((name) => join(folder, `${name}.plan.json`)) as [string, string, string] // as many as went in
  const text = writeText(theirSet)
  await writeFile(mine, writeText(mySet))
  await writeFile(theirs, text)
  await writeFile(byHand, text.replaceAll('"status":"todo"', '"status":"inProgress"'))
  const computer = await setUpComputer()
  const { page } = await computer.start()
  await openFile(page, mine)
  await page.locator('[data-saving="saved"]').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(4_000) // the checkpoint is written when nobody waits for it
  await benchOpening({ page, path: theirs, what: 'the review of that merge, the first time' })
  await benchOpening({ page, path: theirs, what: 'the review of that merge, again' })
  await benchOpening({ page, path: byHand, what: 'the same, changed by hand as well' })
  await computer.remove()
  await rm(folder, { recursive: true })
}

async function benchOpening({ page, path, what }: { readonly page: Page; readonly path: string; readonly what: string }): Promise<void> {
  const start = performance.now()
  let ms = 0
  const tasks = await tasksDuring(page, async () => {
    await openFile(page, path)
    await page.getByRole('dialog').getByRole('listitem').first().waitFor({ timeout: 60_000 })
    ms = performance.now() - start
    await page.waitForTimeout(1_000) // what comes after it can be seen counts as well
  })
  row(`open ${what}`, {
    'ms to see it': ms,
    'longest task': Math.max(...tasks.map((task) => task.ms)),
    'most work in one': Math.max(...tasks.map((task) => task.workMs)),
    'tasks over 50 ms': String(tasks.filter((task) => task.ms > 50).length),
  })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
