import { idOf, keyOf, type PlanId } from '../model/ids.ts'

/** The folder of what is true of all plans of this computer: the list of them, and its name. */
export const libraryFolder = 'library'

const planPrefix = 'plan-'

/**
 * The folder of a plan. Capitals are written as `+` and the small letter, so that two plans have two folders on systems
 * that don't tell capitals apart; the prefix keeps it from being a name that Windows reserves.
 */
export function folderOfPlan(id: PlanId): string {
  return planPrefix + keyOf(id).replace(/[A-Z]/g, (letter) => `+${letter.toLowerCase()}`)
}

/** The plan whose folder it is; null of any other. */
export function planOfFolder(folder: string): PlanId | null {
  if (!isCopyFolder(folder) || !folder.startsWith(planPrefix)) return null
  return idOf('plan', folder.slice(planPrefix.length).replace(/\+([a-z])/g, (_, letter: string) => letter.toUpperCase()))
}

/** Whether it names a folder of copies, and can't mean a place outside of them. */
export function isCopyFolder(folder: string): boolean {
  return folder === libraryFolder || /^plan-(?:[a-z0-9_-]|\+[a-z]){1,40}$/.test(folder)
}

/** Whether it names a file in such a folder: no path, nothing in front that hides it, and nothing that Windows reads otherwise. */
export function isCopyName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,119}$/.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/.test(name)
}

/** The name of a file of a plan's journal: `journal-3.log`, and `journal-3-1.log` when that is full. */
export function journalFile({ slot, part }: { readonly slot: number; readonly part: number }): string {
  return part === 0 ? `journal-${slot}.log` : `journal-${slot}-${part}.log`
}

export function isJournalFile(name: string): boolean {
  return /^journal-\d{1,2}(?:-\d{1,4})?\.log$/.test(name)
}
