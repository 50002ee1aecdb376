import type { PlanView } from './plan-view.ts'
import { rollupOf, rollupOfChildren, rollupOfGoals, type Rollup } from './rollup.ts'
import { goalsByQuarter, type TreeNode } from './tree/tree-nodes.ts'

/** The roll-up of what stands below a row of the tree. */
export function rollupOfNode(view: PlanView, node: TreeNode): Rollup {
  if (node.kind === 'quarter') return rollupOfGoals(view, goalsByQuarter(view, node.output).get(node.quarter) ?? [])
  if (node.kind === 'loose') return rollupOfChildren(view, { parent: 'root', kind: node.holds })
  return rollupOf(view, node.id)
}
