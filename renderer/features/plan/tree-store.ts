import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { useSession } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'
import type { TreeKey, TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import type { TreeId, TreePlace } from '../../../shared/plan/tree/tree-place.ts'

/** A text of a record that is edited in its row. */
export type RowField = 'number' | 'code' | 'title' | 'owner' | 'summary' | 'links'

/** A record that is being written: its row stands after another one, or last below one. */
export interface Draft {
  readonly kind: 'program' | 'outcome' | 'output' | 'goal'
  readonly to: TreePlace
  /** The row below which it stands; null: at the top. */
  readonly below: TreeKey | null
  /** The row after which it stands; null: it is the last. */
  readonly after: TreeKey | null
}

/** A menu at a button of a row. */
export interface RowMenu {
  readonly kind: 'actions' | 'status'
  readonly node: TreeNode
  readonly anchor: Element
}

export interface TreeState {
  readonly text: string
  /** What a person has opened and closed, of the whole tree and of what a text was found in. */
  readonly open: ReadonlyMap<TreeKey, boolean>
  readonly openFound: ReadonlyMap<TreeKey, boolean>
  /** The row that Tab leads to; keys act on it. */
  readonly active: TreeKey | null
  /** The row that shall take the browser's focus as soon as it is drawn. */
  readonly wantsFocus: TreeKey | null
  readonly editing: { readonly key: TreeKey; readonly field: RowField } | null
  readonly draft: Draft | null
  readonly menu: RowMenu | null
  /** The record that a new place is chosen for. */
  readonly moving: TreeId | null
}

export type TreeStore = StoreApi<TreeState>

export const treeOf = storeOfPlan<TreeState>({ text: '', open: new Map(), openFound: new Map(), active: null, wantsFocus: null, editing: null, draft: null, menu: null, moving: null })

export function useTree<T>(select: (state: TreeState) => T): T {
  return useStore(treeOf(useSession()), select)
}

/** Opens or closes rows, for the whole tree or, while a text is looked for, for what it is found in. */
export function setOpen(tree: TreeStore, { keys, isOpen }: { readonly keys: readonly TreeKey[]; readonly isOpen: boolean }): void {
  const { text, open, openFound } = tree.getState()
  const next = new Map(text.trim() === '' ? open : openFound)
  for (const key of keys) next.set(key, isOpen)
  tree.setState(text.trim() === '' ? { open: next } : { openFound: next })
}

/** Looks for another text: what was opened among what the last one found is forgotten. */
export function lookFor(tree: TreeStore, text: string): void {
  tree.setState({ text, openFound: new Map() })
}

/** Sends the focus to a row, wherever it is drawn next. */
export function sendFocus(tree: TreeStore, key: TreeKey): void {
  tree.setState({ active: key, wantsFocus: key })
}
