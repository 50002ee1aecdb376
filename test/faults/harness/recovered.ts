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
}

/** Starts the planner once more where the window was, and holds what it draws and holds against what was acknowledged. */
export async function startAgain({ machine, filled, from = 'plan' }: { readonly machine: Machine; readonly filled: Filled; readonly from?: 'plan' | 'start' }): Promise<Recovered> {
  const problems: string[] = []
  const running = await machine.boot()
  const { page } = running
  try {
    await running.open(from === 'plan' ? filled.hash : '')
    if (from === 'start') {
      const { start } = await drawnFirst(page)
      if (start?.includes(filled.title) !== true) return { problems: ['the list of plans was drawn without the plan'], said: await page.locator('body').innerText() }
      await page.goto(`${machine.url}/${filled.hash}`)
    }
    const isThere = await page.locator('[data-goal]').first().waitFor({ timeout: 10_000 }).then(() => true, () => false)
    if (!isThere) return { problems: ['the plan did not open'], said: await page.locator('body').innerText() }
    await saved(page)
    const said = await page.locator('[data-mended]').allInnerTexts()
    const { board } = await drawnFirst(page)
    const now = await boardNow(page)
    if (String(board) !== String(filled.board)) problems.push(`the first board that was drawn had ${differing(board ?? [], filled.board)}`)
    if (String(now) !== String(filled.board)) problems.push(`the board has ${differing(now, filled.board)}`)
    const lost = linesMissing(portraitOf(filled.set), portraitOf(await exportedSet(page)))
    if (lost.length > 0) problems.push(`${lost.length} acknowledged values are lost, such as ${lost[0]?.trim()}`)
    await addGoal(page, 'after the damage')
    const isSaved = await saved(page).then(() => true, () => false)
    if (!isSaved) problems.push(`the next edit was not saved; the screen said: ${(await page.locator('footer').innerText()).split('\n')[0] ?? ''}`)
    return { problems, said: said.join(' ') }
  } catch (error) {
    return { problems: [`the start ended early: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`], said: '' }
  } finally {
    await running.close()
  }
}

function differing(columns: readonly string[], expected: readonly string[]): string {
  return `${columns.filter((column) => !expected.includes(column)).join(', ')} and had ${expected.filter((column) => !columns.includes(column)).join(', ')}`
}

function linesMissing(before: string, after: string): readonly string[] {
  const lines = new Set(after.split('\n').map((line) => line.replace(/,$/, '')))
  return before.split('\n').filter((line) => / /.test(line.trim()) && !lines.has(line.replace(/,$/, '')))
}
