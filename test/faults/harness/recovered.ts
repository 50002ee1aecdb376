import type { Page } from 'playwright-core'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { saved } from '../../e2e/app.ts'
import { exportedSet } from '../../e2e/export-plan.ts'
import { addGoal } from './edits.ts'
import { boardNow, drawnFirst } from './drawn.ts'
import type { Filled } from './filled.ts'
import type { Machine } from './machine.ts'

/** What came of a start after something bad. */
export interface Recovered {
  /** Every promise that was broken, as a sentence without its end. */
  readonly problems: readonly string[]
  /** What the app said of it; empty when it said nothing. */
  readonly said: string
  /** How many files of damaged data it has kept. */
  readonly aside: number
}

export interface StartAgain {
  readonly machine: Machine
  /** What was acknowledged; without a board it isn't looked at, as where more was edited since. */
  readonly filled: Omit<Filled, 'board'> & { readonly board: readonly string[] | null }
  readonly from?: 'plan' | 'start'
  /** How long the browser goes on at the end, for what is done when there is time. */
  readonly waitMs?: number
}

/** Starts the planner once more where the window was, and holds what it draws and holds against what was acknowledged. */
export async function startAgain({ machine, filled, from = 'plan', waitMs = 0 }: StartAgain): Promise<Recovered> {
  const problems: string[] = []
  const running = await machine.boot()
  const { page } = running
  try {
    await running.open(from === 'plan' ? filled.hash : '')
    const told: string[] = []
    if (from === 'start') {
      told.push(...(await page.locator('[data-mended]').allInnerTexts()))
      const { start } = await drawnFirst(page)
      if (start?.includes(filled.title) !== true) return { problems: ['the list of plans was drawn without the plan'], said: await page.locator('body').innerText(), aside: 0 }
      await page.goto(`${machine.url}/${filled.hash}`)
    }
    const isThere = await page.locator('[data-goal]').first().waitFor({ timeout: 10_000 }).then(() => true, () => false)
    if (!isThere) return { problems: ['the plan did not open'], said: await page.locator('body').innerText(), aside: 0 }
    await saved(page)
    const said = await page.locator('[data-mended]').allInnerTexts()
    const { board } = await drawnFirst(page)
    const now = await boardNow(page)
    if (filled.board !== null && String(board) !== String(filled.board)) problems.push(`the first board that was drawn had ${differing(board ?? [], filled.board)}`)
    if (filled.board !== null && String(now) !== String(filled.board)) problems.push(`the board has ${differing(now, filled.board)}`)
    const lost = linesMissing(portraitOf(filled.set), portraitOf(await exportedSet(page)))
    if (lost.length > 0) problems.push(`${lost.length} acknowledged values are lost, such as ${lost[0]?.trim()}`)
    await addGoal(page, 'after the damage')
    const isSaved = await saved(page).then(() => true, () => false)
    if (!isSaved) problems.push(`the next edit was not saved; the screen said: ${(await page.locator('footer').innerText()).split('\n')[0] ?? ''}`)
    await page.waitForTimeout(waitMs)
    return { problems, said: [...told, ...said].join(' '), aside: await keptAside(page) }
  } catch (error) {
    return { problems: [`the start ended early: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`], said: '', aside: 0 }
  } finally {
    await running.close()
  }
}

/** How many files of damaged data lie among the copies in the browser. */
function keptAside(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const filesIn = async (folder: FileSystemDirectoryHandle): Promise<number> => {
      let count = 0
      for await (const [name, entry] of folder) count += entry.kind === 'directory' ? await filesIn(entry as FileSystemDirectoryHandle) : Number(name.startsWith('damaged-')) // as its kind says
      return count
    }
    return filesIn(await navigator.storage.getDirectory())
  })
}

function differing(columns: readonly string[], expected: readonly string[]): string {
  return `${columns.filter((column) => !expected.includes(column)).join(', ')} and had ${expected.filter((column) => !columns.includes(column)).join(', ')}`
}

function linesMissing(before: string, after: string): readonly string[] {
  const lines = new Set(after.split('\n').map((line) => line.replace(/,$/, '')))
  return before.split('\n').filter((line) => / /.test(line.trim()) && !lines.has(line.replace(/,$/, '')))
}
