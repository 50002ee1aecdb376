import { addMonths } from '../model/date.ts'
import type { Moment } from './moment.ts'

/**
 * Where a step of a month leads: the nearest moment at least a month away, or the last there is.
 * @param moments the newest first
 * @param index of the moment to step from
 * @returns the index of another moment, or of the same where there is none further
 */
export function monthStep({ moments, index, to }: { readonly moments: readonly Moment[]; readonly index: number; readonly to: 'earlier' | 'later' }): number {
  const from = moments[index]
  if (from === undefined) return index
  const day = addMonths({ day: from.day, months: to === 'earlier' ? -1 : 1 })
  const found = to === 'earlier' ? moments.findIndex((moment) => moment.day <= day) : moments.findLastIndex((moment) => moment.day >= day)
  return found < 0 ? (to === 'earlier' ? moments.length - 1 : 0) : found
}
