import type { PageRefusal } from '../../shared/wiki/goals-page.ts'

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Words that both dialogs use. */
export const exchangeText = {
  cancel: 'Cancel',
  close: 'Close',
  showAll: (count: number) => `Show all ${count}`,
  showFewer: 'Show fewer',
  line: (line: number) => `line ${line}`,
  untitled: 'Untitled',
  nothing: 'nothing',
  was: 'was',
  becomes: 'becomes',
  added: 'added',
  removed: 'taken off',
  noteOf: (date: string) => (date === '' ? 'note' : `note, ${date}`),
  who: (who: string, when: string) => `${who}, ${when}`,
  newGoals: 'New goals',
  newNotes: 'New notes',
  newOthers: 'New programs, outcomes and outputs',
  here: 'here',
} as const

export const mergeText = {
  title: (by: string, plan: string) => (by === '' ? `Merge the file into ${plan}` : `Merge ${by}’s file into ${plan}`),
  titleNew: (plan: string) => `Open ${plan}`,
  description: ({ file, when, by }: { readonly file: string; readonly when: string; readonly by: string }) => `${file}${when === '' ? '' : `, saved ${when}`}${by === '' ? '' : ` on ${by}`}.`,
  promise: 'Nothing changes until you merge, and one undo takes it back.',
  promiseNew: 'Nothing is written until you open it.',
  cards: { newGoals: 'new goals', fields: 'changed fields', newNotes: 'new notes', clashes: 'edited on both sides', same: 'already the same', goals: 'goals', notes: 'notes', others: 'programs, outcomes and outputs' },
  clashes: 'Edited on both sides',
  clashesHint: 'The later edit counts, and a deletion counts against edits that did not know of it. What does not count stays in the history, and one undo takes the merge back.',
  counts: 'counts',
  later: 'later',
  inFile: 'in the file',
  deletedHere: 'Deleted',
  wentOn: 'Went on working on it:',
  changed: (by: string) => (by === '' ? 'Changed in the file' : `Changed on ${by}`),
  deleted: 'Deleted there',
  restored: 'Brought back there',
  moved: (count: number) => `${plural(count, 'record comes', 'records come')} to stand at another place in ${count === 1 ? 'its' : 'their'} list.`,
  nothing: 'Nothing new: everything in this file is already here.',
  nothingHint: 'It is your own file, an older one, or one that was merged before.',
  historyOnly: 'Nothing will read differently. What the file adds to the history comes in.',
  hint: 'Enter merges, Esc leaves everything as it is',
  hintNew: 'Enter opens it, Esc leaves everything as it is',
  hintNothing: 'Enter or Esc closes',
  merge: (changes: number) => (changes === 0 ? 'Merge' : `Merge ${plural(changes, 'change', 'changes')}`),
  open: 'Open the plan',
  ahead: (names: readonly string[]) => `${names.length === 1 ? 'A clock runs' : 'Clocks run'} ahead: ${names.join(', ')}.`,
  aheadBy: (who: string, by: string) => `${who} by ${by}`,
  aheadWhy: 'What was written there would stand over everything that is edited until then. Ask for that clock to be set and for another file, or go on all the same: your own clock does not follow.',
  allTheSame: 'Merge all the same',
  openAllTheSame: 'Open it all the same',
} as const

/** A span of time in the largest unit that says it: `3 days`, `2 years`. */
export function spanText(ms: number): string {
  const days = Math.ceil(ms / 86_400_000)
  return days < 700 ? plural(days, 'day', 'days') : plural(Math.round(days / 365), 'year', 'years')
}

