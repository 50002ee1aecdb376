import type { BoardFilter } from '../board/query.ts'
import type { OutcomeId, ProgramId } from '../model/ids.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { cleanLine } from './clean-text.ts'

/** What a filter leaves, in words: `Outcome 1 or 3`, `Team SRE`; empty where it hides nothing. */
export function filterWords(view: PlanView, filter: BoardFilter): readonly string[] {
  const { programs, outcomes, teams, owners, stretch, needsNote, text } = filter
  const lists = [
    { one: 'Program', many: 'Programs', named: programs.map((id) => programName(view, id)) },
    { one: 'Outcome', many: 'Outcomes', named: outcomes.map((id) => outcomeName(view, id)) },
    { one: 'Team', many: 'Teams', named: teams },
    { one: 'Owner', many: 'Owners', named: owners.map((owner) => (owner === '' ? 'nobody' : owner)) },
  ]
  return [
    ...lists.filter(({ named }) => named.length > 0).map(({ one, many, named }) => `${named.length === 1 ? one : many} ${named.map(cleanLine).join(' or ')}`),
    ...(stretch ? ['Stretch goals'] : []),
    ...(needsNote ? ['Goals that need a note'] : []),
    ...(text.trim() === '' ? [] : [`Goals with “${cleanLine(text)}”`]),
  ]
}

function programName(view: PlanView, id: ProgramId): string {
  const program = recordOf(view, id)
  return program === null ? id : program.code || program.title
}

function outcomeName(view: PlanView, id: OutcomeId): string {
  const outcome = recordOf(view, id)
  return outcome === null ? id : outcome.number || outcome.title
}
