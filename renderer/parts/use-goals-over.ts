import { useMemo } from 'react'
import { useStore } from 'zustand'
import { spanOf, type Quarter } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { countToTurn } from '../../shared/turn/goals-to-turn.ts'
import { useBoard, usePlan, useSession } from '../state/session.tsx'
import { leftGoals } from './left-goals.ts'
import { useLaterView } from './use-later-view.ts'

/** How many goals of a quarter that is over are neither done nor carried on, nor were left as they are; 0 for one that is not over yet. */
export function useGoalsOver(quarter: Quarter): number {
  const { today, drafts } = useSession()
  useBoard((state) => state.query.due) // another one when midnight has passed
  const day = today()
  const plan = usePlan((state) => state.planId)
  const kept = useStore(drafts)
  const left = useMemo(() => leftGoals(kept, { plan, quarter }), [kept, plan, quarter])
  const view = useLaterView()
  return spanOf({ startsOn: yearStartOf(view), quarter }).to < day ? countToTurn(view, quarter, left) : 0
}
