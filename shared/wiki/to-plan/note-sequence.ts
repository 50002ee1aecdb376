import type { Edit } from '../../changes/change.ts'
import { hasKind, type RecordId } from '../../model/ids.ts'

/**
 * Notes of one date about one thing, in one quarter, stand in the order in which they were written, and those written at once by their
 * ids. For each note that a page has above one with a smaller id: how many steps later it is to be stamped than the first.
 */
export function noteSequence(edits: readonly Edit[]): ReadonlyMap<RecordId, number> {
  const last = new Map<string, { readonly id: RecordId; readonly step: number }>()
  const sequence = new Map<RecordId, number>()
  for (const { on, set } of edits) {
    if (!hasKind(on, 'note')) continue
    const key = JSON.stringify([set['about'], set['quarter'], set['date']])
    const before = last.get(key)
    const step = before === undefined ? 0 : before.step + (on < before.id ? 1 : 0)
    last.set(key, { id: on, step })
    if (step > 0) sequence.set(on, step)
  }
  return sequence
}
