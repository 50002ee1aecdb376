import type { BoardFilter } from '../../../shared/board/query.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { programsOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { programLabel } from '../../parts/program-label.ts'
import { boardText } from '../../text/board.ts'
import { printText } from '../../text/print.ts'

/** What the board is narrowed to, in words, where nobody sees the chips: `TEC3 Deployment Pipeline`, `Outcome 1, 3`; none where nothing is hidden. */
export function filterWords(view: PlanView, { programs, outcomes, teams, owners, stretch, needsNote, text }: BoardFilter): readonly string[] {
  const numbers = allOutcomes(view).flatMap(({ id, number }) => (outcomes.includes(id) ? [number] : []))
  return [
    ...programsOf(view).flatMap((program) => (programs.includes(program.id) ? [programLabel(program)] : [])),
    ...(numbers.length === 0 ? [] : [boardText.filterOutcome(numbers)]),
    ...teams.map((team) => team || boardText.noTeam),
    ...owners.map((owner) => owner || boardText.noOwner),
    ...(stretch ? [printText.stretch] : []),
    ...(needsNote ? [printText.needsNote] : []),
    ...(text.trim() === '' ? [] : [printText.withText(text.trim())]),
  ]
}
