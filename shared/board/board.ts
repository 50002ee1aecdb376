import type { Folded } from '../changes/fold.ts'
import { compareOrdered } from '../changes/order.ts'
import { placeInSorted } from '../changes/sorted-list.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isBookkeeping, type GoalId, type RecordId } from '../model/ids.ts'
import { statuses, type Status } from '../model/status.ts'
import { subtreeOf } from '../plan/goal-place.ts'
import { childrenOf, recordOf, type PlanView } from '../plan/plan-view.ts'
import { placeGoal, type BoardQuery } from './query.ts'

/** The board as data: goals by status, in order. */
export interface Board {
  readonly columns: Readonly<Record<Status, readonly GoalId[]>>
  readonly shown: number
  /** Goals in scope that the filter hides. */
  readonly hidden: number
}

/** Lays out the board from nothing: the cost grows with the plan. */
export function createBoard(view: PlanView, query: BoardQuery): Board {
  return finish(boardInSteps(view, query))
}

/** How many records are looked at between two pauses. */
const stepSize = 500

/** The same in steps, for a board that is only to be looked at. */
export function* boardInSteps(view: PlanView, query: BoardQuery): Steps<Board> {
  const columns = emptyColumns()
  let hidden = 0
  let looked = 0
  for (const { id } of valuesOf(view.set.records)) {
    if (looked % stepSize === 0) yield
    looked += 1
    if (!hasKind(id, 'goal')) continue
    const placement = placeGoal({ view, query, id })
    if (placement.kind === 'shown') columns[placement.status].push(id)
    if (placement.kind === 'hidden') hidden += 1
  }
  for (const status of statuses) {
    yield
    columns[status].sort((a, b) => compareGoals(view, a, b))
  }
  return { columns, shown: countOf(columns), hidden }
}

/** From this many goals on, laying out everything anew costs less than one by one. */
const rebuildFrom = 500

export interface BoardUpdate {
  readonly board: Board
  readonly before: PlanView
  readonly view: PlanView
  readonly touched: Folded['touched']
  readonly query: BoardQuery
}

/** The board after changes: the cost grows with what they touched. Columns that stay the same stay identical. */
export function updateBoard({ board, before, view, touched, query }: BoardUpdate): Board {
  const goals = affectedGoals({ before, view, touched })
  if (goals === 'all' || goals.size >= rebuildFrom) return createBoard(view, query)
  if (goals.size === 0) return board
  const changed = new Map<Status, readonly GoalId[]>()
  const columnOf = (status: Status): readonly GoalId[] => changed.get(status) ?? board.columns[status]
  let hidden = board.hidden
  // all come out before any goes in: a place among goals that are still to move would be the wrong one
  for (const id of goals) {
    const old = placeGoal({ view: before, query, id })
    if (old.kind === 'hidden') hidden -= 1
    if (old.kind === 'shown') changed.set(old.status, columnOf(old.status).filter((member) => member !== id))
  }
  for (const id of goals) {
    const now = placeGoal({ view, query, id })
    if (now.kind === 'hidden') hidden += 1
    if (now.kind === 'shown') changed.set(now.status, insertGoal({ view, column: columnOf(now.status), id }))
  }
  const columns = { ...board.columns }
  for (const [status, column] of changed) columns[status] = isSameList(column, board.columns[status]) ? board.columns[status] : column
  return { columns, shown: countOf(columns), hidden }
}

/** Goals whose place on a board may depend on the touched records; a change above goals touches them all. */
function affectedGoals({ before, view, touched }: { readonly before: PlanView; readonly view: PlanView; readonly touched: Folded['touched'] }): ReadonlySet<GoalId> | 'all' {
  const goals = new Set<GoalId>()
  for (const id of touched.keys()) {
    if (isBookkeeping(id)) continue
    if (hasKind(id, 'note')) for (const goal of goalsOfNote({ before, view, id })) goals.add(goal)
    else if (!hasKind(id, 'goal') || view.cutGoals !== before.cutGoals) return 'all'
    else for (const goal of [...withContinued(before, id), ...withContinued(view, id)]) goals.add(goal)
  }
  return goals
}

/** A goal, those below it, and what they continue: that needs no note for as long as they are there. */
function* withContinued(view: PlanView, id: GoalId): Generator<GoalId> {
  for (const goal of subtreeOf(view, id)) {
    yield goal
    const from = recordOf(view, goal)?.carriedFrom ?? null
    if (from !== null) yield from
  }
}

function goalsOfNote({ before, view, id }: { readonly before: PlanView; readonly view: PlanView; readonly id: RecordId }): readonly GoalId[] {
  const abouts = [before, view].map((each) => (hasKind(id, 'note') ? recordOf(each, id)?.about : null))
  return abouts.flatMap((about) => {
    if (about === null || about === undefined) return []
    if (hasKind(about, 'goal')) return [about]
    return childrenOf(view, { parent: about, kind: 'goal' }).flatMap((goal) => [...subtreeOf(view, goal)])
  })
}

function insertGoal({ view, column, id }: { readonly view: PlanView; readonly column: readonly GoalId[]; readonly id: GoalId }): readonly GoalId[] {
  return column.toSpliced(placeInSorted(column, (other) => compareGoals(view, other, id) < 0), 0, id)
}

function compareGoals(view: PlanView, a: GoalId, b: GoalId): number {
  return compareOrdered({ id: a, order: recordOf(view, a)?.order ?? '' }, { id: b, order: recordOf(view, b)?.order ?? '' })
}

function emptyColumns(): Record<Status, GoalId[]> {
  return { todo: [], inProgress: [], partiallyDone: [], blocked: [], stalled: [], done: [], postponed: [] }
}

function countOf(columns: Board['columns']): number {
  return statuses.reduce((sum, status) => sum + columns[status].length, 0)
}

function isSameList(a: readonly GoalId[], b: readonly GoalId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

