import type { Quarter } from '../../shared/model/year.ts'
import { quarterLabel } from './dates.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

/** What a snapshot holds, in a word: `Q2`, `Year`. */
export function frozenLabel(scope: Quarter | 'year'): string {
  return scope === 'year' ? 'Year' : quarterLabel(scope)
}

/** Words of the screen of snapshots and of what opens one. */
export const snapshotText = {
  label: 'Snapshots',
  take: (what: string) => `Snapshot ${what}`,
  takeYear: 'Snapshot year',
  open: 'Open a snapshot…',
  list: 'Kept snapshots',
  hint: 'Pick two to see what differs between them. A snapshot is a copy that never changes. Sub-goals are counted as goals.',
  none: 'No snapshots yet',
  noneHint: 'A snapshot keeps a quarter, or the year, as it is now: in this plan and as a file to send. Take one when a quarter begins and one when it ends, and compare them.',
  today: 'Today',
  todayHint: 'The plan as it is now',
  atStart: 'as the quarter began, kept by itself',
  name: (what: string, when: string) => `${what}, ${when}`,
  by: (who: string) => (who === '' ? '' : `by ${isolated(who)}`),
  goals: (count: number) => plural(count, 'goal', 'goals'),
  more: (name: string) => `More for ${name}`,
  withToday: 'Compare with today',
  look: 'Look at it',
  saveFile: 'Save as a file…',
  remove: 'Remove',
  removed: (name: string) => `Removed ${name}`,
  undo: 'Undo',
  broughtBack: (name: string) => `${name} is there again`,
  pickAnother: 'Pick another one, or today, to compare.',
  compared: (before: string, after: string) => `${before}, compared with ${after}`,
  scope: { plan: 'Everything in the plan is compared.', year: 'Goals and notes of both quarters are compared.', quarter: (what: string) => `Goals and notes of ${what} are compared.` },
  endComparison: 'Unpick both',
  goneGoal: (title: string) => `“${isolated(title)}” is no longer in the plan.`,
  untitled: 'Untitled',
  kept: (what: string) => `Kept a snapshot of ${what}`,
  keptAndSaved: (what: string, file: string) => `Kept a snapshot of ${what}, and saved it as ${isolated(file)}`,
  saved: (file: string) => `Saved as ${isolated(file)}`,
  opened: (what: string) => `Opened a snapshot of ${what}. It is kept with the plan.`,
  isHere: (what: string) => `This snapshot of ${what} is kept here already.`,
  notKept: 'The snapshot was not kept',
  notRead: 'The snapshot could not be read',
  notRemoved: 'The snapshot was not removed',
  contents: (what: string, plan: string) => `Snapshot of ${what}, ${isolated(plan)}`,
  contentsOf: ({ when, by }: { readonly when: string; readonly by: string }) => `Taken ${when}${by === '' ? '' : ` by ${isolated(by)}`}. It can be read and not changed.`,
  planNotHere: 'This plan is not on this computer, so the snapshot is only shown. Open a file of the plan to keep it there and to compare it with today.',
  noOutput: 'No output',
  close: 'Close',
} as const
