import { statuses } from '../../model/status.ts'
import { keyOf } from '../../model/ids.ts'
import { wordsFor, type ReadStatus } from './goal-status.ts'
import { noReason, type ReasonWords } from '../text/reason-words.ts'
import type { PlannedGoal, PlannedSection } from './planned-section.ts'
import type { Choice, Need, Proposal } from './proposal.ts'

interface GoalInSection {
  readonly goal: PlannedGoal
  readonly planned: PlannedSection
  readonly read: ReadStatus
}

/** What to ask about a goal's status: the status itself where it isn't sure, else its reason where a note has words for it. */
export function proposeStatus({ goal, planned, read }: GoalInSection): Proposal | null {
  if (!read.isSure) return { ...proposalOf({ goal, planned, read }), id: `status:${keyOf(goal.id)}`, kind: 'status', choices: statusChoices({ goal, read }), proposed: read.status }
  if (read.words.reason === '' && read.words.waitingOn === '') return null
  const choices: readonly Choice[] = [
    { id: 'words', label: read.words.reason, edits: [{ on: goal.id, set: fieldsOf(read.words) }] },
    { id: 'none', label: '', edits: [{ on: goal.id, set: fieldsOf(noReason) }] },
  ]
  return { ...proposalOf({ goal, planned, read }), id: `reason:${keyOf(goal.id)}`, kind: 'reason', choices, proposed: 'words' }
}

function statusChoices({ goal, read }: Pick<GoalInSection, 'goal' | 'read'>): readonly Choice[] {
  return statuses.map((status): Choice => {
    const words = status === read.status ? read.words : wordsFor({ status, said: read.said })
    return { id: status, label: status, edits: [{ on: goal.id, set: { status, ...fieldsOf(words) } }] }
  })
}

/** Both fields in every choice, so that each choice says all that another one could have said. */
function fieldsOf({ reason, waitingOn }: ReasonWords): { readonly reason: string | null; readonly waitingOn: string | null } {
  return { reason: reason === '' ? null : reason, waitingOn: waitingOn === '' ? null : waitingOn }
}

function proposalOf({ goal, planned, read }: GoalInSection): Omit<Proposal, 'id' | 'kind' | 'choices' | 'proposed'> {
  const decisive = read.said.findLast((statement) => statement.status === read.status)
  const doubt = read.said.findLast((statement) => statement.status === null)
  const shown = read.isSure ? decisive : (laterOf({ read, a: decisive, b: doubt }) ?? read.said.at(-1))
  return {
    line: shown?.clause.line ?? goal.page.line,
    quote: shown?.clause.quote ?? goal.title,
    alsoSaid: read.said.filter((statement) => statement !== shown).map(({ clause }) => ({ line: clause.line, quote: clause.quote })),
    about: goal.id,
    title: goal.title,
    outputs: planned.section.outputs,
    quarter: planned.section.quarter,
    needs: needOf(goal),
  }
}

type Said = ReadStatus['said'][number] | undefined

function laterOf({ read, a, b }: { readonly read: ReadStatus; readonly a: Said; readonly b: Said }): Said {
  if (a === undefined || b === undefined) return a ?? b
  return read.said.indexOf(a) > read.said.indexOf(b) ? a : b
}

/** A goal that is a part of a list is only there while the list is split. */
export function needOf(goal: PlannedGoal): Need | null {
  return goal.list === null ? null : { proposal: `split:${keyOf(goal.list)}`, choice: 'each', otherwise: null }
}
