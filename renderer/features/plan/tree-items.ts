import type { TreeRow } from '../../../shared/plan/tree-rows.ts'
import type { Draft } from './tree-store.ts'

/** What is drawn in the tree, one below the other: rows, and the one that is being written. */
export type TreeItem = { readonly kind: 'row'; readonly row: TreeRow } | { readonly kind: 'draft'; readonly draft: Draft; readonly level: number }

/** The rows with the draft where its record will stand: after everything that belongs to the row before it. */
export function itemsOf(rows: readonly TreeRow[], draft: Draft | null): readonly TreeItem[] {
  const items = rows.map((row): TreeItem => ({ kind: 'row', row }))
  if (draft === null) return items
  const start = rows.findIndex(({ node }) => node.key === (draft.after ?? draft.below))
  const anchor = rows[start]
  if (anchor === undefined) return [...items, { kind: 'draft', draft, level: levelOf(draft) }]
  const offset = rows.slice(start + 1).findIndex((row) => row.level <= anchor.level)
  const end = offset < 0 ? rows.length : start + 1 + offset
  const level = draft.after !== null ? anchor.level : anchor.level + (draft.kind === 'goal' && anchor.node.kind === 'output' ? 2 : 1)
  return items.toSpliced(end, 0, { kind: 'draft', draft, level })
}

const levels = { program: 1, outcome: 2, output: 3, goal: 5 } as const

function levelOf({ kind, below }: Draft): number {
  return below === null && kind !== 'program' ? 2 : levels[kind]
}
