import type { Present } from '../../shared/share/mailbox.ts'
import { recordText } from '../text/records.ts'

/** What those are called who have the plan open, each computer once. */
export function presentNames(present: readonly Present[]): readonly string[] {
  const names = new Map(present.map(({ replica, name }) => [replica, name.trim() === '' ? recordText.computer(replica) : name]))
  return [...names.values()].toSorted((a, b) => (a < b ? -1 : 1))
}
