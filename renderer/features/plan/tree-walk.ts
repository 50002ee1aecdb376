import type { TreeKey } from '../../../shared/plan/tree/tree-nodes.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'

/** How many rows PageUp and PageDown pass. */
const page = 12

/** The row a key leads to, or null for a key that leads nowhere. */
export function rowTowards({ rows, from, key }: { readonly rows: readonly TreeRow[]; readonly from: TreeKey; readonly key: string }): TreeRow | null {
  const at = indexOf(rows, from)
  switch (key) {
    case 'ArrowUp':
      return rows[at - 1] ?? null
    case 'ArrowDown':
      return rows[at + 1] ?? null
    case 'Home':
      return rows[0] ?? null
    case 'End':
      return rows.at(-1) ?? null
    case 'PageUp':
      return rows[Math.max(0, at - page)] ?? null
    case 'PageDown':
      return rows[Math.min(rows.length - 1, at + page)] ?? null
    default:
      return null
  }
}

/** The row that another stands below. */
export function rowAbove(rows: readonly TreeRow[], from: TreeKey): TreeRow | null {
  const at = indexOf(rows, from)
  const level = rows[at]?.level ?? 0
  return rows.slice(0, Math.max(at, 0)).findLast((row) => row.level < level) ?? null
}

/** The rows beside one, itself included: those that stand below the same row. */
export function rowsBeside(rows: readonly TreeRow[], from: TreeKey): readonly TreeRow[] {
  const above = rowAbove(rows, from)
  const start = above === null ? 0 : indexOf(rows, above.node.key) + 1
  const level = rows[indexOf(rows, from)]?.level ?? 0
  const length = rows.slice(start).findIndex((row) => row.level < level)
  return rows.slice(start, length < 0 ? undefined : start + length).filter((row) => row.level === level)
}

/** Where the focus may go when a row is no more, the best first: the one after it, the one before it, those above. */
export function homesAfter(rows: readonly TreeRow[], gone: TreeKey): readonly TreeKey[] {
  const beside = rowsBeside(rows, gone)
  const at = beside.findIndex(({ node }) => node.key === gone)
  const homes = [beside[at + 1], beside[at - 1]].flatMap((row) => (row === undefined ? [] : [row.node.key]))
  let above = rowAbove(rows, gone)
  while (above !== null) {
    homes.push(above.node.key)
    above = rowAbove(rows, above.node.key)
  }
  return homes
}

export function indexOf(rows: readonly TreeRow[], key: TreeKey): number {
  return rows.findIndex(({ node }) => node.key === key)
}
