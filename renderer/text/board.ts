import { conflictText } from './merges.ts'
import { plural } from './plural.ts'

const untitled = 'Untitled goal'

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
  subGoals: (done: number, total: number) => `${done} of ${total}`,
  subGoalsLong: (done: number, total: number) => `${done} of ${total} sub-goals done`,
  noNoteSince: (date: string) => `no note since ${date}`,
  noNote: 'no note yet',
  waitingOn: (whom: string) => `Waiting on ${whom}`,
  card: ({ number, title, status, conflicts = 0 }: { readonly number: string; readonly title: string; readonly status: string; readonly conflicts?: number }) =>
    [...(number === '' ? [] : [number]), title === '' ? untitled : title, status, ...(conflicts === 0 ? [] : [conflictText.mark(conflicts)])].join(', '),
  cardRole: 'goal card',
  untitled,
  search: 'Filter the board',
  searchPlaceholder: 'Filter by text',
  filterOutcome: (numbers: readonly string[]) => (numbers.length === 0 ? 'Outcome' : `Outcome ${numbers.join(', ')}`),
  filterTeam: (teams: readonly string[]) => (teams.length === 0 ? 'Team' : teams.length === 1 ? (teams[0] ?? '') : plural(teams.length, 'team', 'teams')),
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

export const shellText = {
  nav: 'Views',
  overview: 'Overview',
  board: 'Board',
  plan: 'Plan',
  exchange: 'Exchange',
  toReview: 'to review',
  snapshots: 'Snapshots',
  history: 'History',
  report: 'Report',
  quarters: 'Quarter shown',
  year: 'Year',
  unscheduled: 'Not scheduled',
  commands: 'Search or run a command',
  import: 'Import',
  export: 'Export',
  sample: 'Sample',
  /** The title stands here too: in a narrow window it is cut. */
  allPlans: (title: string) => `${title}: show all plans`,
  outcomes: 'Outcomes',
  teams: 'Teams',
  progress: (percent: number) => `${percent} % done`,
  noProgress: 'nothing to do',
  hints: 'M move, N note, E rename, ? keys',
  hintsOfExchange: '↑ ↓ walk, 1 2 choose, Enter keeps, O opens the goal, ? keys',
  hintsOfHistory: 'Arrows move in time, G B back to the board, ? keys',
  hintsOfReport: 'Enter opens the goal, Y M copies, S H saves a page, Ctrl+P prints, ? keys',
  hintsOfSnapshots: 'Arrows walk, Space picks, Delete removes, ? keys',
  selected: (count: number) => `${count} selected`,
} as const

export const savingText = {
  saved: 'Saved on this computer',
  saving: (waiting: number) => `Saving ${plural(waiting, 'change', 'changes')}…`,
  failed: {
    full: 'Not saved: the disk is full.',
    unavailable: 'Not saved: the browser gives no room to save in.',
    removed: 'Not saved: this plan was taken off this computer in another window.',
    damaged: 'Not saved: what is stored on this computer is damaged.',
    newer: 'Not saved: a newer version of the planner has opened this plan. Reload to use it.',
    failed: 'Not saved: the computer refused to write.',
  },
  failedHint: (waiting: number) => `${plural(waiting, 'change is', 'changes are')} still here, in this window.`,
  retry: 'Try again',
  saveCopy: 'Save a copy…',
} as const
