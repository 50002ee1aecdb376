import { derivedKey } from '../../model/derived-key.ts'
import type { Day } from '../../model/date.ts'
import { idOf, type OutcomeId, type OutputId, type PlanId, type ProgramId } from '../../model/ids.ts'
import { normalisedText } from './derived-keys.ts'
import type { GoalsPage } from '../page/goals-page.ts'

/** The ids of what a page has once, derived from program and fiscal year. */
export interface PageIdentity {
  readonly planKey: string
  readonly plan: PlanId
  readonly program: ProgramId
  readonly outcome: (number: string) => OutcomeId
  readonly output: (number: string) => OutputId
}

/** A page that doesn't say its program's code is told by its title, and a part without either by its first outcome. */
export function identityOf(page: GoalsPage): PageIdentity {
  const { code, title, startsOn } = page.program
  const name = code ?? (title === '' ? (page.sections[0]?.outcomeTitle?.text ?? '') : title)
  const planKey = planKeyOf(name, startsOn)
  return {
    planKey,
    plan: idOf('plan', planKey),
    program: idOf('program', derivedKey([planKey, 'program'])),
    outcome: (number) => idOf('outcome', derivedKey([planKey, 'outcome', number])),
    output: (number) => idOf('output', derivedKey([planKey, 'output', number])),
  }
}

/** The key of the plan that a page makes, by what it is called and the year's first day. */
export function planKeyOf(name: string, startsOn: Day): string {
  return derivedKey(['goals page', normalisedText(name), startsOn])
}
