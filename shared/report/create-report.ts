import { filterWords } from '../board/filter-words.ts'
import { placeGoal, passesFilter, type BoardQuery, type BoardScope } from '../board/query.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { Calendar } from '../history/moment.ts'
import type { Day } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import type { GoalId, OutcomeId, ProgramId } from '../model/ids.ts'
import { noGoals } from '../model/status.ts'
import { isQuarter, spanOf, yearLabel, yearSpan } from '../model/year.ts'
import { outcomeOfGoal, outputOfGoal } from '../plan/goal-place.ts'
import { goalPlaces } from '../plan/outline.ts'
import { goalsOf, programsOf, recordOf, yearStartOf, type ParentKey, type PlanView } from '../plan/plan-view.ts'
import { rollupOf, rollupOfGoals } from '../plan/rollup.ts'
import { parseTaskLinks } from '../plan/task-links.ts'
import { quarterStarts } from '../quarter-start/quarter-start.ts'
import { leftSinceStart } from '../quarter-start/since-start.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { reportSections, type MadeFrom, type Report, type ReportCounts, type ReportGoal, type ReportHead, type ReportLeft, type ReportOutcome, type ReportSection, type ReportSectionKind } from './report.ts'
import { noDay, reportGoal, type GoalContext } from './report-goal.ts'
import { notesByMonth } from './report-notes.ts'

/** The state that is told: the plan with its stamps, by a calendar, or a snapshot, which has none. */
export type ReportSource = { readonly kind: 'plan'; readonly calendar: Calendar } | Extract<MadeFrom, { readonly kind: 'snapshot' }>

export interface ReportRequest {
  readonly view: PlanView
  /** What the board would be asked for. */
  readonly query: BoardQuery
  readonly source: ReportSource
  readonly notes: boolean
}

/** The report of what a board shows: its goals, each once, with all their sub-goals. */
export function createReport(request: ReportRequest): Report {
  return finish(reportInSteps(request))
}

/** How many goals are told between two pauses. */
const stepSize = 100

/** The same in steps, for a report that is only to be looked at. */
export function* reportInSteps(request: ReportRequest): Steps<Report> {
  const { view, query, source } = request
  const starts = source.kind === 'plan' ? quarterStarts({ view, calendar: source.calendar }) : new Map()
  yield
  const calendar = source.kind === 'plan' ? source.calendar : { today: source.day, dayOf: (): Day => noDay }
  const context: GoalContext = { view, scope: query.scope, calendar, endedOn: endedBefore(spanIn(view, query.scope), calendar.today), starts, hasNotes: request.notes }
  const goals: ReportGoal[] = []
  let told = 0
  for (const found of goalsIn(view, query)) {
    if (told % stepSize === 0) yield
    told += 1
    if (found !== null) goals.push(reportGoal(context, found))
  }
  yield
  const sections = sectionsOf(goals)
  const left = isQuarter(query.scope) && source.kind === 'plan' ? leftOf({ view, query, left: leftSinceStart({ view, starts, calendar, quarter: query.scope }), goals }) : []
  yield
  return { head: headOf({ request, goals, sections }), outcomes: outcomesOf({ view, goals, source }), sections, left, months: notesByMonth(goals) }
}

interface Found {
  readonly goal: Goal
  readonly level: number
  readonly parent: GoalId | null
  readonly above: Goal | null
}

/** The goals of a report in the order of the plan, each followed by its sub-goals; null for each that is not in it. */
function* goalsIn(view: PlanView, query: BoardQuery): Generator<Found | null> {
  for (const parent of goalPlaces(view)) yield* goalsBelow({ view, query, below: parent, above: null, level: 0 })
}

/** @param level of the goal above, 0 where that is not in the report */
function* goalsBelow({ view, query, below, above, level }: { readonly view: PlanView; readonly query: BoardQuery; readonly below: ParentKey; readonly above: Goal | null; readonly level: number }): Generator<Found | null> {
  for (const goal of goalsOf(view, below)) {
    const isIn = level > 0 || placeGoal({ view, query, id: goal.id }).kind === 'shown'
    yield isIn ? { goal, level: level + 1, parent: level > 0 ? (above?.id ?? null) : null, above } : null
    yield* goalsBelow({ view, query, below: goal.id, above: goal, level: isIn ? level + 1 : 0 })
  }
}

