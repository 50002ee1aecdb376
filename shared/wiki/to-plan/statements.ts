import { categoryOf, type Status } from '../../model/status.ts'
import type { GoalId } from '../../model/ids.ts'
import type { PageClause } from '../page/goals-page.ts'
import type { NameIndex } from '../text/name-match.ts'
import type { PlannedNote } from './planned-section.ts'

/** What one clause of a note says about the status of goals. */
export interface Statement {
  readonly note: PlannedNote
  readonly clause: PageClause
  /** `this` speaks of the section's own goals, `all` of sub-goals too, `other` of something that is no goal. */
  readonly speaksOf: 'this' | 'all' | 'named' | 'other'
  readonly goals: readonly GoalId[]
  /** Null where the words only raise a doubt: `will be Done` doesn't say that it is, nor that it isn't. */
  readonly status: Status | null
  /** `Kask is Partially done` counts more than `All goals are In progress` in the same note. */
  readonly strength: 0 | 1 | 2
}

/** All statements of a section's notes, in the order of the notes' dates and then of the page. */
export function statementsOf({ notes, names }: { readonly notes: readonly PlannedNote[]; readonly names: NameIndex<GoalId> }): readonly Statement[] {
  return byDate(notes).flatMap((note) => note.page.clauses.flatMap((clause) => statementOf({ note, clause, names }) ?? []))
}

/** A note of a month stays behind the notes of that month above it, one without a date behind the note above it. */
function byDate(notes: readonly PlannedNote[]): readonly PlannedNote[] {
  const lastOfMonth = new Map<string, string>()
  let last = ''
  const keyed = notes.map((note) => {
    const date = note.page.date?.value ?? last
    const month = date.slice(0, 7)
    const before = lastOfMonth.get(month) ?? ''
    last = date === month && before > date ? before : date
    if (last > before) lastOfMonth.set(month, last)
    return { note, key: last }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ note }) => note)
}

interface ClauseInNote {
  readonly note: PlannedNote
  readonly clause: PageClause
  readonly names: NameIndex<GoalId>
}

function statementOf({ note, clause, names }: ClauseInNote): Statement | null {
  const { mark, text } = clause
  const isAll = /^(?:all|both)\b.*\bgoals?\b/i.test(text)
  const goals = isAll ? [] : names.namedBy(text)
  if (mark === null) {
    const status = goals.length === 0 ? null : statusInWords(text)
    return status === null ? null : { note, clause, speaksOf: 'named', goals, status, strength: 1 }
  }
  const speaksOf = isAll ? 'all' : goals.length > 0 ? 'named' : isAboutThis(text) ? 'this' : 'other'
  return { note, clause, speaksOf, goals, status: mark.claim === 'now' ? mark.status : null, strength: speaksOf === 'named' ? 2 : 0 }
}

function isAboutThis(text: string): boolean {
  return /^(?:still|now|currently)?$/i.test(text) || /\b(?:this|these|it|they|everything|all|both|goals?)\b/i.test(text)
}

/**
 * What a clause without a mark lets a reader take a goal to be. Only ever proposed: `just recently started`
 * is In progress, `will be done next FY` is Postponed.
 */
function statusInWords(text: string): Status | null {
  if (/\b(?:started|on-?going|going slow|progressing|producing)\b/i.test(text)) return 'inProgress'
  return /\b(?:next (?:fy|year|quarter|fiscal year)|to q[1-4])\b/i.test(text) ? 'postponed' : null
}

/** The one status that a note states for all it is about, or null. */
export function statusOfNote({ statements, isOnlyGoal }: { readonly statements: readonly Statement[]; readonly isOnlyGoal: boolean }): Status | null {
  const stated = statements.filter((statement) => statement.status !== null)
  if (isOnlyGoal) return stated.at(-1)?.status ?? null
  const [first] = stated
  const isPlain = stated.every((statement) => statement.status === first?.status && (statement.speaksOf === 'this' || statement.speaksOf === 'all'))
  return isPlain ? (first?.status ?? null) : null
}

/** What the parts of a goal together are, where nobody says it of the goal itself. */
export function statusOfParts(statuses: readonly Status[]): Status {
  const [first = 'todo'] = statuses
  if (statuses.every((status) => status === first)) return first
  return statuses.every((status) => categoryOf(status) === 'closed') ? 'partiallyDone' : 'inProgress'
}
