import type { Locator } from 'playwright-core'
import type { SharingComputer } from './sharing-computers.ts'

// What people do on a board, on whichever computer.

export function card(on: SharingComputer, title: string): Locator {
  return on.page().locator('main [data-goal]').filter({ hasText: title })
}

export async function rename(on: SharingComputer, title: string, next: string): Promise<void> {
  await card(on, title).focus()
  await on.page().keyboard.press('e')
  await on.page().getByRole('textbox', { name: 'Title of the goal' }).fill(next)
  await on.page().keyboard.press('Enter')
  await card(on, next).waitFor()
}

/** @param key `1` to `7` */
export async function setStatus(on: SharingComputer, title: string, key: string): Promise<void> {
  await card(on, title).focus()
  await on.page().keyboard.press(key)
  if (!['4', '5', '7'].includes(key)) return
  await on.page().getByRole('dialog', { name: /^Moved to/ }).waitFor()
  await on.page().keyboard.press('Escape') // why is told another time
}

/** @param beside the goal in whose column the new one comes to stand */
export async function addGoal(on: SharingComputer, beside: string, title: string): Promise<void> {
  await card(on, beside).focus()
  await on.page().keyboard.press('c')
  await on.page().getByRole('textbox', { name: 'What shall be reached?' }).fill(title)
  await on.page().keyboard.press('Enter')
  await on.page().keyboard.press('Escape')
  await card(on, title).waitFor()
}

export async function removeGoal(on: SharingComputer, title: string): Promise<void> {
  await card(on, title).focus()
  await on.page().keyboard.press('Delete')
  await card(on, title).waitFor({ state: 'detached' })
}

export async function addNote(on: SharingComputer, title: string, text: string): Promise<void> {
  await card(on, title).focus()
  await on.page().keyboard.press('n')
  await on.page().getByRole('textbox', { name: 'New note' }).fill(text)
  await on.page().keyboard.press('Control+Enter')
  await on.page().keyboard.press('Escape')
}

/** To the board, or to the exchange. */
export async function go(on: SharingComputer, key: 'b' | 'e'): Promise<void> {
  await on.page().keyboard.press('g')
  await on.page().keyboard.press(key)
}
