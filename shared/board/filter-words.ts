import type { OutcomeId, ProgramId } from '../model/ids.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import type { BoardFilter } from './query.ts'

/** What a filter leaves, in words for within a sentence: `outcome 1 or 3`, `team SRE or no team`; empty where it hides nothing. */
export function filterWords(view: PlanView, { programs, outcomes, teams, owners, stretch, needsNote, text }: BoardFilter): readonly string[] {
  return [
    ...listWords('program', programs.map((id) => programName(view, id))),
    ...listWords('outcome', outcomes.map((id) => outcomeName(view, id))),
    ...listWords('team', teams),
    ...listWords('owner', owners),
    ...(stretch ? ['stretch goals'] : []),
    ...(needsNote ? ['goals that need a note'] : []),
    ...(text.trim() === '' ? [] : [`goals with “${text.trim()}”`]),
  ]
}

/** The empty name stands for none. */
function listWords(kind: string, names: readonly string[]): readonly string[] {
  const named = names.filter((name) => name !== '')
  const words = [...(named.length === 0 ? [] : [`${kind} ${named.join(' or ')}`]), ...(names.includes('') ? [`no ${kind}`] : [])]
  return words.length === 0 ? [] : [words.join(' or ')]
}

function programName(view: PlanView, id: ProgramId): string {
  const program = recordOf(view, id)
  return program?.code.trim() || program?.title.trim() || id
}

function outcomeName(view: PlanView, id: OutcomeId): string {
  const outcome = recordOf(view, id)
  return outcome?.number.trim() || outcome?.title.trim() || id
}
