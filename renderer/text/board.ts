import type { Quarter } from '../../shared/model/year.ts'
import { noTeam, untitledGoal } from '../../shared/words/nameless.ts'
import { quarterLabel } from './dates.ts'
import { isolated } from './isolated.ts'
import { conflictText } from './merges.ts'
import { plural, type Noun } from './plural.ts'

const noOwner = 'No owner'

/** A name on a chip, which has room for so many letters. */
function short(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19).trimEnd()}…` : name
}

function chosen(label: string, names: readonly string[], noun: Noun): string {
  return names.length === 0 ? label : names.length === 1 ? short(names[0] ?? '') : plural(names.length, ...noun)
}

/** For how long, in days while they can be counted, then in months and years. */
function heldFor(days: number): string {
  if (days === 0) return 'since today'
  if (days < 100) return plural(days, 'day', 'days')
  return days < 730 ? plural(Math.floor(days / 30.44), 'month', 'months') : plural(Math.floor(days / 365.25), 'year', 'years')
}

export const boardText = {
  label: 'Board',
  column: (status: string, count: number) => `${status}, ${plural(count, 'goal', 'goals')}`,
  addTo: (status: string) => `New goal in ${status}`,
  emptyColumn: (status: string) => ` goals. New goal in ${status}`,
  rename: 'Title of the goal',
  filters: 'Filters',
  newGoal: 'What shall be reached?',
  newGoalHint: 'Enter adds, Esc closes',
  output: 'Output',
  noOutput: 'No output',
  outcome: (number: string) => `Outcome ${number}`,
  stretch: 'Stretch',
  dropped: 'Dropped',
  subGoals: (done: number, total: number) => `${done} of ${total}`,
  subGoalsLong: (done: number, total: number) => `${done} of ${total} sub-goals done`,
  noNoteSince: (date: string) => `no note since ${date}`,
  noNote: 'no note yet',
  heldDays: (days: number) => heldFor(days),
  heldFrom: (date: string) => `from ${date}`,
  added: (month: string) => `added in ${month}`,
  reworded: (month: string) => `re-worded in ${month}`,
  noNoteIn: (month: string) => `no note in ${month}`,
  waitingOn: (whom: string) => `Waiting on ${whom}`,
  card: ({ number, title, status, conflicts = 0, others = '' }: { readonly number: string; readonly title: string; readonly status: string; readonly conflicts?: number; readonly others?: string }) =>
    [...(number === '' ? [] : [number]), title === '' ? untitledGoal : title, status, ...(conflicts === 0 ? [] : [conflictText.mark(conflicts)]), ...(others === '' ? [] : [others])].join(', '),
  cardRole: 'goal card',
  untitled: untitledGoal,
  search: 'Filter the board',
  searchPlaceholder: 'Filter by text',
  filterOutcome: (numbers: readonly string[]) => (numbers.length === 0 ? 'Outcome' : `Outcome ${numbers.join(', ')}`),
  filterProgram: (codes: readonly string[]) => chosen('Program', codes, ['program', 'programs']),
  filterTeam: (teams: readonly string[]) => chosen('Team', teams.map((team) => team || noTeam), ['team', 'teams']),
  filterOwner: (owners: readonly string[]) => chosen('Owner', owners.map((owner) => owner || noOwner), ['owner', 'owners']),
  noTeam,
  noOwner,
  untitledProgram: 'Untitled program',
  filterStretch: 'Stretch',
  filterNeedsNote: 'Needs a note',
  subGoalCards: 'Sub-goals as cards',
  clear: 'Clear',
  counts: ({ shown, done, hidden }: { readonly shown: number; readonly done: number; readonly hidden: number }) =>
    `${plural(shown, 'goal', 'goals')}, ${done} done${hidden > 0 ? `, ${hidden} hidden by the filter` : ''}`,
  allHidden: (hidden: number) => `The filter hides ${hidden === 1 ? 'the one goal' : `all ${hidden} goals`} here.`,
  showAll: 'Show all goals',
  empty: {
    quarter: (quarter: string) => `No goals are planned for ${quarter} yet.`,
    year: 'No goals are planned for this year yet.',
    unscheduled: 'Every goal has its quarter: nothing waits to be scheduled.',
  },
  addGoal: 'New goal',
} as const

/** What has become of a quarter since it began. */
export const sinceStartText = {
  label: (day: string) => `Since the quarter began, ${day}`,
  title: (title: string) => (title === '' ? untitledGoal : title),
  counts: ({ added, reworded, left }: { readonly added: number; readonly reworded: number; readonly left: number }) =>
    [...(added === 0 ? [] : [`${added} added`]), ...(reworded === 0 ? [] : [`${reworded} re-worded`]), ...(left === 0 ? [] : [`${left} taken out`])].join(', '),
  added: (day: string) => `added ${day}`,
  reworded: (day: string, before: string) => `re-worded ${day}; it was “${before}”`,
  left: ({ how, on, to }: { readonly how: 'deleted' | 'dropped' | 'moved'; readonly on: string; readonly to: Quarter | null }) =>
    how === 'moved' ? (to === null ? `taken off the schedule ${on}` : `moved to ${quarterLabel(to)} ${on}`) : `${how} ${on}`,
} as const

export const shellText = {
  nav: 'Views',
  overview: 'Overview',
  board: 'Board',
  plan: 'Plan',
  checkin: 'Check-in',
  teamsScreen: 'Teams',
  exchange: 'Exchange',
  toReview: 'to review',
  snapshots: 'Snapshots',
  backups: 'Backups',
  history: 'History',
  insights: 'Insights',
  report: 'Report',
  quarters: 'Quarter shown',
  year: 'Year',
  unscheduled: 'Not scheduled',
  commands: 'Search or run a command',
  import: 'Import',
  export: 'Export',
  sample: 'Sample',
  /** The title stands here too: in a narrow window it is cut. */
  allPlans: (title: string) => `${isolated(title)}: show all plans`,
  program: 'Program shown',
  allPrograms: 'All programs',
  programs: (count: number) => plural(count, 'program', 'programs'),
  programShown: (name: string) => `Shown: ${isolated(name)}`,
  outcomes: 'Outcomes',
  teams: 'Teams',
  progress: (percent: number) => `${percent} % done`,
  noProgress: 'nothing to do',
  hints: 'M move, N note, E rename, ? keys',
  hintsOfCheckIn: {
    list: '↑ ↓ choose a goal, Enter begins its note, Alt+N next, G B to the board, ? keys',
    goal: '1 to 7 status, typing begins the note, Ctrl+Enter saves, Esc to the list, where G B and ? work',
    goalText: 'Alt+1 to 7 status, Ctrl+Enter saves, Alt+N next, Esc leaves the note',
    several: 'Typing begins the note, Ctrl+Enter saves, Esc to the list, where G B and ? work',
    severalText: 'Ctrl+Enter saves, Alt+A one at a time, Esc leaves the note',
    summary: 'Ctrl+Enter goes on, Alt+Left goes back, Esc to the list, G B to the board',
  },
  hintsOfExchange: {
    others: '↑ ↓ walk, Enter opens, S seen, ? keys',
    review: '↑ ↓ walk, 1 2 choose, Enter keeps, ? keys',
  },
  hintsOfTurn: '↑ ↓ walk, C U D A L decide, with Shift on all, Ctrl+Enter turns, ? keys',
  hintsOfHistory: 'Arrows move in time, G B back to the board, ? keys',
  hintsOfInsights: 'Tab goes from chart to chart, arrows read values, Enter lists the goals, ? keys',
  hintsOfReport: 'Enter opens the goal, Y M copies, S H saves a page, Ctrl+P prints, ? keys',
  hintsOfBackups: 'Arrows walk, Space picks, ? keys',
  hintsOfSnapshots: 'Arrows walk, Space picks, Delete removes, ? keys',
  hintsOfTeams: 'Arrows walk, Enter opens, A accepts, ? keys',
  selected: (count: number) => `${count} selected`,
} as const

export const savingText = {
  saved: 'Saved on this computer',
  unsafe: 'Written, but not safe while the disk is full.',
  saving: (waiting: number) => `Saving ${plural(waiting, 'change', 'changes')}…`,
  failed: {
    full: 'Not saved: the disk is full.',
    unavailable: 'Not saved: the browser gives no room to save in.',
    removed: 'Not saved: this plan was removed from this computer in another window.',
    damaged: 'Not saved: what is stored on this computer is damaged.',
    newer: 'Not saved: a newer version of the planner has opened this plan. Reload to use it.',
    blocked: 'Not saved: another window does not let go of this plan. Close or reload the other windows.',
    silent: 'Not saved: the computer does not answer.',
    failed: 'Not saved: the computer refused to write.',
  },
  failedHint: (waiting: number) => `${plural(waiting, 'change is', 'changes are')} still here, in this window.`,
  retry: 'Try again',
} as const
