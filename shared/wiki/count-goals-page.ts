import { statuses, type Status } from '../model/status.ts'
import { quarters } from '../model/year.ts'
import type { GoalsPage, PageDate, StatusWord } from './page/goals-page.ts'
import { allGoals } from './sections/read-goals.ts'

/** What was found on a page, to be shown before anything is written and to be checked against the page. */
export interface GoalsPageCounts {
  readonly programs: number
  readonly quarters: number
  readonly sections: number
  /** Sections of the first to the fourth quarter. */
  readonly sectionsByQuarter: readonly number[]
  readonly outcomes: number
  readonly outputs: number
  readonly goals: { readonly bullets: number; readonly firstLevel: number; readonly nested: number; readonly paragraphs: number }
  readonly stretch: number
  readonly tasks: number
  readonly dependencyLines: number
  readonly primaryTeamLines: number
  readonly noteHeads: { readonly all: number; readonly notes: number; readonly scaffolds: number }
  readonly marks: { readonly all: number } & Readonly<Record<Status, number>>
  /** Status words in running text, which are no marks. */
  readonly statusWordsInProse: number
  readonly dates: { readonly day: number; readonly month: number }
  readonly notUnderstood: number
}

/** Counts what a page was read as. */
export function countGoalsPage(page: GoalsPage): GoalsPageCounts {
  const { sections } = page
  const goals = sections.flatMap((section) => allGoals(section.goals))
  const bullets = goals.filter((goal) => goal.kind === 'bullet')
  const notes = sections.flatMap((section) => section.notes)
  const heads = notes.filter((note) => note.head !== 'none')
  const words = [...goals.flatMap((goal) => goal.words), ...notes.flatMap((note) => note.words)]
  const marks = words.filter((word) => word.isMark)
  const scaffolds = heads.filter((note) => note.head === 'scaffold').length
  const firstLevel = bullets.filter((goal) => goal.level === 0).length
  return {
    programs: page.program.code === null && page.program.title === '' ? 0 : 1,
    quarters: page.quarters.length,
    sections: sections.length,
    sectionsByQuarter: quarters.map((quarter) => sections.filter((section) => section.quarter === quarter).length),
    outcomes: new Set(sections.map((section) => section.outcome)).size,
    outputs: new Set(sections.flatMap((section) => section.outputs)).size,
    goals: { bullets: bullets.length, firstLevel, nested: bullets.length - firstLevel, paragraphs: goals.length - bullets.length },
    stretch: goals.filter((goal) => goal.stretch).length + goals.flatMap((goal) => goal.parts).filter((part) => part.stretch).length,
    tasks: goals.reduce((sum, goal) => sum + goal.tasks.length, 0),
    dependencyLines: sections.reduce((sum, section) => sum + section.dependencies.length, 0),
    primaryTeamLines: sections.reduce((sum, section) => sum + section.primaryTeams.length, 0),
    noteHeads: { all: heads.length, notes: heads.length - scaffolds, scaffolds },
    marks: { all: marks.length, ...marksByStatus(marks) },
    statusWordsInProse: words.length - marks.length,
    dates: { day: datesOf(heads, 'day'), month: datesOf(heads, 'month') },
    notUnderstood: page.notUnderstood.length,
  }
}

function marksByStatus(marks: readonly StatusWord[]): Readonly<Record<Status, number>> {
  const count = (status: Status): number => marks.filter((mark) => mark.status === status).length
  return Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Status, number> // one entry a status
}

function datesOf(notes: readonly { readonly date: PageDate | null }[], precision: PageDate['precision']): number {
  return notes.filter((note) => note.date?.precision === precision).length
}
