import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import type { Draft } from './tree-store.ts'

/** The row of a record that is being written. */
export interface DraftItem {
  readonly draft: Draft
  readonly level: number
}

/** What is drawn in the tree, one below the other. */
export type TreeItem = TreeRow | DraftItem

export function isDraft(item: TreeItem): item is DraftItem {
  return 'draft' in item
}

/** The rows with the draft where its record will stand: after everything that belongs to the row before it. */
export function itemsOf(rows: readonly TreeRow[], draft: Draft | null): readonly TreeItem[] {
  if (draft === null) return rows
  const start = rows.findIndex(({ node }) => node.key === (draft.after ?? draft.below))
  const anchor = rows[start]
  if (anchor === undefined) return [...rows, { draft, level: levelOf(draft) }]
  const offset = rows.slice(start + 1).findIndex((row) => row.level <= anchor.level)
  const end = offset < 0 ? rows.length : start + 1 + offset
  const level = draft.after !== null ? anchor.level : anchor.level + (draft.kind === 'goal' && anchor.node.kind === 'output' ? 2 : 1)
  return [...rows.slice(0, end), { draft, level }, ...rows.slice(end)]
}

const levels = { program: 1, outcome: 2, output: 3, goal: 5 } as const

function levelOf({ kind, below }: Draft): number {
  return below === null && kind !== 'program' ? 2 : levels[kind]
}
