import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

/** Words of the screen that looks back. */
export const pastText = {
  label: 'History',
  asOf: (when: string) => `As it was ${when}.`,
  asNow: 'As it is now.',
  readOnly: 'Nothing can be changed here.',
  lookBack: 'Move the slider, or choose a moment, to look back.',
  onDay: (date: string) => `on ${date}`,
  atMinute: (moment: string) => `at ${moment}`,
  atStart: (date: string) => `at the start, ${date}`,

  moment: { now: 'Now', start: (date: string) => `${date}, start` },
  slider: 'Moment',
  sliderHint: 'Arrows go from moment to moment, Page Up and Page Down by a month, Home and End to the first and the last.',
  moments: 'Moments',
  notes: (count: number) => plural(count, 'note', 'notes'),
  edits: (count: number, who: string) => `${plural(count, 'edit', 'edits')} by ${isolated(who)}`,
  others: (count: number) => `${plural(count, 'edit', 'edits')} by others`,
  page: 'goals page of that day',
  beginning: 'goals page, before its notes',
  ahead: (count: number) => `${plural(count, 'edit bears', 'edits bear')} a date after today, from a clock that runs ahead: here at the end, whatever the date.`,
  today: 'the plan as it is',
  compareWith: (when: string) => `Compare with ${when}`,
  comparedWith: (when: string) => `Compared with ${when}`,

  views: 'What is shown',
  board: 'Board',
  plan: 'Plan',
  changes: 'What changed',
  compared: 'Compared with',
  against: { before: 'The moment before', now: 'Now' },
  between: (from: string, to: string) => `From ${from} to ${to}`,
  nothingBefore: 'This is the first moment: there is none before it to compare with.',
  backToNow: 'Back to now',

  boardOf: (when: string) => `Board, ${when}`,
  column: (status: string, count: number) => `${status}, ${plural(count, 'goal', 'goals')}`,
  noGoals: 'No goal stood here then.',
  untold: (count: number) => `No note states a status for ${plural(count, 'goal', 'goals')} here: shown as the goals page says, which came later.`,
  saidLater: (date: string) => `status as the page of ${date} says`,
  cardRole: 'goal card, as it was',
  treeOf: (when: string) => `Plan, ${when}`,
  emptyTree: 'There was nothing in the plan yet.',

  goal: (title: string) => `Goal as it was: ${title === '' ? 'untitled' : isolated(title)}`,
  openToday: 'Open it as it is today',
  notThere: 'This goal was not in the plan yet.',
  wasDeleted: 'This goal was deleted then.',
  noNotes: 'No notes yet.',
  goneToday: 'It has been deleted since.',
} as const
