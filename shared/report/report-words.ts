import { isQuarter } from '../model/year.ts'
import { counted } from '../words/counted.ts'
import { dateSpan, longDate, monthOf, shortDate } from '../words/months.ts'
import { untitledGoal } from '../words/nameless.ts'
import { statusLabel } from '../words/statuses.ts'
import { reportSections, type MadeFrom, type Report, type ReportGoal, type ReportHead, type ReportLeft, type ReportLink, type ReportMonth, type ReportNote, type ReportOutcome, type ReportSectionKind, type ReportState } from './report.ts'
import { taskWords, type ReportWords } from './task-words.ts'

/** What a report is called and what its parts are called, in every format. */
export const reportWords = {
  report: 'Quarterly report',
  yearReport: 'Report of the year',
  openReport: 'Report of goals that are not scheduled',
  program: 'Program',
  owner: 'Owner',
  madeFrom: 'Made from',
  filter: 'Filter',
  noFilter: 'none, all goals are told',
  outcomes: 'Outcomes',
  noOutcome: 'No outcome',
  left: 'Left the quarter',
  notes: 'Notes by month',
  undated: 'Without a date',
  untitled: untitledGoal,
  columns: { outcome: 'Outcome', done: 'Done here', here: 'Progress here', whole: 'Progress over the whole plan' },
} as const

export const sectionLabel: Readonly<Record<ReportSectionKind, string>> = { ...statusLabel, dropped: 'Dropped' }

/** What a goal is said to be: its status, or that it was dropped. */
export function statusWords({ status, isDropped }: Pick<ReportGoal, 'status' | 'isDropped'>): string {
  return sectionLabel[isDropped ? 'dropped' : status]
}

/** `Quarterly report`, `Report of the year`. */
export function reportKind({ scope }: ReportHead): string {
  if (isQuarter(scope)) return reportWords.report
  return scope === 'year' ? reportWords.yearReport : reportWords.openReport
}

/** `Q2 FY18/19, October 1 to December 31, 2018`. */
export function reportSpan({ scope, year, span }: ReportHead): string {
  const what = isQuarter(scope) ? `Q${scope} ${year}` : year
  return span === null ? what : `${what}, ${dateSpan(span.from, span.to)}`
}

/** `Q2 FY18/19 report: TEC3 Deployment Pipeline`, for the title of a window or of a page. */
export function reportTitle(head: ReportHead): string {
  return [`${reportKind(head)}, ${isQuarter(head.scope) ? `Q${head.scope} ` : ''}${head.year}`, head.plan].filter((part) => part !== '').join(': ')
}

/** Name and value of what the head says besides. */
export function headFacts(head: ReportHead): readonly (readonly [name: string, value: string])[] {
  const programs = head.programs.map(({ code, title }) => [code, title].filter((part) => part !== '').join(' ')).filter((name) => name !== '')
  const owners = [...new Set(head.programs.map(({ owner }) => owner).filter((owner) => owner !== ''))]
  return [
    ...(programs.length === 0 ? [] : [[reportWords.program, programs.join(', ')] as const]),
    ...(owners.length === 0 ? [] : [[reportWords.owner, owners.join(', ')] as const]),
    [reportWords.madeFrom, madeFromWords(head.madeFrom)],
    [reportWords.filter, head.filter.length === 0 ? reportWords.noFilter : head.filter.join('; ')],
  ]
}

function madeFromWords(from: MadeFrom): string {
  if (from.kind === 'plan') return `the plan as it was on ${longDate(from.day)}`
  return `a snapshot of ${from.scope === 'year' ? 'the year' : `Q${from.scope}`}, taken on ${longDate(from.day)}${from.by === '' ? '' : ` by ${from.by}`}`
}

/** How much of it is done, and what became of the quarter; where there is nothing to tell, that there is nothing. */
export function summaryWords({ head: { counts, scope, filter }, left }: Pick<Report, 'head' | 'left'>): string {
  const here = isQuarter(scope) ? `Q${scope}` : scope === 'year' ? 'the year' : ''
  if (counts.goals === 0) return filter.length > 0 ? 'No goal passes the filter.' : here === '' ? 'Every goal has its quarter.' : `No goals are planned for ${here}.`
  const told = reportSections.filter((kind) => counts.bySection[kind] > 0).map((kind) => `${counts.bySection[kind]} ${sectionLabel[kind].toLowerCase()}`)
  const became = [
    ...(counts.carriedOver > 0 ? [`${counts.carriedOver} carried over`] : []),
    ...(counts.added > 0 ? [`${counts.added} added after the quarter began`] : []),
    ...(counts.reworded > 0 ? [`${counts.reworded} re-worded`] : []),
  ]
  return [
    `${counted(counts.goals, 'goal')}${counts.subGoals === 0 ? '' : ` with ${counted(counts.subGoals, 'sub-goal')}`}: ${told.join(', ')}.`,
    ...(became.length === 0 ? [] : [`Of these ${became.join(', ')}.`]),
    ...(left.length === 0 ? [] : [`${counted(left.length, 'goal')} left the quarter.`]),
  ].join(' ')
}

