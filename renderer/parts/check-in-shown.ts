import { useMemo } from 'react'
import { finish, type Steps } from '../../shared/changes/steps.ts'
import { checkInInSteps, dueIn, type CheckIn } from '../../shared/checkin/check-in.ts'
import type { CheckInMonth } from '../../shared/model/check-in-month.ts'
import type { Day } from '../../shared/model/date.ts'
import type { ProgramId } from '../../shared/model/ids.ts'
import { outcomeOfGoal } from '../../shared/plan/goal-place.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { localDayOf } from '../state/local-calendar.ts'
import { useBoard, usePlan, type Session } from '../state/session.tsx'
import { checkInMonth } from './use-check-in-month.ts'

export interface CheckInAsked {
  readonly view: PlanView
  readonly month: CheckInMonth
  /** Those that are chosen; every one where none is. */
  readonly programs: readonly ProgramId[]
}

/** Who is asked about in a month, of the programs that are chosen. */
export function checkInShown(asked: CheckInAsked): CheckIn {
  return finish(shownInSteps(asked))
}

function* shownInSteps({ view, month, programs }: CheckInAsked): Steps<CheckIn> {
  const all = yield* checkInInSteps({ view, month, dayOf: localDayOf })
  if (programs.length === 0) return all
  const goals = all.goals.filter(({ goal }) => programs.some((program) => program === outcomeOfGoal(view, goal)?.program))
  return { goals, noted: goals.filter(({ hasNote }) => hasNote).length }
}

/** How many of them nobody has written about yet; none of a month that has not begun. */
export function* dueInSteps({ today, view, ...asked }: Omit<CheckInAsked, 'view'> & { readonly view: PlanView | null; readonly today: Day }): Steps<number> {
  return view === null || asked.month.from > today ? 0 : dueIn(yield* shownInSteps({ view, ...asked }))
}

/** Who is asked about as it is shown. */
export function useCheckInShown(month: CheckInMonth): CheckIn {
  const view = usePlan((state) => state.view)
  const programs = useBoard((state) => state.query.filter.programs)
  return useMemo(() => checkInShown({ view, month, programs }), [view, month, programs])
}

/** The same, for handlers. */
export function checkInNow(session: Pick<Session, 'plan' | 'ui' | 'today' | 'board'>): CheckIn {
  return checkInShown({ view: session.plan.getState().view, month: checkInMonth(session), programs: session.board.getState().query.filter.programs })
}
