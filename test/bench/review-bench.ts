import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openFile, setUpComputer } from '../e2e/app.ts'
import { writeText } from './crdt-quarterdeck.ts'
import { tasksDuring, type PageTask } from './page-tasks.ts'
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
  await benchActions({ page, path: theirs })
  await computer.remove()
  await rm(folder, { recursive: true })
}

/** The merge itself, and how it is taken back: what a press of the button keeps a person waiting. */
async function benchActions({ page, path }: { readonly page: Page; readonly path: string }): Promise<void> {
  await openFile(page, path)
  await page.getByRole('dialog').getByRole('listitem').first().waitFor({ timeout: 60_000 })
  const settle = (): Promise<void> => page.waitForTimeout(1_500)
  await benchTasks({ page, what: 'merge what was reviewed', work: () => page.keyboard.press('Control+Enter').then(settle) })
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: /^Take back/ }).first().waitFor()
  await settle()
  await benchTasks({ page, what: 'see what taking it back will do', work: () => page.getByRole('button', { name: /^Take back/ }).first().click().then(settle) })
  await benchTasks({ page, what: 'take it back', work: () => page.keyboard.press('Control+Enter').then(settle) })
  await benchTasks({ page, what: 'merge it again (undo)', work: () => page.keyboard.press('Control+z').then(settle) })
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
  row(`open ${what}`, { 'ms to see it': ms, ...tasksRow(tasks) })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function benchTasks({ page, what, work }: { readonly page: Page; readonly what: string; readonly work: () => Promise<void> }): Promise<void> {
  row(what, tasksRow(await tasksDuring(page, work)))
}

function tasksRow(tasks: readonly PageTask[]): Readonly<Record<string, number | string>> {
  return {
    'longest task': Math.max(...tasks.map((task) => task.ms)),
    'most work in one': Math.max(...tasks.map((task) => task.workMs)),
    'tasks over 50 ms': String(tasks.filter((task) => task.ms > 50).length),
  }
}
