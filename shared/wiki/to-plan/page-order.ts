import { orderKeys, type OrderKey } from '../../changes/order.ts'

/**
 * An order key for a place told by numbers, the first counting most: (quarter, section, goal) or the `6.1` of an
 * output. Each key follows from its own numbers only, so what is added to a page later moves nothing else.
 */
export function orderAt(...place: readonly number[]): OrderKey {
  const [first = 0, ...rest] = place
  // whole keys in a row make one key: the first is its integer part, the rest its fraction, which may not end in 0
  return rest.length === 0 ? keyAt(first) : `${keyAt(first)}${rest.map(keyAt).join('')}V`
}

const known: OrderKey[] = []

function keyAt(index: number): OrderKey {
  if (index >= known.length) known.push(...orderKeys(Math.max(index + 1, known.length * 2)).slice(known.length))
  return known[index] ?? ''
}
