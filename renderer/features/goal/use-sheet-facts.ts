import type { Goal } from '../../../shared/model/goal.ts'
import { hasKind } from '../../../shared/model/ids.ts'
import { outcomeOfGoal, outputOfGoal, ownerOf, parentGoalOf, quartersOfGoal } from '../../../shared/plan/goal-place.ts'
import { isGivenUp } from '../../../shared/plan/is-given-up.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { fieldLabel } from '../../../shared/words/fields.ts'
import { usePlan } from '../../state/session.tsx'
import { formatFullDate, quarterLabel, quarterMonths } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { recordText } from '../../text/records.ts'
import { acceptText } from '../../text/teams.ts'

/** The fields of a goal that say something, with their words. */
export function useSheetFacts(goal: Goal): readonly (readonly [label: string, value: string])[] {
  const view = usePlan((state) => state.view)
  const { id } = goal
  const output = outputOfGoal(view, id)
  const outcome = outcomeOfGoal(view, id)
  const program = recordOf(view, outcome?.program ?? null)
  const range = quartersOfGoal(view, id)
  const titleOf = (other: string): string => (hasKind(other, 'goal') ? (recordOf(view, other)?.title ?? goalText.missingGoal) : `${other} (${acceptText.state(goal.accepted.includes(other))})`)
  const facts: readonly (readonly [label: string, value: string])[] = [
    [goalText.reason, goal.reason],
    [goalText.waitingOn, goal.waitingOn],
    [fieldLabel.since, goal.since === '' ? '' : formatFullDate(goal.since)],
    [fieldLabel.dropped, isGivenUp(view, goal) ? recordText.yes : ''],
    [goalText.quarter, range === null ? goalText.notScheduled : goalText.quarterOption(quarterLabel(range.first), quarterMonths({ startsOn: yearStartOf(view), quarter: range.first }))],
    [fieldLabel.until, range === null || range.first === range.last ? '' : quarterLabel(range.last)],
    [goalText.stretch, goal.stretch ? recordText.yes : ''],
    [fieldLabel.program, program === null ? '' : `${program.code} ${program.title}`.trim()],
    [fieldLabel.outcome, outcome === null ? '' : `${outcome.number} ${outcome.title}`.trim()],
    [goalText.output, output === null ? goalText.noOutput : goalText.outputOption(output.number, output.title)],
    [goalText.partOf, parentGoalOf(view, id)?.title ?? ''],
    [goalText.owner, ownerOf(view, id)],
    [goalText.teams, goal.teams.join(', ')],
    [goalText.tasks, goal.tasks.join(', ')],
    [goalText.dependsOn, goal.dependsOn.map(titleOf).join(', ')],
    [fieldLabel.carriedThrough, goal.carriedThrough.join(', ')],
    [fieldLabel.carriedInto, goal.carriedInto],
    [goalText.carriedFrom, goal.carriedFrom === null ? '' : titleOf(goal.carriedFrom)],
  ]
  return facts.filter(([, value]) => value !== '')
}
