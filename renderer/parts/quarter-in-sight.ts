import { isQuarter, quarterAt, type Quarter } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import type { SnapshotScope } from '../../shared/snapshot/snapshot.ts'
import type { Session } from '../state/session.tsx'

/** The quarter a person looks at, else the one that today is in, else the first. */
export function quarterInSight({ board, plan, today: day }: Pick<Session, 'board' | 'plan' | 'today'>): Quarter {
  const { scope } = board.getState().query
  return isQuarter(scope) ? scope : (quarterAt({ startsOn: yearStartOf(plan.getState().view), day: day() }) ?? 1)
}

/** What a snapshot freezes of what a person looks at: the year, or its quarter. */
export function scopeInSight(session: Pick<Session, 'board' | 'plan' | 'today'>): SnapshotScope {
  return session.board.getState().query.scope === 'year' ? 'year' : quarterInSight(session)
}
