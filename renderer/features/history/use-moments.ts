import { useCallback, useMemo } from 'react'
import type { Moment } from '../../../shared/history/moment.ts'
import { momentsInSteps } from '../../../shared/history/moments.ts'
import { usePlan, useSession, useUi } from '../../state/session.tsx'
import { usePast, type Against } from './history-store.ts'
import { localCalendar } from '../../parts/local-calendar.ts'
import { useSteps } from '../../parts/use-steps.ts'

export interface Moments {
  /** The newest first; never empty. */
  readonly list: readonly Moment[]
  readonly index: number
  readonly current: Moment
  /** What it is compared with; null where there is nothing before. */
  readonly against: Moment | null
}

/** The moments of the plan, and which of them are looked at; null while they are worked out for the first time. */
export function useMoments(): Moments | null {
  const { today } = useSession()
  const view = usePlan((state) => state.view)
  const day = today()
  const begin = useCallback(() => momentsInSteps(view, localCalendar(day)), [view, day])
  const list = useSteps(begin)?.result
  const moment = useUi((state) => state.moment)
  const against = usePast((state) => state.against)
  return useMemo(() => {
    if (list === undefined) return null
    // a moment may go: one of today's minutes at midnight
    const index = Math.max(list.findIndex(({ key }) => key === moment), 0)
    const current = list[index]
    return current === undefined ? null : { list, index, current, against: otherOf({ list, index, against }) }
  }, [list, moment, against])
}

function otherOf({ list, index, against }: { readonly list: readonly Moment[]; readonly index: number; readonly against: Against }): Moment | null {
  if (against === 'before') return list[index + 1] ?? null
  if (against === 'now') return list[0] ?? null
  return list.find(({ key }) => key === against.key) ?? list[0] ?? null
}