export const pageText = {
  pasteTitle: 'Read a goals page',
  pasteDescription: 'Open the page in a browser, select all of it, copy it, and paste it here. Nothing is written before you have seen what was found.',
  pasteLabel: 'Text of the page',
  pastePlaceholder: 'Outcome 1 / Output 1.1 …',
  pasteEmpty: 'Paste the text of the page first.',
  pasteHint: 'Ctrl+Enter reads, Esc closes',
  chooseFile: 'Choose a file…',
  read: 'Read the page',

  title: (plan: string, year: string) => `${plan}, ${year}`,
  from: (fileName: string | null) => (fileName === null ? 'The pasted page' : fileName),
  becomesNew: 'becomes a new plan. Nothing is written until you accept.',
  brings: (changes: number) => `brings ${plural(changes, 'change', 'changes')} into your plan. Nothing is written until you accept, and one undo takes it back.`,
  bringsNothing: 'says nothing that your plan has not got already.',
  wasRead: 'was read before: nothing comes in.',
  older: 'This copy looks older than the one that was read last. What it says would stand over that.',
  olderRead: 'A newer copy was read after this one, so nothing of it comes in.',

  cards: { goals: 'goals found', quarters: 'quarters', notes: 'notes', proposals: 'to look at', notUnderstood: 'lines not understood' },
  cardsAgain: { newGoals: 'new goals', changed: 'changed on the page', newNotes: 'new notes', kept: 'edited here and there', same: 'already the same' },
  preview: 'The plan as it would be',
  quarterGoals: (quarter: string, goals: number) => `${quarter}, ${plural(goals, 'goal', 'goals')}`,
  unscheduled: 'Not scheduled',
  noGoals: 'no goals',

  proposals: 'To look at',
  proposalsHint: 'What the page leaves open, with what is proposed. Change what is wrong; the rest is taken as proposed.',
  settled: (count: number) => `${plural(count, 'question was', 'questions were')} settled when the page was read before.`,
  wholeYear: 'Whole year',
  section: (quarter: string | null, outputs: readonly string[]) => [...(quarter === null ? [] : [quarter]), ...(outputs.length === 0 ? [] : [`${outputs.length === 1 ? 'Output' : 'Outputs'} ${outputs.join(' + ')}`])].join(' · '),
  proposed: 'proposed',
  alsoSaid: (count: number) => `${plural(count, 'other line speaks', 'other lines speak')} of it`,
  question: {
    status: 'Status',
    reason: 'Why it waits',
    scaffold: 'A note that nobody filled in',
    split: 'Several things in one line',
    output: 'Belongs to',
    carry: 'Stands in an earlier quarter too',
    title: 'Worded differently',
  },
  scaffold: { missing: (month: string) => `A check-in is missing${month === '' ? '' : ` for ${month}`}`, note: 'Keep it as a note' },
  split: { each: (parts: string) => `A goal for each: ${parts}`, one: 'One goal, as written' },
  output: (number: string) => `Output ${number}`,
  carry: { carried: 'Carried over', separate: 'A goal of its own' },
  noReason: 'No reason',

  changed: 'Changed on the page',
  kept: 'Edited here, and changed on the page',
  keptHint: 'What you wrote stays, unless you take what the page says now.',
  keptBefore: 'Edited here since it was read',
  keptBeforeHint: 'The page says what it said before. Your plan stays as it is.',
  yourValue: 'yours',
  pageValue: 'the page’s',
  deletedHere: 'Deleted here, still on the page',
  deletedHereHint: 'They stay deleted, unless you bring them back.',
  bringBack: (title: string) => `Bring back ${title}`,
  bringBackAll: (count: number) => `Bring back all ${count}`,
  gone: 'No longer on the page',
  goneHint: 'They stay in your plan. Delete them there if they are meant to go; one that was reworded comes in as new.',
  notUnderstood: 'Not understood',
  notUnderstoodHint: 'These lines are not part of the plan. Add by hand what is missing.',

  hint: (hasChoices: boolean) => (hasChoices ? 'Enter accepts, ↑ ↓ walk, digits choose, Esc leaves everything as it is' : 'Enter accepts, Esc leaves everything as it is'),
  hintNothing: 'Enter or Esc closes',
  accept: (isNew: boolean, changes: number) => (isNew ? 'Create the plan' : changes === 0 ? 'Close' : `Bring in ${plural(changes, 'change', 'changes')}`),

  refusedTitle: 'No plan was found on this page',
  pasteAgain: 'Paste another text',
  lookedFor: 'What is looked for',
  lookedForList: [
    'headings such as “Outcome 1 / Output 1.1 (SRE + RelEng)”',
    'below each, “Goal(s)” with a list, and “Status” with notes such as “Note: October 2, 2018”',
    'statuses as words set off from the text: In progress, Done, To do, Postponed, Blocked, Partially done, Stalled',
    'the year, as “FY18/19” near the top or as a date in a note',
  ],
} as const

export const pageRefusalText: Readonly<Record<PageRefusal, string>> = {
  empty: 'The text is empty.',
  notAGoalsPage: 'No outcome, output or goal was recognised in it.',
  noYear: 'It does not say for which year it is: neither “FY18/19” near the top nor a date in a note.',
  tooLong: 'It is too long for a goals page.',
  lineTooLong: 'It has a line that is too long for a goals page.',
  noteTooLong: 'It has a note that is too long to be kept.',
  tooMany: 'It has more goals and notes than a plan can hold.',
}
