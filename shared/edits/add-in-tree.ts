import type { Edit } from '../changes/change.ts'
import { hasKind } from '../model/ids.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { siblingsIn, type TreeId, type TreePlace } from '../plan/tree/tree-place.ts'
import { addGoal, addSubGoal } from './goal-edits.ts'
import { placeRecord } from './place-record.ts'
import { addOutcome, addOutput, addProgram } from './tree-edits.ts'

/**
 * A new record at a place in the tree; what kind it is, its id says.
 * @returns null where such a record can't stand
 */
export function addInTree({ view, id, title, to }: { readonly view: PlanView; readonly id: TreeId; readonly title: string; readonly to: TreePlace }): readonly Edit[] | null {
  const added = addLast({ view, id, title, to })
  if (added === null) return null
  const list = siblingsIn(view, { id, under: to.under, quarter: to.quarter }).map((sibling) => ({ id: sibling, order: recordOf(view, sibling)?.order ?? '' }))
  if (to.index >= list.length) return added
  return placeRecord({ list, index: to.index, on: id, set: added[0]?.set ?? {} })
}

function addLast({ view, id, title, to }: { readonly view: PlanView; readonly id: TreeId; readonly title: string; readonly to: TreePlace }): readonly Edit[] | null {
  const { under } = to
  if (hasKind(id, 'program')) return under === null ? addProgram({ view, id, code: '', title }) : null
  if (hasKind(id, 'outcome')) return under === null || hasKind(under, 'program') ? addOutcome({ view, id, program: under, title }) : null
  if (hasKind(id, 'output')) return under === null || hasKind(under, 'outcome') ? addOutput({ view, id, outcome: under, title }) : null
  if (hasKind(under, 'goal')) return addSubGoal({ view, id, title, parent: under })
  if (under !== null && !hasKind(under, 'output')) return null
  const quarter = to.quarter ?? null
  const after = siblingsIn(view, { id, under, quarter }).filter((sibling) => hasKind(sibling, 'goal'))
  return addGoal({ view, id, title, output: under, quarter, status: 'todo', after })
}
