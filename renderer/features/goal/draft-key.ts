import type { PlanId, RecordId } from '../../../shared/model/ids.ts'

export interface DraftPlace {
  readonly plan: PlanId
  readonly what: 'description' | 'note' | 'noteEdit' | 'subGoal'
  readonly on: RecordId
}

/** The key under which a text is kept while it is typed: what it will be, and where. */
export function draftKey({ plan, what, on }: DraftPlace): string {
  return `${plan} ${what} ${on}`
}
