import type { BoardQuery, BoardScope } from '../../../shared/board/query.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import type { ReportRequest } from '../../../shared/report/create-report.ts'
import type { Snapshot, SnapshotScope } from '../../../shared/snapshot/snapshot.ts'
import { localCalendar } from '../../state/local-calendar.ts'

export interface ReportParts {
  readonly view: PlanView
  readonly query: BoardQuery
  /** Null for the plan as it is. */
  readonly snapshot: Snapshot | null
  readonly notes: boolean
  readonly today: string
}

/** What a report is asked for: what the board shows, as it is or as a snapshot has it. */
export function reportRequest({ view, query, snapshot, notes, today }: ReportParts): ReportRequest {
  const calendar = localCalendar(today)
  if (snapshot === null) return { view, query, notes, source: { kind: 'plan', calendar } }
  const ms = Date.parse(snapshot.at)
  const day = Number.isNaN(ms) ? today : calendar.dayOf(ms)
  // which notes were missing is told as of that day
  const due = notesDue({ startsOn: yearStartOf(snapshot.view), today: day })
  return { view: snapshot.view, query: { ...query, due }, notes, source: { kind: 'snapshot', scope: snapshot.scope, day, by: snapshot.by.name } }
}

/** Whether a snapshot holds all that a report of a scope tells. */
export function holdsScope(held: SnapshotScope, scope: BoardScope): boolean {
  return held === 'year' || held === scope
}
