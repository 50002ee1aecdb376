import type { Present } from '../../shared/share/mailbox.ts'
import { nameOrId } from './computer-name.ts'

/** What those are called who have the plan open, each computer once. */
export function presentNames(present: readonly Present[]): readonly string[] {
  const names = new Map(present.map((each) => [each.replica, nameOrId(each)]))
  return [...names.values()].toSorted((a, b) => (a < b ? -1 : 1))
}
