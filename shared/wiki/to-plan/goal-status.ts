import type { GoalId } from '../../model/ids.ts'
import { asksForReason, type Status } from '../../model/status.ts'
import { noReason, reasonIn, type ReasonWords } from '../text/reason-words.ts'
import type { PlannedGoal } from './planned-section.ts'
import { statusOfParts, type Statement } from './statements.ts'

/** What a page says a goal's status is, and how surely. */
export interface ReadStatus {
  readonly status: Status
  /** False where a note speaks of several goals or raises a doubt: then it is proposed to the person. */
  readonly isSure: boolean
  readonly words: ReasonWords
  /** The statements it was read from, latest last; few even on a page that has very many. */
  readonly said: readonly Statement[]
}

interface SectionStatements {
  readonly goals: readonly PlannedGoal[]
  readonly statements: readonly Statement[]
}

const mostSaid = 5

/**
 * The status of each goal of a section: what its own line says, then what the notes say in the order of their
 * dates; in one note a goal's name counts more than `all goals`. A goal that nothing speaks of is To do, but a
 * parent whose sub-goals are spoken of is what they are together.
 */
export function readStatuses({ goals, statements }: SectionStatements): ReadonlyMap<GoalId, ReadStatus> {
  const tops = goals.filter((goal) => goal.parent === null)
  const isSole = tops.length === 1
  const byGoal = Map.groupBy(
    statements.filter((statement) => statement.speaksOf === 'named').flatMap((statement) => statement.goals.map((goal) => ({ goal, statement }))),
    ({ goal }) => goal,
  )
  const general = { all: latest(statements, ['all']), this: latest(statements, isSole ? ['all', 'this', 'other'] : ['all', 'this']) }
  const position = new Map(statements.map((statement, index) => [statement, index]))
  const rank = (statement: Statement): number => position.get(statement) ?? 0
  const read = new Map<GoalId, ReadStatus>()
  for (const goal of goals) {
    const named = (byGoal.get(goal.id) ?? []).map(({ statement }) => statement).slice(-mostSaid)
    const said = [...(goal.parent === null ? general.this : general.all), ...named].toSorted((a, b) => rank(a) - rank(b))
    read.set(goal.id, readStatus({ goal, said, isNamed: named.length > 0, isSole, isAlone: isSole && goals.length === 1 }))
  }
  return withParents({ goals, read, isSole })
}

/** The last statements of some kinds, with the last one that states a status among them. */
function latest(statements: readonly Statement[], kinds: readonly Statement['speaksOf'][]): readonly Statement[] {
  const some = statements.filter((statement) => kinds.includes(statement.speaksOf))
  const stated = some.findLast((statement) => statement.status !== null)
  const last = some.slice(-mostSaid)
  return stated === undefined || last.includes(stated) ? last : [stated, ...last]
}

interface GoalSaid {
  readonly goal: PlannedGoal
  readonly said: readonly Statement[]
  readonly isNamed: boolean
  readonly isSole: boolean
  /** The section has this goal and no other, so every mark speaks of it. */
  readonly isAlone: boolean
}

function readStatus({ goal, said, isNamed, isSole, isAlone }: GoalSaid): ReadStatus {
  const own = ownStatus(goal)
  const decisive = said.reduce<Statement | null>((best, next) => (next.status !== null && (best === null || counts(next, best)) ? next : best), null)
  const doubt = said.findLast((statement) => statement.status === null && statement.clause.mark !== null)
  const isLater = doubt !== undefined && (decisive === null || said.indexOf(doubt) > said.indexOf(decisive))
  // `will be Done` after In progress is no news; after Done it is, and where nothing else is known too
  const isDoubtful = isLater && (doubt.clause.mark?.status === (decisive?.status ?? own) || (decisive?.status ?? own) === null)
  const isAgreed = own !== null && said.every((statement) => statement.status === null || statement.status === own)
  const isPlain = isAlone || (isSole && goal.parent === null && !isNamed)
  const started: Status | null = isDoubtful && doubt.clause.mark?.claim === 'later' ? 'inProgress' : null
  const status = decisive?.status ?? own ?? started ?? 'todo'
  const isUnsaid = decisive === null && own === null && !isDoubtful
  return { status, isSure: !isDoubtful && (isUnsaid || isAgreed || isPlain), words: wordsFor({ status, said }), said }
}

/** Whether a statement counts more than one that stands before it. */
function counts(next: Statement, best: Statement): boolean {
  return next.note !== best.note || next.strength >= best.strength
}

function ownStatus(goal: PlannedGoal): Status | null {
  if (goal.list !== null) return null // the mark of a list says nothing about one of its parts
  return goal.page.words.findLast((word) => word.isMark && word.claim === 'now')?.status ?? null
}

/** Reason and waiting on for a status, from the last statement of that status. */
export function wordsFor({ status, said }: { readonly status: Status; readonly said: readonly Statement[] }): ReasonWords {
  const last = asksForReason(status) ? said.findLast((statement) => statement.status === status) : undefined
  return last === undefined ? noReason : reasonIn(last.clause)
}

function withParents({ goals, read, isSole }: { readonly goals: readonly PlannedGoal[]; readonly read: Map<GoalId, ReadStatus>; readonly isSole: boolean }): ReadonlyMap<GoalId, ReadStatus> {
  const children = Map.groupBy(goals, (goal) => goal.parent)
  for (const goal of goals.toReversed()) {
    const own = read.get(goal.id)
    const parts = (children.get(goal.id) ?? []).flatMap((child) => read.get(child.id) ?? [])
    if (own === undefined || parts.length === 0 || ownStatus(goal) !== null || !isOpen({ own, isSole })) continue
    // no part spoken of: then nothing is known of the whole either
    if (parts.every((part) => part.status === 'todo')) continue
    read.set(goal.id, { ...own, status: statusOfParts(parts.map((part) => part.status)), isSure: false, words: noReason })
  }
  return read
}

/** Whether nothing speaks of the goal itself: at most a `this` that could mean any goal of the section. */
function isOpen({ own, isSole }: { readonly own: ReadStatus; readonly isSole: boolean }): boolean {
  return own.said.every((statement) => statement.status === null || (!isSole && statement.speaksOf === 'this'))
}