/** Where a goal belongs and whose it is, in few words each, and its tasks. */
export function goalMeta({ level, output, outcome, program, quarter, until, owner, teams, tasks, stretch }: ReportGoal, { scope, taskLinks }: Pick<ReportHead, 'scope' | 'taskLinks'>): readonly ReportWords[] {
  const isElsewhere = level > 1 && quarter !== scope && until === null
  const when = quarter === null ? 'not scheduled' : until === null ? `Q${quarter}` : `Q${quarter} to Q${until}`
  const words = [
    ...(level > 1 ? [] : [[program, output || outcome].filter((part) => part !== '').join(' ')].filter((part) => part !== '')),
    ...(scope === 'year' || until !== null || (isElsewhere && scope !== 'unscheduled') ? [when] : []),
    ...(stretch ? ['Stretch'] : []),
    ...(owner === '' ? [] : [`Owner ${owner}`]),
    ...teams,
  ]
  return [...words.map((text) => ({ text, address: null })), ...tasks.map((task) => taskWords(task, taskLinks))]
}

/** What there is to say of a goal besides its status, a sentence each. */
export function goalFacts(goal: ReportGoal): readonly string[] {
  const { reason, waitingOn, carriedTo, carriedFrom, timesCarried, sinceStart, partOf } = goal
  return [
    ...(partOf === null ? [] : [`Part of “${partOf || reportWords.untitled}”.`]),
    ...heldFacts(goal),
    ...(waitingOn === '' ? [] : [`Waiting on: ${waitingOn}`]),
    ...(reason === '' ? [] : [`Reason: ${reason}`]),
    ...(carriedFrom === null ? [] : [`Carried over from ${linkWords({ link: carriedFrom, goal, unscheduled: 'an earlier time' })}${timesCarried > 1 ? `, ${counted(timesCarried, 'time')} so far` : ''}.`]),
    ...(carriedTo.length === 0 ? [] : [`Carried over to ${carriedTo.map((link) => linkWords({ link, goal, unscheduled: 'a later time' })).join(' and ')}.`]),
    ...(sinceStart?.kind === 'added' ? [`Added in ${monthOf(sinceStart.on)}.`] : []),
    ...(sinceStart?.kind === 'reworded' ? [`Re-worded on ${longDate(sinceStart.on)}; when the quarter began it read “${sinceStart.before}”.`] : []),
  ]
}

/** Since when it is held up, and for how many days: of what is over, up to its last day. */
function heldFacts({ status, since, days, endedOn, isAhead }: ReportGoal): readonly string[] {
  if (since === null) return []
  const age = days === null ? '' : ` (${counted(days, 'day')}${endedOn === null ? '' : ` up to ${longDate(endedOn)}`})`
  return [`${statusLabel[status]} ${isAhead ? 'from' : 'since'} ${longDate(since)}${age}.`]
}

/** Where it stands; its title only where it is called otherwise there. */
function linkWords({ link: { title, place }, goal, unscheduled }: { readonly link: ReportLink; readonly goal: ReportGoal; readonly unscheduled: string }): string {
  const where = place === null ? unscheduled : isQuarter(place) ? `Q${place}` : place
  return title === goal.title ? where : `${where} as “${title || reportWords.untitled}”`
}

/** How a goal left the quarter. */
export function leftWords({ how, on, to, reason }: ReportLeft): string {
  const what = how === 'deleted' ? 'Deleted' : how === 'dropped' ? 'Dropped' : to === null ? 'Taken off the schedule' : `Moved to Q${to}`
  return `${what} on ${longDate(on)}.${reason === '' ? '' : ` ${reason}`}`
}

/** `November 2018`. */
export function monthWords({ month }: ReportMonth): string {
  return month === null ? reportWords.undated : longDate(month)
}

/** When a note was written, what it is about, what it states and who wrote it, in few words each. */
export function noteMeta({ date, about, status, states, author }: ReportNote): readonly string[] {
  return [date === '' ? '' : shortDate(date), about, status === null ? '' : statusLabel[status], ...stateWords(states), author].filter((part) => part !== '')
}

/** What a note states of several goals: each status with the goals it has. */
function stateWords(states: readonly ReportState[]): readonly string[] {
  const byStatus = Map.groupBy(states, ({ status }) => status)
  return [...byStatus].map(([status, goals]) => `${statusLabel[status]}: ${goals.map(({ title }) => `“${title || reportWords.untitled}”`).join(', ')}`)
}

/** Outcomes as a table: its head, then a row each with its name, how many are done here, progress here, and progress over the whole plan where anything is known of it. */
export function outcomeTable({ outcomes }: Pick<Report, 'outcomes'>): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const { outcome, done, here, whole } = reportWords.columns
  const width = outcomes.some((each) => each.whole !== null) ? 4 : 3
  return { head: [outcome, done, here, whole].slice(0, width), rows: outcomes.map((each) => outcomeCells(each).slice(0, width)) }
}

function outcomeCells({ number, title, here, dropped, whole }: ReportOutcome): readonly string[] {
  const name = [number, title].filter((part) => part !== '').join(' ')
  return [name === '' ? reportWords.noOutcome : name, doneCell(here, dropped), percent(here.progress), whole === null ? '' : percent(whole.progress)]
}

/** Over the goals that progress is counted over: what was put off or given up is told apart. */
function doneCell({ counts, goals }: ReportOutcome['here'], dropped: number): string {
  const postponed = counts.postponed - dropped
  return [`${counts.done} of ${goals - counts.postponed}`, ...(postponed === 0 ? [] : [`${postponed} postponed`]), ...(dropped === 0 ? [] : [`${dropped} dropped`])].join(', ')
}

function percent(progress: number | null): string {
  return progress === null ? 'nothing to do' : `${Math.round(progress * 100)} %`
}
