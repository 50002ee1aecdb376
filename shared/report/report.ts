import type { BoardScope } from '../board/query.ts'
import type { Day, Month } from '../model/date.ts'
import type { GoalId, NoteId, OutcomeId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import type { Rollup } from '../plan/rollup.ts'
import type { TaskLink } from '../plan/task-links.ts'
import type { SinceStart } from '../quarter-start/since-start.ts'
import type { SnapshotScope } from '../snapshot/snapshot.ts'

/** A status has a section of its own, and so has what was given up. */
export type ReportSectionKind = Status | 'dropped'

/** The sections in the order of a report: what was reached first, what was not taken up last. */
export const reportSections = ['done', 'partiallyDone', 'inProgress', 'blocked', 'stalled', 'todo', 'postponed', 'dropped'] as const satisfies readonly ReportSectionKind[]

/** What became of the goals of a quarter, or of the year: one page of data, of which every format is written. Texts are as `cleanText` and `cleanLine` leave them. */
export interface Report {
  readonly head: ReportHead
  /** Outcomes that have goals in the report, in the order of the plan; goals of no outcome last. */
  readonly outcomes: readonly ReportOutcome[]
  /** Only sections that have goals. */
  readonly sections: readonly ReportSection[]
  /** What the quarter set out with and no longer has. */
  readonly left: readonly ReportLeft[]
  /** The notes that speak of its goals, each once; empty where they aren't wanted. */
  readonly months: readonly ReportMonth[]
}

export interface ReportHead {
  readonly plan: string
  readonly programs: readonly { readonly code: string; readonly title: string; readonly owner: string }[]
  /** `FY18/19`. */
  readonly year: string
  readonly scope: BoardScope
  /** First and last day of the quarter or the year; null for goals that aren't scheduled. */
  readonly span: { readonly from: Day; readonly to: Day } | null
  readonly madeFrom: MadeFrom
  /** How the plan writes the ids of its tasks, and where they lie. */
  readonly taskLinks: readonly TaskLink[]
  /** What narrows it, in words; empty where nothing does. */
  readonly filter: readonly string[]
  readonly counts: ReportCounts
}

/** The state of the plan that a report tells: that of a day, or a kept snapshot, of the day it was taken. */
export type MadeFrom = { readonly kind: 'plan'; readonly day: Day } | { readonly kind: 'snapshot'; readonly day: Day; readonly scope: SnapshotScope; readonly by: string }

export interface ReportCounts {
  /** Those that stand in a section by themselves. */
  readonly goals: number
  readonly subGoals: number
  readonly bySection: Readonly<Record<ReportSectionKind, number>>
  readonly carriedOver: number
  readonly added: number
  readonly reworded: number
}

export interface ReportOutcome {
  readonly id: OutcomeId | null
  readonly number: string
  readonly title: string
  /** Over the goals that stand in the report by themselves. */
  readonly here: Rollup
  /** How many of these were dropped; a roll-up counts them as postponed. */
  readonly dropped: number
  /** Over the whole plan, whatever the report holds; null for no outcome, and where the report is made from the snapshot of a quarter. */
  readonly whole: Rollup | null
}

export interface ReportSection {
  readonly kind: ReportSectionKind
  /** How many stand in it by themselves. */
  readonly count: number
  /** In the order of the plan, each followed by its sub-goals. */
  readonly goals: readonly ReportGoal[]
}

export interface ReportGoal {
  readonly id: GoalId
  /** 1 for a goal that stands in its section by itself, 2 for its sub-goals, and so on. */
  readonly level: number
  /** The goal above, where that is in the report too. */
  readonly parent: GoalId | null
  /** The title of the goal above, where that is not in the report. */
  readonly partOf: string | null
  readonly title: string
  readonly description: string
  readonly status: Status
  readonly isDropped: boolean
  readonly program: string
  readonly outcome: string
  readonly output: string
  readonly quarter: Quarter | null
  /** The last quarter of one that spans several. */
  readonly until: Quarter | null
  readonly stretch: boolean
  readonly owner: string
  readonly teams: readonly string[]
  readonly tasks: readonly string[]
  /** Why it is held up or postponed, and for whom it waits; empty for any other. */
  readonly reason: string
  readonly waitingOn: string
  /** Since when it is blocked or stalled, and for how many days; null where it is neither or nobody can tell. No days where it began only after what is told. */
  readonly since: Day | Month | null
  readonly days: number | null
  /** The last day of the quarter or year that is told, where that is over: days are counted up to it, else up to the day of the report. */
  readonly endedOn: Day | null
  /** Whether it is blocked or stalled from a day on that the day of the report has not reached. */
  readonly isAhead: boolean
  readonly carriedTo: readonly ReportLink[]
  readonly carriedFrom: ReportLink | null
  readonly timesCarried: number
  readonly sinceStart: SinceStart | null
  readonly notes: readonly ReportNote[]
}

/** Another goal, and where it stands: a quarter of this plan, or of an earlier one, `FY17/18 Q4`; null for not scheduled. */
export interface ReportLink {
  readonly title: string
  readonly place: Quarter | string | null
}

export interface ReportNote {
  readonly id: NoteId
  /** Empty where nobody has given one. */
  readonly date: Day | Month
  /** What it is about: the number of an output, or the title of a goal. */
  readonly about: string
  readonly status: Status | null
  /** Of a note about several goals: what it states of each, by the goals' titles. */
  readonly states: readonly ReportState[]
  readonly author: string
  /** Markdown. */
  readonly text: string
}

export interface ReportState {
  readonly goal: GoalId
  readonly title: string
  readonly status: Status
}

export interface ReportMonth {
  /** Null for notes without a date. */
  readonly month: Month | null
  readonly notes: readonly ReportNote[]
}

export interface ReportLeft {
  readonly id: GoalId
  readonly title: string
  readonly output: string
  readonly how: 'deleted' | 'dropped' | 'moved'
  readonly on: Day
  readonly to: Quarter | null
  readonly reason: string
}
