import { cellsOf, type FoldedRecord } from '../changes/folded-record.ts'
import type { Stamp } from '../changes/stamp.ts'

// a folded record never changes, and somebody who drags a slider asks for every one of them many times a second
const known = new WeakMap<FoldedRecord, readonly Stamp[]>()

/** When something was written to a record: each stamp once, the earliest first. */
export function stampsOf(record: FoldedRecord): readonly Stamp[] {
  const before = known.get(record)
  if (before !== undefined) return before
  const stamps = new Set<Stamp>()
  let last: Stamp | undefined
  for (const { at } of cellsOf(record)) {
    // most cells bear the stamp of the one before
    if (at !== last) stamps.add(at)
    last = at
  }
  const sorted = stamps.size === 1 ? [...stamps] : [...stamps].toSorted()
  known.set(record, sorted)
  return sorted
}
