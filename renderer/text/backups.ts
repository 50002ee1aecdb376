import type { BackupReason } from '../../shared/copies/backup-name.ts'
import type { CopyFailure } from '../../shared/copies/copy-store.ts'
import { formatClock, formatMoment } from './dates.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

/** Why the second copy could not be read or written, after a colon. */
const failures: Readonly<Record<CopyFailure, string>> = {
  full: 'the disk is full',
  denied: 'the planner is not allowed into the folder of the second copy',
  unavailable: 'this browser has no room for a second copy, as in a private window',
  failed: 'the computer refused to read or write',
}

/** A moment as short as it can be: the time of day where it is today, `10:41`, else with its date. @param today `2018-12-06`, by this computer's calendar */
export function shortMoment(ms: number, today: string): string {
  const midnight = new Date(ms).setHours(0, 0, 0, 0)
  return midnight === new Date(`${today}T00:00:00`).getTime() ? formatClock(ms) : formatMoment(ms)
}

/** What is wrong with the second copy of the plan, beside what is saved. */
export const copyLine = {
  backups: ({ reason, since }: { readonly reason: CopyFailure; readonly since: string | null }) => `${since === null ? 'No backup' : `No backup since ${since}`}: ${failures[reason]}`,
  journal: ({ reason, since }: { readonly reason: CopyFailure; readonly since: string }) => `The second copy has been behind since ${since}: ${failures[reason]}`,
  look: 'Backups',
} as const

const reasons: Readonly<Record<BackupReason, string>> = {
  timer: 'as one worked',
  merge: 'before a file was merged',
  page: 'before a goals page was read',
  takeBack: 'before a merge was taken back',
  fold: 'before old history was folded away',
  upgrade: 'before a new version took over',
  restore: 'before a backup was restored',
  removed: 'as the plan was removed from this computer',
  hand: 'asked for',
}

const damagedHint = 'It is not what was written any more, and cannot be used. It is left as it is.'

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}

export const backupText = {
  label: 'Backups',
  hint: 'Copies of the whole plan with its history, kept on this computer beside the plan itself: every few minutes while something changes, and before a file is merged or anything else changes much at once. Pick one to see what differs from today.',
  make: 'Back up now',
  made: 'Backed up',
  same: 'The newest backup holds just this already.',
  notMade: 'The plan was not backed up',
  list: 'Backups of this plan',
  none: 'No backups yet',
  noneHint: 'The first one is made a few seconds after something was changed.',
  notListed: (reason: CopyFailure) =>
    reason === 'unavailable' ? 'There are no backups here: this browser gives the planner no place to keep them, as in a private window.' : `The backups cannot be listed: ${reason === 'denied' ? 'there is no right to read them' : failures[reason]}.`,
  state: {
    listed: (when: string) => `The newest backup is of ${when}.`,
    proven: (when: string) => `The newest backup is of ${when}. It was read and is whole.`,
    damaged: (when: string) => `The newest backup, of ${when}, is damaged.`,
    wholeBefore: (when: string) => `The newest one that is whole is of ${when}.`,
    noWhole: 'None of them is whole.',
    journal: 'Every change is written to a second copy as well, as soon as it is saved.',
    journalProven: (when: string) => `The second copy of every change was read through at ${when}, and is in order.`,
  },
  reason: reasons,
  goals: (count: number) => plural(count, 'goal', 'goals'),
  records: (count: number) => plural(count, 'record', 'records'),
  more: (count: number) => `${count > 0 ? '+' : '−'}${Math.abs(count)}`,
  moreHint: (count: number) => `${plural(Math.abs(count), 'record', 'records')} ${count > 0 ? 'more' : 'fewer'} than the backup before`,
  damaged: 'damaged',
  damagedHint,
  compared: (when: string) => `What has changed since the backup of ${when}`,
  reading: 'Reading the backup…',
  notRead: 'This backup could not be read',
  pick: 'Pick a backup to see what has changed since, and to go back to it.',
  whyNot: (reason: CopyFailure | 'damaged' | 'gone') => (reason === 'damaged' ? damagedHint : reason === 'gone' ? 'It is no longer there.' : sentence(failures[reason])),
  failure: (reason: CopyFailure) => sentence(failures[reason]),
  restore: 'Restore…',
  copy: 'Open as a copy',
  export: 'Export…',
  unpick: 'Close',
  goneGoal: (title: string) => `“${isolated(title)}” is no longer in the plan.`,
  untitled: 'Untitled',
  restoreTitle: (when: string) => `Restore the plan as it was ${when}?`,
  restoreNothing: 'The plan reads just so already. Nothing would change.',
  restoreGoes: (what: string) => `Deleted, since it was made later: ${what}.`,
  restoreBack: (what: string) => `There again: ${what}.`,
  restoreChanged: (what: string) => `Set back to what it said then: ${what}.`,
  restoreHint: 'The plan is backed up as it is before. What you set aside stays in the history, one undo brings it back, and files go on merging as before.',
  restoreNow: 'Restore',
  cancel: 'Cancel',
  restored: (when: string) => `Restored the plan as it was ${when}`,
  undo: 'Undo',
  listed: (parts: readonly string[]) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`),
  rescue: 'Backups of this plan',
  rescueHint: 'Each holds the whole plan as it was then, with its history. Opened as a copy it is a plan of its own, and what is damaged stays as it is.',
  kinds: {
    goal: (count: number) => plural(count, 'goal', 'goals'),
    note: (count: number) => plural(count, 'note', 'notes'),
    other: (count: number) => plural(count, 'other part', 'other parts'),
  },
} as const

/** Words about plans that were removed from this computer. */
export const removedText = {
  title: 'Removed plans',
  as: (when: string) => `as it was ${when}`,
  bringBack: 'Bring back',
  forget: 'Remove for good…',
  forgetTitle: (title: string) => `Remove “${isolated(title)}” for good?`,
  forgetText: 'Its backups on this computer are deleted, and this cannot be undone. Files that were exported stay where they are.',
  forgetNow: 'Remove for good',
  notForgotten: 'The backups of this plan were not removed',
  /** @param why no last backup could be made before a plan is removed */
  noLast: (why: CopyFailure | 'unread' | 'late') =>
    why === 'unavailable' ? 'There is no place for backups here, as in a private window.' : why === 'unread' ? 'No last backup can be made: what is stored for the plan cannot be read.' : `No last backup could be made: ${why === 'late' ? 'the computer does not answer' : failures[why]}.`,
  wouldBeGone: (newest: string | null) => (newest === null ? 'Everything in the plan would be gone, unless it was exported to a file.' : `What was changed since the backup of ${newest} would be gone.`),
  anyway: 'Remove all the same',
  gone: 'This plan was removed from this computer in another window.',
  goneBack: 'It can be brought back from here, or on the start screen under Removed plans.',
  goneHere: 'It can be brought back from here.',
  bringBackOpen: 'Bring it back',
} as const
