import { derivedKey } from '../model/derived-key.ts'
import { addMonths, type Day } from '../model/date.ts'
import { idOf, keyOf, kindOf, type GoalId, type OutcomeId, type OutputId, type PlanId, type ProgramId, type RecordId } from '../model/ids.ts'
import { allOutcomes } from '../plan/outline.ts'
import { programsOf, recordOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { planKeyOf } from '../wiki/to-plan/page-identity.ts'
import { pageGoalId, pageSourceOf } from './page-source.ts'

/** The ids of the plan of the next year: the same for everybody who begins it from this one. */
export interface NextYearIds {
  readonly startsOn: Day
  readonly plan: PlanId
  readonly program: (id: ProgramId) => ProgramId
  readonly outcome: (id: OutcomeId) => OutcomeId
  readonly output: (id: OutputId) => OutputId
  /** A page's goal has the id that it would have in the first quarter, whether it is planned for that or for none. */
  readonly goal: (id: GoalId) => GoalId
}

/** Where this plan came from a goals page, the ids are those that the page of the next year would give; else they follow from the ids of this one. */
export function nextYearIds(view: PlanView): NextYearIds {
  const startsOn = addMonths({ day: yearStartOf(view), months: 12 })
  const own = keyOf(view.plan?.id ?? 'plan:none')
  const name = pageNameOf(view)
  const next = name === null ? derivedKey(['next year', own, startsOn]) : planKeyOf(name, startsOn)
  const after = <Id extends RecordId>(id: Id): Id => `${kindOf(id)}:${derivedKey(['next year', id, startsOn])}` as Id // of the same kind
  /** What a page derives from the plan and these parts. */
  const numbered = <Id extends RecordId>(id: Id, ...parts: readonly string[]): Id => {
    const isOfPage = name !== null && keyOf(id) === derivedKey([own, ...parts])
    return isOfPage ? (`${kindOf(id)}:${derivedKey([next, ...parts])}` as Id) : after(id)
  }
  return {
    startsOn,
    plan: idOf('plan', next),
    program: (id) => numbered(id, 'program'),
    outcome: (id) => numbered(id, 'outcome', recordOf(view, id)?.number ?? ''),
    output: (id) => numbered(id, 'output', recordOf(view, id)?.number ?? ''),
    goal: (id) => {
      const source = name === null ? null : pageSourceOf(view, id)
      return source === null ? after(id) : pageGoalId({ ...source, planKey: next, quarter: 1 })
    },
  }
}

/** By what name a goals page made this plan (see `identityOf`); null where none did. */
function pageNameOf(view: PlanView): string | null {
  const { plan } = view
  if (plan === null) return null
  const names = [...programsOf(view).flatMap(({ code, title }) => [code, title]), ...allOutcomes(view).map(({ title }) => title)]
  return names.find((name) => planKeyOf(name, plan.startsOn) === keyOf(plan.id)) ?? null
}
