import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { readPlanFile } from '../../shared/file/read-plan-file.ts'

export interface Exported {
  readonly path: string
  readonly text: string
  /** The name it is offered under. */
  readonly suggested: string
}

/** Exports by Ctrl+E, as a download. @param as where the file is kept; else it is the browser's, for as long as that runs */
export async function exportPlan(page: Page, as?: string): Promise<Exported> {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  const [download] = (await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')])) as [Download, void]
  if (as !== undefined) await download.saveAs(as)
  const path = as ?? (await download.path())
  return { path, text: await readFile(path, 'utf8'), suggested: download.suggestedFilename() }
}

/** What the plan holds, by its export. */
export async function exportedSet(page: Page): Promise<ChangeSet> {
  return setOf((await exportPlan(page)).text)
}

export function setOf(text: string): ChangeSet {
  const read = readPlanFile(text)
  if (!read.ok) throw new Error(read.problem.what)
  return read.file.set
}

/** What two exports share that hold the same: all but who wrote them, when, and with what. */
export function contentOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^ "(app|by|at)":/.test(line))
    .join('\n')
}
