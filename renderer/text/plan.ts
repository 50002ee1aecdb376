import type { Quarter } from '../../shared/model/year.ts'
import type { LooseKind } from '../../shared/plan/tree/tree-nodes.ts'
import { isolated } from './isolated.ts'

type Kind = 'program' | 'outcome' | 'output' | 'goal'

export const planText = {
  label: 'Plan',
  tree: 'Programs, outcomes, outputs and goals',
  title: 'Title of the plan',
  untitled: 'Untitled plan',
  summary: 'Summary',
  summaryPlaceholder: 'Say in a few sentences what this year is for.',
  year: (label: string, from: string, to: string) => `${label}, ${from} – ${to}`,
  yearBegins: 'The year begins on',
  yearBeginsHint: 'Quarters and the months in which notes are due follow from it. Goals stay in their quarter.',

  find: 'Filter the plan',
  findPlaceholder: 'Filter by text',
  clear: 'Clear',
  nothingFound: 'Nothing in this plan has these words.',
  openAll: 'Open all',
  closeAll: 'Close all',

  program: 'Program',
  notScheduled: 'Not scheduled',
  loose: { outcome: 'Without a program', output: 'Without an outcome', goal: 'Without an output' } satisfies Readonly<Record<LooseKind, string>>,
  untitledRecord: 'Untitled',
  number: 'Number',
  code: 'Code',
  name: 'Title',
  owner: 'Owner',
  links: 'Links',
  ownerLine: (owner: string) => `Owner: ${owner}`,
  stretch: 'Stretch',
  subGoals: (done: number, total: number) => `${done} of ${total}`,
  subGoalsLong: (done: number, total: number) => `${done} of ${total} sub-goals done`,
  ownQuarter: (quarter: string) => `planned for ${quarter}`,

  percent: (progress: number) => `${Math.round(progress * 100)} %`,
  done: (done: number, goals: number) => `${done} of ${goals} done`,
  progress: ({ progress, statuses }: { readonly progress: number | null; readonly statuses: readonly string[] }) =>
    [progress === null ? 'Nothing to do' : `${Math.round(progress * 100)} % done`, ...statuses].join(', '),

  add: {
    program: 'Add a program',
    outcome: 'Add an outcome',
    output: 'Add an output',
    goal: 'Add a goal',
    subGoal: 'Add a sub-goal',
  },
  addTo: (what: string, name: string) => `${what} to ${name}`,
  draft: {
    program: 'What is the program called?',
    outcome: 'What shall be true at the end of the year?',
    output: 'What is made, so that it comes true?',
    goal: 'What shall be reached?',
    subGoal: 'What is part of it?',
  },
  draftHint: 'Enter adds, Esc closes',
  draftQuarter: 'Quarter of the new goal',
  draftUnscheduled: 'None',

  actions: (name: string) => `Actions for ${name}`,
  actionsMenu: 'Actions',
  statusMenu: 'Status',
  status: (name: string) => `Status of ${name}`,
  openGoal: 'Open',
  rename: 'Rename',
  edit: (field: string) => `Edit ${field.toLowerCase()}`,
  addBelow: { program: 'Add a program below', outcome: 'Add an outcome below', output: 'Add an output below', goal: 'Add a goal below' } satisfies Readonly<Record<Kind, string>>,
  up: 'Move up',
  down: 'Move down',
  nest: (title: string) => `Make it part of “${isolated(title)}”`,
  takeOut: (title: string) => `Take it out of “${isolated(title)}”`,
  quarter: 'Quarter',
  quarterOption: (quarter: Quarter, months: string) => `Q${quarter}  ${months}`,
  withParent: 'With its parent',
  moveTo: 'Move to…',
  delete: 'Delete',

  moveLabel: (title: string) => `Move ${title} to`,
  movePlaceholder: { program: '', outcome: 'A program', output: 'An outcome', goal: 'An output, its number, or a goal it is part of' } satisfies Readonly<Record<Kind, string>>,
  moveEmpty: 'Nothing with these words can hold it.',
  moveGroups: { program: 'Programs', outcome: 'Outcomes', output: 'Outputs', goal: 'Goals', nothing: 'By itself' },
  moveHere: 'where it is',
  moveOut: { program: '', outcome: 'No program', output: 'No outcome', goal: 'No output' } satisfies Readonly<Record<Kind, string>>,

  movedTo: ({ title, place, siblings, where }: { readonly title: string; readonly place: number; readonly siblings: number; readonly where: string }) => `${title}, ${place} of ${siblings}${where === '' ? '' : ` in ${where}`}`,
  noFurther: { up: 'Already the first here', down: 'Already the last here', in: 'There is no goal above it to be part of', out: 'It is not part of a goal' },

  empty: 'This plan is empty.',
  emptyHint: 'A program holds outcomes: what shall be true at the end of the year. An outcome has outputs, and each output has goals for a quarter.',
} as const
