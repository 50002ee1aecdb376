import type { Edit } from '../../../shared/changes/change.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'

/** Makes a sub-goal a goal of its own, where it was: in the same output and the same quarter. */
export function freeGoal({ view, id }: { readonly view: PlanView; readonly id: GoalId }): readonly Edit[] {
  return editFields({ view, on: id, set: { parent: null, output: outputOfGoal(view, id)?.id ?? null, quarter: quarterOfGoal(view, id) } })
}
