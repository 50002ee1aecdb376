import { createBoard } from '../../shared/board/board.ts'
import { cardOf, type Card } from '../../shared/board/card.ts'
import { emptyFilter, type BoardQuery } from '../../shared/board/query.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { statuses } from '../../shared/model/status.ts'
import { spanOf, type Quarter } from '../../shared/model/year.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { counted } from '../../shared/words/counted.ts'
import type { NamedText } from './input.ts'
import { done, plain, refused, type Outcome } from './outcome.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { contentOf, planName, readPlan } from './plan-text.ts'

/** The board as text: a list for each status that has goals, in the order of the columns. */
export function showBoard({ name, text, quarter }: NamedText & { readonly quarter: Quarter | null }): Outcome {
  const read = readPlan({ name, text })
  if (!read.ok) return refused(read.reason)
  const view = createView(contentOf(read.file, name))
  const query: BoardQuery = { scope: quarter ?? 'year', filter: emptyFilter, subGoals: false, due: new Map() }
  const board = createBoard(view, query)
  const lists = statuses.filter((status) => board.columns[status].length > 0).map((status) => {
    const cards = board.columns[status].flatMap((id) => cardOf({ view, id, due: query.due }) ?? [])
    return [`${statusLabel[status]} (${cards.length})`, ...cards.flatMap(cardLines)].join('\n')
  })
  const counts = [counted(board.shown, 'goal'), `${board.columns.done.length} done`, ...unscheduled({ view, query })].join(', ')
  return done({ result: `${[`${headOf({ view, id: read.file.planId, quarter })}\n${counts}`, ...lists].join('\n\n')}\n` })
}

function headOf({ view, id, quarter }: { readonly view: PlanView; readonly id: PlanId; readonly quarter: Quarter | null }): string {
  const startsOn = statedPlan(view.set, id).startsOn
  const span = quarter === null || startsOn === null ? null : spanOf({ startsOn, quarter })
  return plain([planName(view, id), ...(quarter === null ? [] : [`Q${quarter}${span === null ? '' : `, ${span.from} to ${span.to}`}`])].join(' '))
}

/** Goals of no quarter stand on no board of a year, so they are at least counted. */
function unscheduled({ view, query }: { readonly view: PlanView; readonly query: BoardQuery }): readonly string[] {
  const count = query.scope === 'year' ? createBoard(view, { ...query, scope: 'unscheduled' }).shown : 0
  return count === 0 ? [] : [`${count} not scheduled`]
}

function cardLines({ goal, outputNumber, subGoals, subGoalsDone, notedOn, noted }: Card): readonly string[] {
  const facts = [
    ...(goal.stretch ? ['stretch'] : []),
    ...(subGoals === 0 ? [] : [`${subGoalsDone} of ${subGoals} sub-goals done`]),
    ...(goal.teams.length === 0 ? [] : [goal.teams.join(', ')]),
    ...goal.tasks,
  ]
  const why = [...(goal.reason === '' ? [] : [goal.reason]), ...(goal.waitingOn === '' ? [] : [`waiting on ${goal.waitingOn}`])]
  const indent = `${' '.repeat(2 + Math.max(outputNumber.length, 4))} `
  return [
    `  ${outputNumber.padEnd(4)} ${goal.title}${facts.length === 0 ? '' : ` [${facts.join('; ')}]`}`,
    ...(why.length === 0 ? [] : [`${indent}${why.join('; ')}`]),
    ...(notedOn === null ? [] : [`${indent}${notedOn} ${noted ?? ''}`.trimEnd()]),
  ].map((line) => plain(line))
}
