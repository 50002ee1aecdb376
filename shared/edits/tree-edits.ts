import type { Edit } from '../changes/change.ts'
import type { OutcomeId, OutputId, PlanId, ProgramId } from '../model/ids.ts'
import { outcomesOf, outputsOf, programsOf, recordOf, type PlanView } from '../plan/plan-view.ts'
import { orderAtEnd } from './place-record.ts'

/** A new, empty plan. */
export function createPlan({ id, title, startsOn }: { readonly id: PlanId; readonly title: string; readonly startsOn: string }): readonly Edit[] {
  return [{ on: id, set: { title, startsOn } }]
}

/** A new program, last of the plan. */
export function addProgram({ view, id, code, title }: { readonly view: PlanView; readonly id: ProgramId; readonly code: string; readonly title: string }): readonly Edit[] {
  return [{ on: id, set: { code, title, order: orderAtEnd(programsOf(view)) } }]
}

/** A new outcome, numbered after the highest of its program: 7 after 1, 2, 6. */
export function addOutcome({ view, id, program, title }: { readonly view: PlanView; readonly id: OutcomeId; readonly program: ProgramId | null; readonly title: string }): readonly Edit[] {
  const siblings = outcomesOf(view, program ?? 'root')
  const number = String(highest(siblings.map((outcome) => outcome.number)) + 1)
  return [{ on: id, set: { ...(program === null ? {} : { program }), number, title, order: orderAtEnd(siblings) } }]
}

/** A new output, numbered after the highest of its outcome: 2.4 after 2.1 and 2.3. */
export function addOutput({ view, id, outcome, title }: { readonly view: PlanView; readonly id: OutputId; readonly outcome: OutcomeId | null; readonly title: string }): readonly Edit[] {
  const siblings = outputsOf(view, outcome ?? 'root')
  const prefix = recordOf(view, outcome)?.number ?? ''
  const last = highest(siblings.map((output) => output.number.split('.').at(-1) ?? ''))
  return [{ on: id, set: { ...(outcome === null ? {} : { outcome }), number: prefix === '' ? String(last + 1) : `${prefix}.${last + 1}`, title, order: orderAtEnd(siblings) } }]
}

function highest(numbers: readonly string[]): number {
  return Math.max(0, ...numbers.map(Number).filter(Number.isInteger))
}
