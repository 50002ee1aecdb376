import type { Change } from './change.ts'
import { recordIn } from './fold.ts'
import { winnerOf } from './folded-record.ts'
import type { Merge } from './merge.ts'

/**
 * What a merge changed on this side, as changes: the winning cell of each field that reads differently now,
 * and for a new record all its winners. Undo takes exactly these back.
 */
export function effectiveChanges(merge: Merge): readonly Change[] {
  const created = merge.newRecords.flatMap((on) => (recordIn(merge.set, on)?.winners ?? []).map(({ at, field, value }) => ({ at, on, set: { [field]: value } })))
  const changed = merge.changedFields.flatMap(({ on, field, after }) => {
    const winner = winnerOf(recordIn(merge.set, on), field)
    return winner === undefined ? [] : [{ at: winner.at, on, set: { [field]: after } }]
  })
  return [...created, ...changed]
}
