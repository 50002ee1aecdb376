import { hasKind, type RecordId } from '../../model/ids.ts'
import { allOutcomes, allOutputs } from '../outline.ts'
import { programsOf, type PlanView } from '../plan-view.ts'
import type { TreeId } from './tree-place.ts'

/** The records of the level above that a record can belong to, in the order of the plan; goals are found by `findGoals`. */
export function destinationsOf(view: PlanView, id: TreeId): readonly RecordId[] {
  if (hasKind(id, 'outcome')) return programsOf(view).map((program) => program.id)
  if (hasKind(id, 'output')) return allOutcomes(view).map((outcome) => outcome.id)
  return hasKind(id, 'goal') ? allOutputs(view).map((output) => output.id) : []
}