/** A sub-goal stands in the section of the goal it is told under. */
function sectionsOf(goals: readonly ReportGoal[]): readonly ReportSection[] {
  const sections = new Map<ReportSectionKind, ReportGoal[]>(reportSections.map((kind) => [kind, []]))
  let current: ReportGoal[] = []
  for (const goal of goals) {
    if (goal.level === 1) current = sections.get(goal.isDropped ? 'dropped' : goal.status) ?? []
    current.push(goal)
  }
  return [...sections].filter(([, own]) => own.length > 0).map(([kind, own]) => ({ kind, count: own.filter(({ level }) => level === 1).length, goals: own }))
}

function leftOf({ view, query, left, goals }: { readonly view: PlanView; readonly query: BoardQuery; readonly left: ReturnType<typeof leftSinceStart>; readonly goals: readonly ReportGoal[] }): readonly ReportLeft[] {
  const told = new Set(goals.map(({ id }) => id))
  return left
    .filter(({ goal }) => !told.has(goal.id) && passesFilter({ view, query, id: goal.id }))
    .map(({ goal, how, on, to }) => {
      const output = outputOfGoal(view, goal.id)
      return { id: goal.id, title: cleanLine(goal.title), output: cleanLine(output?.number || output?.title || ''), how, on, to, reason: cleanText(goal.reason).trim() }
    })
}

function outcomesOf({ view, goals, source }: { readonly view: PlanView; readonly goals: readonly ReportGoal[]; readonly source: ReportSource }): readonly ReportOutcome[] {
  const isWhole = source.kind === 'plan' || source.scope === 'year'
  const byOutcome = Map.groupBy(goals.filter(({ level }) => level === 1), ({ id }): OutcomeId | null => outcomeOfGoal(view, id)?.id ?? null)
  // goals come in the order of the plan, and so do their outcomes
  return [...byOutcome]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([id, own]) => {
      const outcome = recordOf(view, id)
      return { id, number: cleanLine(outcome?.number ?? ''), title: cleanLine(outcome?.title ?? ''), here: rollupOfGoals(view, own.map((goal) => goal.id)), dropped: own.filter(({ isDropped }) => isDropped).length, whole: isWhole && id !== null ? rollupOf(view, id) : null }
    })
}

function headOf({ request: { view, query, source }, goals, sections }: { readonly request: ReportRequest; readonly goals: readonly ReportGoal[]; readonly sections: readonly ReportSection[] }): ReportHead {
  const programs = new Set(goals.flatMap(({ id }): ProgramId[] => {
    const program = outcomeOfGoal(view, id)?.program ?? null
    return program === null ? [] : [program]
  }))
  return {
    plan: cleanLine(view.plan?.title ?? ''),
    programs: programsOf(view).filter(({ id }) => programs.size === 0 || programs.has(id)).map(({ code, title, owner }) => ({ code: cleanLine(code), title: cleanLine(title), owner: cleanLine(owner) })),
    year: yearLabel(yearStartOf(view)),
    scope: query.scope,
    span: spanIn(view, query.scope),
    madeFrom: source.kind === 'plan' ? { kind: 'plan', day: source.calendar.today } : { ...source, by: cleanLine(source.by) },
    taskLinks: parseTaskLinks(view.plan?.taskLinks ?? []),
    filter: filterWords(view, query.filter).map(cleanLine),
    counts: countsOf(goals, sections),
  }
}

function spanIn(view: PlanView, scope: BoardScope): ReportHead['span'] {
  if (scope === 'unscheduled') return null
  const startsOn = yearStartOf(view)
  return isQuarter(scope) ? spanOf({ startsOn, quarter: scope }) : yearSpan(startsOn)
}

function endedBefore(span: ReportHead['span'], day: Day): Day | null {
  return span !== null && span.to < day ? span.to : null
}

function countsOf(goals: readonly ReportGoal[], sections: readonly ReportSection[]): ReportCounts {
  const tops = goals.filter(({ level }) => level === 1)
  const bySection: Record<ReportSectionKind, number> = { ...noGoals(), dropped: 0 }
  for (const { kind, count } of sections) bySection[kind] = count
  return {
    goals: tops.length,
    subGoals: goals.length - tops.length,
    bySection,
    carriedOver: tops.filter(({ carriedTo }) => carriedTo.length > 0).length,
    added: tops.filter(({ sinceStart }) => sinceStart?.kind === 'added').length,
    reworded: tops.filter(({ sinceStart }) => sinceStart?.kind === 'reworded').length,
  }
}
