import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Times } from '../../shared/board/card-marks.ts'
import { finish, type Steps } from '../../shared/changes/steps.ts'
import { boardInSteps, createBoard, updateBoard, type Board } from '../../shared/board/board.ts'
import { positionOf } from '../../shared/board/card-position.ts'
import { emptyFilter, type BoardFilter, type BoardQuery, type BoardScope } from '../../shared/board/query.ts'
import type { Day } from '../../shared/model/date.ts'
import type { GoalId } from '../../shared/model/ids.ts'
import { notesDue } from '../../shared/plan/notes.ts'
import { yearStartOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { quarterStarts } from '../../shared/quarter-start/quarter-start.ts'
import { updateStarts } from '../../shared/quarter-start/update-starts.ts'
import { localCalendar } from './local-calendar.ts'
import type { PlanStore } from './plan-store.ts'

export interface BoardState {
  readonly query: BoardQuery
  readonly board: Board
  /** What cards count days from, and by which they mark what came after the quarter had begun. */
  readonly times: Times
  /** The card that has the focus, or had it last: keys act on it. */
  readonly focused: GoalId | null
  /** The card that shall take the browser's focus as soon as it is drawn, after a key or a move. */
  readonly wantsFocus: GoalId | null
  /** Cards marked to be acted on together; empty means the focused one. */
  readonly selected: ReadonlySet<GoalId>
  readonly showScope: (scope: BoardScope) => void
  readonly narrow: (filter: Partial<BoardFilter>) => void
  readonly clearFilter: () => void
  readonly showSubGoals: (shown: boolean) => void
  /** Sends the focus to a card, wherever it is drawn next. */
  readonly sendFocus: (id: GoalId) => void
  readonly focusTaken: (id: GoalId) => void
  readonly toggleSelected: (id: GoalId) => void
  readonly clearSelected: () => void
  /** Looks at the plan as of another day; midnight has passed. */
  readonly setToday: (today: Day) => void
}

export type BoardStore = StoreApi<BoardState>

/** What the board shows first of a plan. */
type FirstBoard = Pick<BoardState, 'query' | 'board'>

export function* firstBoardInSteps({ view, today, scope }: { readonly view: PlanView; readonly today: Day; readonly scope: BoardScope }): Steps<FirstBoard> {
  const query: BoardQuery = { scope, filter: emptyFilter, subGoals: false, due: dueIn(view, today) }
  return { query, board: yield* boardInSteps(view, query) }
}

function dueIn(view: PlanView, today: Day): BoardQuery['due'] {
  return notesDue({ startsOn: yearStartOf(view), today })
}

/**
 * What is on the board, kept in step with the plan at a cost that doesn't grow with it.
 * @param first of the very view that the plan has now
 */
export function createBoardStore({ plan, today, scope, first = finish(firstBoardInSteps({ view: plan.getState().view, today, scope })) }: { readonly plan: PlanStore; readonly today: Day; readonly scope: BoardScope; readonly first?: FirstBoard }): BoardStore {
  const dueOn = (day: Day): BoardQuery['due'] => dueIn(plan.getState().view, day)
  const timesOn = (on: Day): Times => {
    const calendar = localCalendar(on)
    return { calendar, starts: quarterStarts({ view: plan.getState().view, calendar }) }
  }
  let day = today
  const store = createStore<BoardState>()((set, get) => {
    const ask = (more: Partial<BoardQuery>): void => {
      const query = { ...get().query, ...more }
      const board = createBoard(plan.getState().view, query)
      set({ query, board, ...stillShown(board, get()) })
    }
    return {
      ...first,
      times: timesOn(today),
      focused: null,
      wantsFocus: null,
      selected: new Set(),
      showScope: (next) => {
        if (next === get().query.scope) return
        ask({ scope: next })
        set({ selected: new Set() })
      },
      narrow: (filter) => ask({ filter: { ...get().query.filter, ...filter } }),
      clearFilter: () => ask({ filter: emptyFilter }),
      showSubGoals: (subGoals) => ask({ subGoals }),
      sendFocus: (id) => set({ focused: id, wantsFocus: id }),
      focusTaken: (id) => set({ focused: id, wantsFocus: null }),
      toggleSelected: (id) => {
        const selected = new Set(get().selected)
        if (!selected.delete(id)) selected.add(id)
        set({ selected })
      },
      clearSelected: () => set({ selected: new Set() }),
      setToday: (next) => {
        day = next
        ask({ due: dueOn(next) })
        set({ times: timesOn(next) })
      },
    }
  })
  plan.subscribe(({ view, last }, before) => {
    if (view === before.view) return
    const { query, board, times } = store.getState()
    if (view.plan?.startsOn === before.view.plan?.startsOn) {
      const next = updateBoard({ board, before: last.before, view, touched: last.touched, query })
      const starts = updateStarts({ starts: times.starts, view, touched: last.touched, calendar: times.calendar })
      if (starts !== times.starts) store.setState({ times: { ...times, starts } })
      if (next !== board) store.setState({ board: next, ...stillShown(next, store.getState()) })
      return
    }
    const moved = { ...query, due: dueOn(day) }
    store.setState({ query: moved, board: createBoard(view, moved), times: timesOn(day) })
  })
  return store
}

/** Focus and selection without cards that are no longer shown: no key may act on what nobody sees. */
function stillShown(board: Board, { focused, selected }: Pick<BoardState, 'focused' | 'selected'>): Pick<BoardState, 'focused' | 'selected'> {
  const isShown = (id: GoalId): boolean => positionOf(board, id) !== null
  const isWhole = [...selected].every(isShown)
  return { focused: focused !== null && isShown(focused) ? focused : null, selected: isWhole ? selected : new Set([...selected].filter(isShown)) }
}
