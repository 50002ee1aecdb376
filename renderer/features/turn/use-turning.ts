import { useMemo } from 'react'
import { addMonths } from '../../../shared/model/date.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { yearLabel, type Quarter } from '../../../shared/model/year.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { decisionOn, type Decision, type Decisions, type TurnScope } from '../../../shared/turn/decision.ts'
import { goalsToTurn, type GoalsToTurn } from '../../../shared/turn/goals-to-turn.ts'
import { yearEnd } from '../../../shared/turn/next-year.ts'
import { turnEdits } from '../../../shared/turn/turn-edits.ts'
import { turnSums, type TurnSums } from '../../../shared/turn/turn-sums.ts'
import { localCalendar } from '../../state/local-calendar.ts'
import { quarterInSight } from '../../parts/quarter-in-sight.ts'
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
  useBoard((state) => state.query.scope) // what is in sight follows from it
  const quarter = quarterInSight(session)
  const decisions = useTurn((state) => state.decided.get(quarter) ?? noDecisions)
  const startsOn = yearStartOf(view)
  const nextYear = quarter === 4 ? yearLabel(addMonths({ day: startsOn, months: 12 })) : null
  const seen = useMemo(() => {
    const scopes: readonly TurnScope[] = quarter === 4 ? yearEnd : [quarter]
    const items = scopes.flatMap((scope) => goalsToTurn(view, scope).open.map((goal): TurnItem => ({ goal, scope, decision: decisionOn({ view, goal, scope, decisions }) })))
    return { items, apart: goalsToTurn(view, quarter), sums: turnSums({ view, scopes, decisions }) }
  }, [view, quarter, decisions])
  const turn = (): void => {
    if (quarter === 4) return onStartYear(decisions)
    const { plan, today } = session
    const edits = turnEdits({ view: plan.getState().view, quarter, decisions, calendar: localCalendar(today()) })
    plan.getState().act({ action: 'quarterTurned', subject: '', detail: `${quarter}` }, edits)
    turnStoreOf(session).setState({ turned: { quarter, sums: seen.sums, view: plan.getState().view, decisions } })
    forgetDecisions(session, quarter)
  }
  return { quarter, to: nextYear === null ? quarterLabel((quarter + 1) as Quarter) : `${nextYear} ${quarterLabel(1)}`, nextYear, decisions, turn, ...seen }
}
