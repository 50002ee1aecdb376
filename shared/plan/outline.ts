import type { OutputId, ProgramId } from '../model/ids.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import { outcomesOf, outputsOf, programsOf, type PlanView } from './plan-view.ts'

/** Every outcome in the order of the plan; those of no program last. */
export function allOutcomes(view: PlanView): readonly Outcome[] {
  return [...programsOf(view).flatMap((program) => outcomesOf(view, program.id)), ...outcomesOf(view, 'root')]
}

/** The outcomes of some programs; every one where no program is named. */
export function outcomesOfPrograms(view: PlanView, programs: readonly ProgramId[]): readonly Outcome[] {
  return programs.length === 0 ? allOutcomes(view) : allOutcomes(view).filter(({ program }) => program !== null && programs.includes(program))
}

/** Every output in the order of the plan; those of no outcome last. */
export function allOutputs(view: PlanView): readonly Output[] {
  return [...allOutcomes(view).flatMap((outcome) => outputsOf(view, outcome.id)), ...outputsOf(view, 'root')]
}

/** What goals of the first level stand below, in the order of the plan: the outputs, and last nothing (`root`). */
export function goalPlaces(view: PlanView): readonly (OutputId | 'root')[] {
  return [...allOutputs(view).map(({ id }) => id), 'root']
}
