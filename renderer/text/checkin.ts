import { noTeam, untitledGoal } from '../../shared/words/nameless.ts'
import { plural } from './plural.ts'

export const checkInText = {
  label: 'Check-in',
  title: (month: string) => `${month} check-in`,
  month: 'Month',
  /** Where the year begins within a month, what its months are. */
  stretch: (from: string, to: string) => `${from} to ${to}`,
  counted: (noted: number, asked: number) => `${noted} of ${plural(asked, 'goal has', 'goals have')} a note this month`,
  nothingAsked: 'No goals are asked about',
  due: (count: number) => `${count} due`,
  goals: 'Goals of this month',
  hasNote: 'has a note',
  hasDraft: 'a note is begun',
  finish: 'Finish',

  outcome: (number: string) => `Outcome ${number}`,
  noOutput: 'No output',
  untitled: untitledGoal,
  said: 'What was said before',
  nothingSaid: 'Nothing was said this quarter yet.',
  showSource: (count: number) => `Show ${plural(count, 'note', 'notes')} from before it was carried over`,
  hideSource: 'Hide what was said before it was carried over',
  saidOfSource: (title: string) => `Before it was carried over: ${title}`,
  noDate: 'No date',
  forAll: (output: string) => (output === '' ? 'all goals of the output' : `all goals of ${output}`),

  status: 'Status',
  note: 'Note',
  what: (month: string | null) => (month === null ? 'What moves?' : `What moved since ${month}?`),
  reason: 'Reason',
  waitingOn: 'Waiting on',
  repeat: (month: string | null) => (month === null ? 'Same as before it was carried over' : `Same as ${month}`),
  repeatLast: 'Same as last month',
  skip: 'Skip',
  save: 'Save and next',
  date: (date: string) => `Dated ${date}`,

  nothingToSave: 'Nothing to save yet: write a note, or choose a status. Alt+N skips the goal.',
  nothingToRepeat: 'Nothing was said of this goal before, so there is nothing to say again.',
  begun: 'A note is begun here. Ctrl+Enter saves it; empty it to say the same as before.',

  all: (count: number, output: string) => `All ${count} goals of ${output}`,
  allTitle: (output: string) => `All goals of ${output}`,
  oneNote: (count: number) => `One note about ${plural(count, 'goal', 'goals')}, with the status of each`,
  statusOf: (title: string) => `Status of ${title}`,
  oneByOne: 'One at a time',

  empty: (month: string) => `No goal is open in ${month}`,
  emptyWhy: 'Asked about are the goals of the quarter that were not done or postponed before the month began.',
  toBoard: 'To the board',
  allNoted: (month: string) => `Every goal has a note for ${month}`,
  someLeft: (count: number, month: string) => `${plural(count, 'goal has', 'goals have')} no note for ${month} yet`,
  written: (count: number) => (count === 0 ? 'No note was written just now.' : `${plural(count, 'note was', 'notes were')} written just now.`),
  noTeam,
  startAgain: 'Go on',
  arrived: (due: number, month: string) => (due === 0 ? `Every goal has a note for ${month}.` : `${plural(due, 'goal has', 'goals have')} no note for ${month} yet.`),
} as const
