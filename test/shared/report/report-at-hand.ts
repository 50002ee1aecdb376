import { emptyFilter, type BoardFilter, type BoardQuery, type BoardScope } from '../../../shared/board/query.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { createReport, type ReportSource } from '../../../shared/report/create-report.ts'
import type { Report, ReportGoal } from '../../../shared/report/report.ts'
import { calendar } from '../history/any-life.ts'

export interface Asked {
  readonly scope?: BoardScope
  readonly filter?: Partial<BoardFilter>
  readonly subGoals?: boolean
  readonly notes?: boolean
  readonly today?: string
  readonly source?: ReportSource
}

export function queryOf(view: PlanView, { scope = 1, filter = {}, subGoals = false, today = calendar.today }: Asked): BoardQuery {
  return { scope, subGoals, filter: { ...emptyFilter, ...filter }, due: notesDue({ startsOn: yearStartOf(view), today }) }
}

/** The report of a plan as it is on a day. */
export function reportOf(view: PlanView, asked: Asked = {}): Report {
  const { notes = false, today = calendar.today, source = { kind: 'plan', calendar: { ...calendar, today } } } = asked
  return createReport({ view, query: queryOf(view, asked), source, notes })
}

export function goalsOfReport(report: Report): readonly ReportGoal[] {
  return report.sections.flatMap(({ goals }) => goals)
}

export function goalOf(report: Report, id: GoalId): ReportGoal {
  const goal = goalsOfReport(report).find((each) => each.id === id)
  if (goal === undefined) throw new Error(`${id} is not in the report`)
  return goal
}

/** The sections with what stands in them, sub-goals with a mark for each level. */
export function sectionsIn(report: Report): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(report.sections.map(({ kind, goals }) => [kind, goals.map(({ id, level }) => `${'- '.repeat(level - 1)}${id}`)]))
}
