import { useMemo } from 'react'
import { useStore } from 'zustand'
import { addMonths } from '../../../shared/model/date.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { hasKind, isRecordId, type GoalId } from '../../../shared/model/ids.ts'
import { isQuarter, yearLabel, type Quarter } from '../../../shared/model/year.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { decisionOn, type Decision, type Decisions, type TurnScope } from '../../../shared/turn/decision.ts'
import { goalsToTurn, type GoalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { yearEnd } from '../../../shared/turn/next-year.ts'
import { turnEdits } from '../../../shared/turn/turn-edits.ts'
import { turnSums, type TurnSums } from '../../../shared/turn/turn-sums.ts'
import { localCalendar } from '../../state/local-calendar.ts'
import { keepLeftGoals, leftGoals } from '../../parts/left-goals.ts'
import { quarterToTurn } from '../../parts/quarter-to-turn.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { forgetDecisions, noDecisions, turnStoreOf, useTurn } from './turn-store.ts'

/** A goal that waits for a decision, with the one that counts so far. */
export interface TurnItem {
  readonly goal: Goal
  readonly scope: TurnScope
  readonly decision: Decision
}

/** The quarter that is to be turned, as it stands. */
export interface Turning {
  readonly quarter: Quarter
  /** Where what is carried goes: `Q3`, `FY19/20 Q1`. */
  readonly to: string
  /** The name of the next year, where the quarter is the last of this one. */
  readonly nextYear: string | null
  readonly items: readonly TurnItem[]
  readonly apart: GoalsToTurn
  readonly decisions: Decisions
  readonly sums: TurnSums
  /** Does what was decided, as one action. */
  readonly turn: () => void
}

/** @param onStartYear begins the plan of the next year with what was decided */
export function useTurning(onStartYear: (decisions: Decisions) => void): Turning {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const scope = useBoard((state) => state.query.scope)
  const turned = useTurn((state) => state.turned)
  // what was done stays in sight, though another quarter is offered by now
  const quarter = !isQuarter(scope) && turned?.view === view ? turned.quarter : quarterToTurn(session)
  const decided = useTurn((state) => state.decided.get(quarter) ?? noDecisions)
  const plan = usePlan((state) => state.planId)
  const kept = useStore(session.drafts)
  // what was left the last time is left again, unless it is decided otherwise
  const decisions = useMemo(() => {
    const left = [...leftGoals(kept, { plan, quarter })].flatMap(([id, status]): readonly (readonly [GoalId, Decision])[] => (isRecordId(id) && hasKind(id, 'goal') && recordOf(view, id)?.status === status ? [[id, { kind: 'leave', reason: '' }]] : []))
    return left.length === 0 ? decided : new Map([...left, ...decided])
  }, [kept, plan, quarter, view, decided])
  const startsOn = yearStartOf(view)
  const nextYear = quarter === 4 ? yearLabel(addMonths({ day: startsOn, months: 12 })) : null
  const seen = useMemo(() => {
    const scopes: readonly TurnScope[] = quarter === 4 ? yearEnd : [quarter]
    const items = scopes.flatMap((scope) => goalsToTurn(view, scope).open.map((goal): TurnItem => ({ goal, scope, decision: decisionOn({ view, goal, scope, decisions }) })))
    return { items, apart: goalsToTurn(view, quarter), sums: turnSums({ view, scopes, decisions }) }
  }, [view, quarter, decisions])
  const turn = (): void => {
    const left = new Map(seen.items.flatMap(({ goal, decision }) => (decision.kind === 'leave' ? [[goal.id, goal.status] as const] : [])))
    if (quarter === 4) {
      keepLeftGoals(session, { quarter, left })
      return onStartYear(decisions)
    }
    const { plan: store, today } = session
    const edits = turnEdits({ view: store.getState().view, quarter, decisions, calendar: localCalendar(today()) })
    store.getState().act({ action: 'quarterTurned', subject: '', detail: `${quarter}` }, edits)
    turnStoreOf(session).setState({ turned: { quarter, sums: seen.sums, view: store.getState().view, decisions: decided } })
    forgetDecisions(session, quarter)
    keepLeftGoals(session, { quarter, left })
  }
  return { quarter, to: nextYear === null ? quarterLabel((quarter + 1) as Quarter) : `${nextYear} ${quarterLabel(1)}`, nextYear, decisions, turn, ...seen }
}
