import { emptyFilter } from '../../shared/board/query.ts'
import type { Calendar } from '../../shared/history/moment.ts'
import type { Day } from '../../shared/model/date.ts'
import type { Quarter } from '../../shared/model/year.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { createReport } from '../../shared/report/create-report.ts'
import { writeReport, type ReportFormat } from '../../shared/report/write-report.ts'
import type { NamedText } from './input.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { contentOf, readPlan } from './plan-text.ts'

export interface ReportFile extends NamedText {
  /** Null is the year. */
  readonly quarter: Quarter | null
  readonly format: ReportFormat
  readonly notes: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The report of a plan file as it is now, of a quarter or of the year. */
export function reportFile({ name, text, quarter, format, notes, now }: ReportFile): Outcome {
  const read = readPlan({ name, text })
  if (!read.ok) return refused(read.reason)
  const view = createView(contentOf(read.file, name))
  const query = { scope: quarter ?? 'year', filter: emptyFilter, subGoals: false, due: new Map() } as const
  return done({ result: writeReport(createReport({ view, query, source: { kind: 'plan', calendar: calendarIn(now) }, notes }), format) })
}

const dayMs = 24 * 60 * 60 * 1_000

/** Days as they are in UTC, so that a file makes the same report wherever it is made. */
function calendarIn(now: number): Calendar {
  return { today: dayOf(now), dayOf, endOf: (day) => Date.parse(`${day}T00:00:00Z`) + dayMs - 1 }
}

function dayOf(ms: number): Day {
  // a clock may have stamped what lies further ahead than a date can say
  return new Date(Math.min(ms, 253_402_300_799_999)).toISOString().slice(0, 10)
}
