import { compareOrdered, isOrderKey, placeAt, type Ordered, type OrderKey } from '../changes/order.ts'
import type { GoalId } from '../model/ids.ts'

/** Gives goals that a hand has added to a page the place in which they stand there. */
export interface SiblingOrder {
  /** In the order of the page. `order` is null for one that was added. */
  readonly add: (goal: { readonly id: GoalId; readonly group: string; readonly order: OrderKey | null }) => void
  readonly added: () => readonly (readonly [GoalId, OrderKey])[]
}

interface Sibling {
  readonly id: GoalId
  readonly order: OrderKey | null
}

export function createSiblingOrder(): SiblingOrder {
  const groups = new Map<string, Sibling[]>()
  return {
    add: ({ id, group, order }) => {
      const list = groups.get(group) ?? []
      groups.set(group, list)
      list.push({ id, order })
    },
    added: () => [...groups.values()].flatMap(placed),
  }
}

/** Each behind the one above it, and before what the plan has behind that. */
function placed(list: readonly Sibling[]): readonly (readonly [GoalId, OrderKey])[] {
  if (list.every(({ order }) => order !== null)) return []
  const known = list.flatMap(({ id, order }): readonly Ordered[] => (order !== null && isOrderKey(order) ? [{ id, order }] : [])).toSorted(compareOrdered)
  const keys: (readonly [GoalId, OrderKey])[] = []
  let before: Ordered | null = null
  for (const { id, order } of list) {
    if (order !== null) {
      before = isOrderKey(order) ? { id, order } : before
      continue
    }
    const after: Ordered | undefined = known[firstAbove(known, before?.order ?? '')]
    const around: readonly Ordered[] = [before, after ?? null].filter((each) => each !== null)
    const key = placeAt({ list: around, index: before === null ? 0 : 1, id }).get(id) ?? ''
    keys.push([id, key])
    before = { id, order: key }
  }
  return keys
}

function firstAbove(known: readonly Ordered[], order: OrderKey): number {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((known[middle]?.order ?? '') <= order) low = middle + 1
    else high = middle
  }
  return low
}
