import type { Day, Month } from '../../model/date.ts'
import type { Status } from '../../model/status.ts'
import type { Quarter } from '../../model/year.ts'

/**
 * A goals page as it stands: text copied from a wiki, in which bullets and no-break spaces are real characters
 * and `edit` is what is left of section links. Lines are counted from 1, offsets in UTF-16 units from 0.
 */
export interface GoalsPage {
  readonly program: PageProgram
  readonly quarters: readonly PageQuarter[]
  readonly sections: readonly PageSection[]
  /** What each line was read as; entry 0 is line 1. */
  readonly lines: readonly LineRole[]
  readonly notUnderstood: readonly PageText[]
}

export type LineRole =
  | 'blank'
  | 'pageTitle'
  | 'programHeading'
  | 'programField'
  | 'quarter'
  | 'editLink'
  | 'section'
  | 'outcomeTitle'
  | 'outputTitle'
  | 'dependencies'
  | 'primaryTeams'
  | 'goalsHeading'
  | 'goal'
  | 'statusHeading'
  | 'noteHead'
  | 'noteText'
  | 'notUnderstood'

/** Words of the page and where they stand. */
export interface PageText {
  readonly line: number
  readonly text: string
}

export interface PageProgram {
  /** `TEC3`; null where the page doesn't say. */
  readonly code: string | null
  readonly title: string
  readonly startsOn: Day
  readonly owner: string
  readonly summary: string
  /** What the page links to, as words: addresses don't survive the copying. */
  readonly links: readonly PageText[]
}

export interface PageQuarter {
  readonly quarter: Quarter
  readonly line: number
}

/** `Outcome 6 / Output 6.1 + 6.2 (SRE)` and all that stands below it; without outcome and outputs its goals belong to none. */
export interface PageSection {
  readonly line: number
  /** Null where neither a boundary nor a date says it. */
  readonly quarter: Quarter | null
  readonly outcome: string
  readonly outputs: readonly string[]
  readonly teams: readonly string[]
  readonly outcomeTitle: PageText | null
  /** In the order of `outputs`, fewer where the page has fewer. */
  readonly outputTitles: readonly PageText[]
  readonly dependencies: readonly PageNames[]
  readonly primaryTeams: readonly PageNames[]
  readonly goals: readonly PageGoal[]
  readonly notes: readonly PageNote[]
}

export interface PageNames {
  readonly line: number
  readonly names: readonly string[]
}

export interface PageGoal {
  readonly line: number
  /** A paragraph over a list is the parent of what the list holds. */
  readonly kind: 'bullet' | 'paragraph'
  /** How far the bullet is indented among its neighbours: 0 is the first level. */
  readonly level: number
  /** Without status marks, stretch mark, team label and a task link at the end. */
  readonly title: string
  readonly stretch: boolean
  readonly tasks: readonly string[]
  readonly teams: readonly string[]
  readonly words: readonly StatusWord[]
  /** What a bullet lists that names several things, `cxserver, citoid, cpjobqueue (stretch)`; else empty. */
  readonly parts: readonly PagePart[]
  readonly children: readonly PageGoal[]
}

export interface PagePart {
  readonly title: string
  readonly stretch: boolean
}

/** Words that name a status: a mark (a template on the wiki), or the same words in running text. */
export interface StatusWord {
  readonly line: number
  readonly offset: number
  readonly length: number
  readonly status: Status
  readonly isMark: boolean
  /** `will be Done` and `not Done` don't say that it is. */
  readonly claim: 'now' | 'later' | 'not'
}

export interface PageNote {
  readonly line: number
  /**
   * `note` begins with `Note:`; `mark` with a status mark and a date; `scaffold` is such a head with `To do`
   * and nothing filled in below; `none` is text that stands before any head.
   */
  readonly head: 'note' | 'mark' | 'scaffold' | 'none'
  readonly date: PageDate | null
  /** Markdown; status marks are plain words in it. */
  readonly text: string
  readonly words: readonly StatusWord[]
  readonly clauses: readonly PageClause[]
}

export interface PageDate {
  readonly value: Day | Month
  readonly precision: 'day' | 'month'
}

/** The words of a note up to a mark or the end of a clause: what a mark speaks of. */
export interface PageClause {
  readonly line: number
  /** The words before the mark, or the whole clause where it has none. */
  readonly text: string
  readonly mark: StatusWord | null
  /** What follows the mark, up to the end of the sentence or what belongs to the next mark. */
  readonly after: string
  /** The clause as the page has it, shortened where it is very long. */
  readonly quote: string
}

/** Why a text is no goals page, and the line at which that was clear. */
export type PageRefusal = 'empty' | 'notAGoalsPage' | 'noYear' | 'tooLong' | 'lineTooLong' | 'noteTooLong' | 'tooMany'

export type GoalsPageResult = { readonly ok: true; readonly page: GoalsPage } | { readonly ok: false; readonly reason: PageRefusal; readonly line: number }

/** What a page may be at most; the real one has 12,185 characters, 34 goals and 43 note heads. */
export const pageLimits = {
  /** UTF-16 units of the whole page and of one line. */
  length: 4_000_000,
  line: 20_000,
  lines: 100_000,
  /** Sections, goals and notes together. */
  records: 20_000,
  /** Lists within lists; what is deeper counts as this deep. */
  level: 16,
} as const
