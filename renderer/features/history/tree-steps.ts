import type { GoalId } from '../../../shared/model/ids.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'

export type TreeStep = { readonly kind: 'go' | 'open' | 'close'; readonly row: TreeRow } | { readonly kind: 'show'; readonly goal: GoalId }

/** What a key does in a tree that is only read; null for a key that does nothing. */
export function stepInTree({ rows, at, key }: { readonly rows: readonly TreeRow[]; readonly at: number; readonly key: string }): TreeStep | null {
  const row = rows[at]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowUp':
      return goTo(rows[at - 1])
    case 'ArrowDown':
      return goTo(rows[at + 1])
    case 'Home':
      return goTo(rows[0])
    case 'End':
      return goTo(rows.at(-1))
    case 'ArrowRight':
      return row.isOpen === false ? { kind: 'open', row } : row.isOpen === true ? goTo(rows[at + 1]) : null
    case 'ArrowLeft':
      return row.isOpen === true ? { kind: 'close', row } : goTo(rows.slice(0, at).findLast(({ level }) => level < row.level))
    case 'Enter':
      return row.node.kind === 'goal' ? { kind: 'show', goal: row.node.id } : row.isOpen === null ? null : { kind: row.isOpen ? 'close' : 'open', row }
    default:
      return null
  }
}

function goTo(row: TreeRow | undefined): TreeStep | null {
  return row === undefined ? null : { kind: 'go', row }
}
