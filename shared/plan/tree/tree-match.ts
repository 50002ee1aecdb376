import { recordOf, type PlanView } from '../plan-view.ts'
import { holdsWords } from '../text-match.ts'
import type { TreeNode } from './tree-nodes.ts'

/** Whether a node stands for a record that holds all the words; quarters and groups say nothing themselves. */
export function isMatch({ view, node, words }: { readonly view: PlanView; readonly node: TreeNode; readonly words: readonly string[] }): boolean {
  const record = 'id' in node ? recordOf<(typeof node)['kind']>(view, node.id) : null
  return record !== null && holdsWords(record, words)
}
