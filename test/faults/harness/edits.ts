import type { Page } from 'playwright-core'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { Random } from '../../shared/changes/history/random.ts'

/** What an edit wrote, as text: the field and the value, with the goal where the field is its status. */
export type Written = string

const statusKeys = [['1', 'todo'], ['2', 'inProgress'], ['3', 'partiallyDone'], ['6', 'done']] as const

/** Makes one edit by keyboard on the board in sight, in words of its own, and answers what it should have written. */
export async function makeEdit({ page, random, words }: { readonly page: Page; readonly random: Random; readonly words: string }): Promise<Written> {
  const kind = random.pick(['status', 'status', 'goal', 'note'] as const)
  const card = page.locator('[data-goal]').nth(random.below(3))
  await card.focus()
  switch (kind) {
    case 'status': {
      const id = (await card.getAttribute('data-goal')) ?? ''
      const now = (await card.getAttribute('data-status')) ?? (await card.locator('xpath=ancestor::section').getAttribute('data-status')) ?? ''
      const [key, status] = random.pick(statusKeys.filter(([, each]) => each !== now))
      await page.keyboard.press(key)
      return `${id} status ${status}`
    }
    case 'goal':
      await addGoal(page, words)
      return `title ${words}`
    case 'note':
      await page.keyboard.press('n')
      await page.locator('aside textarea:focus').waitFor()
      await page.keyboard.insertText(words)
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('Escape')
      return `text ${words}`
  }
}

/** Adds a goal by keyboard, in the column of the first card. */
export async function addGoal(page: Page, title: string): Promise<void> {
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('c')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

/** How often each edit stands in a plan, what was overwritten since included. */
export function writtenIn(set: ChangeSet): ReadonlyMap<Written, number> {
  const counts = new Map<Written, number>()
  for (const { id, winners, losers } of valuesOf(set.records)) {
    for (const { field, value } of [...winners, ...losers]) {
      const text = `${field === 'status' ? `${id} ` : ''}${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return counts
}

/** Which of the edits a plan does not hold, one that was made twice being in it twice. */
export function missingFrom(set: ChangeSet, edits: readonly Written[]): readonly Written[] {
  const left = new Map(writtenIn(set))
  return edits.filter((edit) => {
    const count = left.get(edit) ?? 0
    left.set(edit, count - 1)
    return count < 1
  })
}
