import type { PlanView } from '../plan-view.ts'
import { rollupOf } from '../rollup.ts'
import { wordsOf } from '../text-match.ts'
import { isMatch } from './tree-match.ts'
import { nodesBelow, topNodes, type TreeKey, type TreeNode } from './tree-nodes.ts'

/** A row of the tree as it is drawn, one below the other. */
export interface TreeRow {
  readonly node: TreeNode
  /** 1 at the top. */
  readonly level: number
  /** From 1, among the rows that stand below the same one. */
  readonly position: number
  readonly siblings: number
  /** Null where nothing stands below. */
  readonly isOpen: boolean | null
}

export interface TreeQuery {
  /** What a person has opened (true) or closed; the rest is open or closed by default. */
  readonly open: ReadonlyMap<TreeKey, boolean>
  /** Words to look for, all of which a record must hold; blank hides nothing. */
  readonly text: string
}

/** From more goals than these on, outputs are closed by default: a tree nobody has opened is read at a glance. */
export const manyGoals = 200

/**
 * The rows of the tree that are in sight, in order. While a text is looked for these are the records that
 * hold it and what stands above them, opened. What stands below a record that holds it can be opened by hand,
 * unless some of it holds the text as well: then only that is shown.
 */
export function treeRows(view: PlanView, query: TreeQuery): readonly TreeRow[] {
  const words = wordsOf(query.text)
  const shape = words.length === 0 ? wholeTree(view) : foundIn(view, words)
  const rows: TreeRow[] = []
  const add = (nodes: readonly TreeNode[], level: number): void => {
    for (const [index, node] of nodes.entries()) {
      const below = shape.below(node)
      const isOpen = below.length === 0 ? null : (query.open.get(node.key) ?? shape.isOpen(node))
      rows.push(rowOf({ node, level, position: index + 1, siblings: nodes.length, isOpen }))
      if (isOpen === true) add(below, level + 1)
    }
  }
  add(shape.top, 1)
  return rows
}

// a node is the same one while nothing below its parent changes: then its row is too, and isn't drawn again
const known = new WeakMap<TreeNode, TreeRow>()

function rowOf(row: TreeRow): TreeRow {
  const before = known.get(row.node)
  const isSame = before !== undefined && before.level === row.level && before.position === row.position && before.siblings === row.siblings && before.isOpen === row.isOpen
  if (isSame) return before
  known.set(row.node, row)
  return row
}

/** Every row that can be opened: for opening or closing all at once. */
export function openableKeys(view: PlanView): readonly TreeKey[] {
  const keys: TreeKey[] = []
  const add = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      const below = nodesBelow(view, node)
      if (below.length === 0) continue
      keys.push(node.key)
      add(below)
    }
  }
  add(topNodes(view))
  return keys
}

/** What is there to be drawn, and what of it is open unless a person says otherwise. */
interface Shape {
  readonly top: readonly TreeNode[]
  readonly below: (node: TreeNode) => readonly TreeNode[]
  readonly isOpen: (node: TreeNode) => boolean
}

function wholeTree(view: PlanView): Shape {
  const isLarge = rollupOf(view, 'root').goals > manyGoals
  return {
    top: topNodes(view),
    below: (node) => nodesBelow(view, node),
    isOpen: ({ kind }) => !isLarge || (kind !== 'output' && kind !== 'goal'),
  }
}

function foundIn(view: PlanView, words: readonly string[]): Shape {
  // a node that leads to a match, with what of the tree below it is kept
  const leading = new Map<TreeKey, readonly TreeNode[]>()
  const keep = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
    nodes.filter((node) => {
      const below = keep(nodesBelow(view, node))
      if (below.length > 0) leading.set(node.key, below)
      return below.length > 0 || isMatch({ view, node, words })
    })
  const top = keep(topNodes(view))
  return {
    top,
    below: (node) => leading.get(node.key) ?? nodesBelow(view, node),
    isOpen: (node) => leading.has(node.key),
  }
}
