import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A fractional key: between any two there is another, so moving one record writes one record. */
export type OrderKey = string

/** What is sorted: by key, then by id, with `<` and never by a locale. */
export interface Ordered {
  readonly id: string
  readonly order: OrderKey
}

export function compareOrdered(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** `count` keys in rising order, for a list that is made at once. */
export function orderKeys(count: number): readonly OrderKey[] {
  return generateNKeysBetween(null, null, count)
}

/** Keys grow by a digit with every sixth move to one and the same spot; longer ones are made anew. */
const longestKey = 100

/** Of the library's digits, without the two first digits after which it can't count on for ever. */
const keyPattern = /^[B-Za-y][0-9A-Za-z]*$/

/** Whether a key is one the library can count on from; files may hold anything. */
export function isOrderKey(value: string): boolean {
  // the library takes a foreign character for a zero, and then counts to a key on the wrong side
  if (value.length > longestKey || !keyPattern.test(value)) return false
  try {
    generateKeyBetween(value, null)
    return true
  } catch {
    return false // the library says so only by throwing
  }
}

/**
 * The keys to write so that `id` comes to stand at `index` of `list` (which doesn't hold it). One key as a
 * rule. Where neighbours share a key or have one that is no key, as many of those around get new ones as it
 * takes to make room; the whole list does where keys have grown too long.
 * @param list in its order, as `compareOrdered` sorts
 * @returns new keys by id, of which one is for `id`
 */
export function placeAt({ list, index, id }: { readonly list: readonly Ordered[]; readonly index: number; readonly id: string }): ReadonlyMap<string, OrderKey> {
  const at = Math.max(0, Math.min(index, list.length))
  let start = at
  while (start > 0 && !isOrderKey(list[start - 1]?.order ?? '')) start -= 1
  const lower = list[start - 1]?.order ?? null
  let end = at
  while (end < list.length && !isAbove(list[end]?.order, lower)) end += 1
  const upper = list[end]?.order ?? null
  const moved = [...idsOf(list.slice(start, at)), id, ...idsOf(list.slice(at, end))]
  const keys = generateNKeysBetween(lower, upper, moved.length)
  if (keys.every(isOrderKey)) return keysById(moved, keys)
  return keysById(idsOf(list).toSpliced(at, 0, id), orderKeys(list.length + 1))
}

function keysById(ids: readonly string[], keys: readonly OrderKey[]): ReadonlyMap<string, OrderKey> {
  return new Map(ids.map((id, position) => [id, keys[position] ?? '']))
}

function idsOf(list: readonly Ordered[]): readonly string[] {
  return list.map((item) => item.id)
}

function isAbove(order: OrderKey | undefined, lower: OrderKey | null): boolean {
  return order !== undefined && isOrderKey(order) && (lower === null || lower < order)
}
