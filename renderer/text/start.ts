import { formatDate } from './dates.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

export const startText = {
  product: 'Quarterdeck',
  headline: 'Plan a year, quarter by quarter.',
  intro: 'Set the goals of each quarter under the outcomes they serve, move them over a board as the months go by, and keep a dated note on each.',
  introLocal: 'Everything stays on this computer and works without a network. Share a plan with a file, through a folder that your team has, or live through a server.',

  choices: 'Begin',
  newPlan: 'New plan',
  newPlanHint: 'Give it a title and the first day of its year.',
  readPage: 'Read a goals page',
  readPageHint: 'Paste the text of a wiki page, or its source. You see what was found in it before anything is written.',
  openFile: 'Open a plan file',
  openFileHint: 'One that a colleague has sent, or your own copy. You can also drop it on this window.',
  openSharedFolder: 'Open a shared folder',
  openSharedFolderHint: 'Join colleagues who share a plan through a folder. Its name ends in .planfolder; you can also drop it on this window.',
  joinThroughServer: 'Join through a server',
  joinThroughServerHint: 'Paste the address a colleague has given you, and work on their plan live.',

  plans: 'Your plans',
  goals: (count: number) => plural(count, 'goal', 'goals'),
  opened: (when: string) => `opened ${when}`,
  unread: 'open it to see what it holds',
  today: 'today',
  yesterday: 'yesterday',
  untitled: 'Untitled plan',
  actions: (title: string) => `Actions for ${title === '' ? 'Untitled plan' : isolated(title)}`,
  open: 'Open',
  remove: 'Remove from this computer…',

  unkept: 'This browser has not promised to keep your plans: it may clear them away when the disk runs short, and a private window forgets them when it is closed. Export the plans that matter.',
  recent: 'Recent files',
  clearRecent: 'Remove all from the list',
  inFolder: (folder: string) => `in ${isolated(folder)}`,
  used: (when: string) => `used ${when}`,
  missing: 'not there',
  forgetRecent: (name: string) => `Remove ${isolated(name)} from the list`,

  samples: 'Sample',
  sample: 'Sample',
  sampleTitle: 'TEC3 Deployment Pipeline',
  sampleHint: 'A year of a real program, retold: six outcomes, four quarters of goals and the notes on them. Change what you like, it is yours to try things out.',

  removeTitle: (title: string) => `Remove “${title === '' ? 'Untitled plan' : isolated(title)}” from this computer?`,
  removeText: 'Its goals, its notes and its snapshots are removed from this computer. A last backup of it is kept where there is room for one, and stands here under Removed plans.',
  removeExport: 'If nobody else has a copy of it, open it and export it to a file first: that is the safer way.',
  removeSample: 'You can begin with the sample again at any time. What you changed in it goes into a last backup where there is room for one, which stands here under Removed plans.',
  removeOpen: 'Open it',
  removeNow: 'Remove it',
  cancel: 'Cancel',

  newTitle: 'Title',
  newTitlePlaceholder: 'TEC3 Deployment Pipeline',
  newTitleMissing: 'Give the plan a title; you can change it later.',
  yearBegins: 'The year begins in',
  firstDay: 'First day of the year',
  firstDayHint: 'The quarters follow from it. You can change it later.',
  quarters: (year: string) => `Quarters of ${year}`,
  create: 'Create the plan',
  createHint: 'Enter creates, Esc closes',
  months: { '01-01': 'January', '04-01': 'April', '07-01': 'July', '10-01': 'October', other: 'another day' },


  computer: 'This computer:',
  computerLabel: 'Name of this computer',
  computerPlaceholder: 'give it a name',
  computerHint: 'Colleagues see the name beside what was changed here, once you send them a file or share a plan.',
} as const

/**
 * When a plan was opened last, as people say it: `today`, `yesterday`, `Nov 7`, `Nov 7, 2017`.
 * @param openedAt milliseconds since 1970
 * @param today `2018-12-06`, by this computer's calendar
 */
export function openedText({ openedAt, today }: { readonly openedAt: number; readonly today: string }): string {
  const day = localDay(openedAt)
  if (day === null) return ''
  if (day === today) return startText.today
  const isYesterday = Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`) === 86_400_000
  return isYesterday ? startText.yesterday : formatDate({ date: day, startsOn: `${today.slice(0, 4)}-01-01` })
}

function localDay(ms: number): string | null {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
