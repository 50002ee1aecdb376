import type { GoalId, OutcomeId, OutputId, ProgramId, RecordId } from '../../model/ids.ts'
import { quarters, type Quarter } from '../../model/year.ts'
import { childrenOf, recordOf, type PlanView } from '../plan-view.ts'

/** Records that belong to nothing, by kind: each kind has a group of its own at the end of the tree. */
export type LooseKind = 'outcome' | 'output' | 'goal'

/** Names a row of the tree: a record's id, a quarter of an output, or a group of records that belong to nothing. */
export type TreeKey = RecordId | `quarter ${OutputId | 'root'} ${Quarter | 'none'}` | `loose ${LooseKind}`

/** What a row of the plan's tree stands for. */
export type TreeNode =
  | { readonly kind: 'program'; readonly key: TreeKey; readonly id: ProgramId }
  | { readonly kind: 'outcome'; readonly key: TreeKey; readonly id: OutcomeId }
  | { readonly kind: 'output'; readonly key: TreeKey; readonly id: OutputId }
  | { readonly kind: 'quarter'; readonly key: TreeKey; readonly output: OutputId | 'root'; readonly quarter: Quarter | null }
  | { readonly kind: 'goal'; readonly key: TreeKey; readonly id: GoalId }
  | { readonly kind: 'loose'; readonly key: TreeKey; readonly holds: LooseKind }

/** A list of goals split by quarter, those not scheduled under null; quarters without a goal are absent. */
export type GoalsByQuarter = ReadonlyMap<Quarter | null, readonly GoalId[]>

// a list is made anew when a goal in it changes, so its split holds for as long as the list is the same
const splits = new WeakMap<readonly GoalId[], GoalsByQuarter>()
const made = new WeakMap<object, readonly TreeNode[]>()
// and with the list its nodes, so what stands below a node holds for as long as it is the same node
const below = new WeakMap<TreeNode, readonly TreeNode[]>()
const inOrder: readonly (Quarter | null)[] = [...quarters, null]

/** The first-level goals of an output, or those that belong to none (`root`), by quarter. */
export function goalsByQuarter(view: PlanView, output: OutputId | 'root'): GoalsByQuarter {
  const goals = childrenOf(view, { parent: output, kind: 'goal' })
  const known = splits.get(goals)
  if (known !== undefined) return known
  const byQuarter = Map.groupBy(goals, (id) => recordOf(view, id)?.quarter ?? null)
  const split = new Map(inOrder.flatMap((quarter) => (byQuarter.has(quarter) ? [[quarter, byQuarter.get(quarter) ?? []] as const] : [])))
  splits.set(goals, split)
  return split
}

/** The nodes at the top: programs, then what belongs to nothing, so that nothing is ever out of sight. */
export function topNodes(view: PlanView): readonly TreeNode[] {
  const loose = (['outcome', 'output', 'goal'] as const).filter((kind) => childrenOf(view, { parent: 'root', kind }).length > 0)
  return [...nodesOf('program', childrenOf(view, { parent: 'root', kind: 'program' })), ...loose.map((holds) => ({ kind: 'loose', key: `loose ${holds}`, holds }) as const)]
}

/** The nodes one step below a node, in their order. */
export function nodesBelow(view: PlanView, node: TreeNode): readonly TreeNode[] {
  const known = below.get(node)
  if (known !== undefined) return known
  const nodes = findBelow(view, node)
  below.set(node, nodes)
  return nodes
}

function findBelow(view: PlanView, node: TreeNode): readonly TreeNode[] {
  switch (node.kind) {
    case 'program':
      return nodesOf('outcome', childrenOf(view, { parent: node.id, kind: 'outcome' }))
    case 'outcome':
      return nodesOf('output', childrenOf(view, { parent: node.id, kind: 'output' }))
    case 'output':
      return quarterNodes(view, node.id)
    case 'quarter':
      return nodesOf('goal', goalsByQuarter(view, node.output).get(node.quarter) ?? [])
    case 'goal':
      return nodesOf('goal', childrenOf(view, { parent: node.id, kind: 'goal' }))
    case 'loose':
      return looseNodes(view, node.holds)
  }
}

/** The key of an output's quarter; null stands for the goals that are not scheduled. */
export function quarterKey(output: OutputId | 'root', quarter: Quarter | null): TreeKey {
  return `quarter ${output} ${quarter ?? 'none'}`
}

function quarterNodes(view: PlanView, output: OutputId | 'root'): readonly TreeNode[] {
  const split = goalsByQuarter(view, output)
  return nodesFor(split, () => [...split.keys()].map((quarter) => ({ kind: 'quarter', key: quarterKey(output, quarter), output, quarter })))
}

function looseNodes(view: PlanView, holds: LooseKind): readonly TreeNode[] {
  if (holds === 'goal') return quarterNodes(view, 'root')
  return holds === 'outcome' ? nodesOf('outcome', childrenOf(view, { parent: 'root', kind: 'outcome' })) : nodesOf('output', childrenOf(view, { parent: 'root', kind: 'output' }))
}

type RecordNode = Extract<TreeNode, { readonly id: RecordId }>

function nodesOf<K extends RecordNode['kind']>(kind: K, ids: readonly `${K}:${string}`[]): readonly TreeNode[] {
  return ids.length === 0 ? [] : nodesFor(ids, () => ids.map((id) => ({ kind, key: id, id }) as RecordNode)) // kind and id are of the same K
}

/** The nodes made of a list, the same ones for as long as it is the same list. */
function nodesFor(list: object, make: () => readonly TreeNode[]): readonly TreeNode[] {
  const known = made.get(list)
  if (known !== undefined) return known
  const nodes = make()
  made.set(list, nodes)
  return nodes
}
