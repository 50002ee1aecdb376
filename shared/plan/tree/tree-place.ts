import { recordIn } from '../../changes/fold.ts'
import { hasKind, kindOf, type GoalId, type OutcomeId, type OutputId, type ProgramId, type RecordId } from '../../model/ids.ts'
import type { Quarter } from '../../model/year.ts'
import { childrenOf, parentOf, recordOf, type PlanView } from '../plan-view.ts'
import { goalsByQuarter } from './tree-nodes.ts'

/** The records that stand in the tree. */
export type TreeId = ProgramId | OutcomeId | OutputId | GoalId

/** A place in the tree of the plan. */
export interface TreePlace {
  /** What a record there belongs to; null: to nothing. */
  readonly under: RecordId | null
  /** For a goal that is nobody's sub-goal: the quarter it is planned for. Left out, it keeps its own. */
  readonly quarter?: Quarter | null
  /** Where it stands among the others there, itself not counted. */
  readonly index: number
}

export interface SiblingsPlace {
  /** A record of the kind that is asked for. */
  readonly id: TreeId
  readonly under: RecordId | null
  /** For goals at the first level: only those of this quarter. */
  readonly quarter?: Quarter | null | undefined
}

/** The records of one kind that stand together below something, as the tree shows them. */
export function siblingsIn(view: PlanView, { id, under, quarter }: SiblingsPlace): readonly TreeId[] {
  const parent = under ?? 'root'
  if (hasKind(id, 'program')) return childrenOf(view, { parent: 'root', kind: 'program' })
  if (hasKind(id, 'outcome')) return childrenOf(view, { parent, kind: 'outcome' })
  if (hasKind(id, 'output')) return childrenOf(view, { parent, kind: 'output' })
  const isFirstLevel = parent === 'root' || hasKind(parent, 'output')
  if (isFirstLevel && quarter !== undefined) return goalsByQuarter(view, parent).get(quarter) ?? []
  return childrenOf(view, { parent, kind: 'goal' })
}

/** Where a record stands now, as the tree shows it, with those it stands among; null for one that isn't there. */
export function standingOf(view: PlanView, id: TreeId): { readonly under: RecordId | null; readonly quarter: Quarter | null | undefined; readonly list: readonly TreeId[]; readonly index: number } | null {
  const folded = recordIn(view.set, id)
  if (folded === undefined) return null
  const under = parentOf(view, folded)
  const quarter = kindOf(id) === 'goal' && !hasKind(under, 'goal') ? (recordOf<'goal'>(view, id as GoalId)?.quarter ?? null) : undefined // the kind says goal
  const list = siblingsIn(view, { id, under, quarter })
  const index = list.indexOf(id)
  return index < 0 ? null : { under, quarter, list, index }
}
