import { isQuarter, type Quarter } from '../../shared/model/year.ts'
import type { InsightScope } from '../../shared/insights/scope-days.ts'
import { noTeam, untitledGoal } from '../../shared/words/nameless.ts'
import { plural } from './plural.ts'
import { quarterLabel } from './dates.ts'

const number = new Intl.NumberFormat('en-US')

/** What the charts are about, in a sentence: `Q2`, `the year`. */
export function scopeWords(scope: InsightScope): string {
  return scope === 'year' ? 'the year' : quarterLabel(scope)
}

/** Words of the screen of charts. */
export const insightsText = {
  label: 'Insights',
  heading: (scope: InsightScope, when: string) => `${scope === 'year' ? 'Year' : quarterLabel(scope)}, ${when}`,
  planned: (count: number) => `${plural(count, 'goal', 'goals')} planned`,
  filters: 'Which goals are counted',
  subGoals: 'Sub-goals as goals',
  clear: 'Count all goals',
  hidden: (count: number) => `${plural(count, 'goal is', 'goals are')} left out.`,
  only: (words: readonly string[]) => `Only ${words.join(', ')}.`,
  unscheduled: 'Goals that are not scheduled have no time to look at.',
  unscheduledHint: 'Choose a quarter or the year at the top.',
  year: 'Show the year',
  nothing: (scope: InsightScope) => `Nothing is planned for ${scopeWords(scope)} yet.`,
  nothingHint: 'What is planned, done, carried over and held up is drawn here as soon as there are goals.',
  toBoard: 'Go to the board',
  allHidden: (count: number) => `The filter leaves out ${count === 1 ? 'the one goal' : `all ${count} goals`} here.`,
  ahead: (scope: InsightScope, day: string, count: number) => `${scope === 'year' ? 'The year' : quarterLabel(scope)} begins on ${day}; ${plural(count, 'goal is', 'goals are')} planned.`,
  working: 'Counting…',

  chart: 'chart',
  keys: 'Arrow keys read the values, Home and End go to the first and the last. Enter lists the goals behind a value.',
  table: 'Show as table',
  today: 'Today',
  noGoals: 'No goal.',
  close: 'Close the list',
  gone: 'deleted since',
  now: (status: string) => `now ${status}`,
  untitled: untitledGoal,
  day: 'Day',
  outcome: 'Outcome',
  team: 'Team',
  all: 'All goals',

  status: {
    title: 'Status over time',
    value: ({ day, status, count, total }: { readonly day: string; readonly status: string; readonly count: number; readonly total: number }) => `${day}: ${count} of ${plural(total, 'goal', 'goals')} ${status}`,
    valueOfAll: (day: string, total: number, parts: string) => `${day}: ${plural(total, 'goal', 'goals')}${parts === '' ? '' : `, ${parts}`}`,
    behind: (status: string, day: string) => `${status} on ${day}`,
    untold: (count: number) => `No note states a status for ${plural(count, 'goal', 'goals')}: drawn as the goals page says, which came later.`,
    listUntold: 'List them',
    behindUntold: 'Goals of which no note states a status',
  },
  burnUp: {
    title: 'Done and planned, by outcome',
    outcome: (number: string, title: string) => `Outcome ${number}${title === '' ? '' : `: ${title}`}`,
    none: 'No outcome',
    planned: 'Planned',
    done: 'Done',
    partly: 'Partially done',
    plannedAt: (count: number) => `${count} planned`,
    doneAt: (count: number) => `${count} done`,
    partlyAt: (count: number) => `${count} partly`,
    value: ({ outcome, day, planned, done, partly }: { readonly outcome: string; readonly day: string; readonly planned: number; readonly done: number; readonly partly: number }) =>
      `${outcome}, ${day}: ${done} of ${planned} done${partly === 0 ? '' : `, ${partly} partially`}`,
    behind: (outcome: string, day: string) => `${outcome}, planned on ${day}`,
  },
  slips: {
    title: 'Carried over, quarter by quarter',
    part: { done: 'Done', carried: 'Carried over once', again: 'Carried over again', rest: 'Neither done nor carried over' },
    quarter: 'Quarter',
    planned: 'Planned',
    done: 'Done',
    carried: 'Carried over',
    again: 'Of these not for the first time',
    row: ({ planned, done, carried, again }: { readonly planned: number; readonly done: number; readonly carried: number; readonly again: number }) =>
      planned === 0 ? 'nothing planned' : `${done} of ${planned} done${carried === 0 ? '' : `, ${carried} carried over`}${again === 0 ? '' : `, ${again} again`}`,
    value: (quarter: Quarter, part: string, count: number, planned: number) => `${quarterLabel(quarter)}: ${part}, ${count} of ${plural(planned, 'goal', 'goals')}`,
    behind: (quarter: Quarter, part: string) => `${quarterLabel(quarter)}: ${part.toLowerCase()}`,
    slip: (slip: number, to: Quarter | string) => `to ${isQuarter(to) ? quarterLabel(to) : to}${slip === 1 ? '' : `, slip ${slip}`}`,
  },
  waiting: {
    title: 'How long goals have been held up',
    days: (days: number) => `${number.format(days)} ${days === 1 ? 'day' : 'days'}`,
    unknown: 'since when is not known',
    since: (date: string) => `since ${date}`,
    from: (date: string) => `from ${date}`,
    whenOver: (scope: InsightScope) => `when ${scopeWords(scope)} ended`,
    waitsOn: (whom: string) => `Waiting on ${whom}.`,
    noReason: 'No reason is given.',
    postponed: 'Postponed',
    dropped: 'dropped',
    carried: (count: number, where: string) => `${plural(count, 'goal that was', 'goals that were')} held up or postponed ${count === 1 ? 'goes' : 'go'} on in ${where}.`,
    listCarried: 'List them',
    behindCarried: 'Carried over while held up or postponed',
    goal: 'Goal',
    status: 'Status',
    sinceHead: 'Since',
    daysHead: 'Days',
    reason: 'Why',
    whom: 'Waiting on',
  },
  notes: {
    title: 'Monthly notes that are missing',
    noTeam,
    value: ({ team, month, missing, due }: { readonly team: string; readonly month: string; readonly missing: number; readonly due: number }) =>
      due === 0 ? `${team}, ${month}: no note was due` : `${team}, ${month}: ${missing} of ${plural(due, 'note is', 'notes are')} missing`,
    behind: (team: string, month: string) => `${team}, ${month}: goals without a note`,
    cell: (missing: number, due: number) => (due === 0 ? '–' : `${missing} of ${due}`),
    soFar: 'so far',
  },
} as const
