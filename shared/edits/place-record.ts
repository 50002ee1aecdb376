import type { Edit, Fields } from '../changes/change.ts'
import { placeAt, type Ordered } from '../changes/order.ts'
import type { RecordId } from '../model/ids.ts'

/**
 * The edits that put a record at a place in a list: its order key together with `set`, and new keys for
 * neighbours where theirs leave no room.
 * @param list the records of the list in their order; the moved one is passed over
 * @param index where it comes to stand among the others
 */
export function placeRecord({ list, index, on, set = {} }: { readonly list: readonly Ordered[]; readonly index: number; readonly on: RecordId; readonly set?: Fields }): readonly Edit[] {
  const others = list.filter((item) => item.id !== on)
  const isThere = list.length > others.length && list[index]?.id === on && Object.keys(set).length === 0
  if (isThere) return []
  const keys = placeAt({ list: others, index, id: on })
  return [...keys].map(([id, order]) => (id === on ? { on, set: { ...set, order } } : { on: id as RecordId, set: { order } })) // the list holds records
}

/** The order key for a new record at the end of a list. */
export function orderAtEnd(list: readonly Ordered[]): string {
  return placeAt({ list, index: list.length, id: '' }).get('') ?? ''
}
