import type { Day } from '../../shared/model/date.ts'
import { formatFullDate, formatMoment } from './dates.ts'
import { plural } from './plural.ts'

const steps = (count: number): string => plural(count, 'old wording or place', 'old wordings and places')

/** Words for folding old history away. */
export const oldHistoryText = {
  title: 'Fold away old history?',
  description: (day: Day) => `What was overwritten before ${formatFullDate(day)}`,
  reading: 'Looking through the history…',
  goes: (count: number, day: Day) => `${steps(count)} that ${count === 1 ? 'was' : 'were'} overwritten before ${formatFullDate(day)} ${count === 1 ? 'goes' : 'go'}, on this computer. Everything that counts stays, and so does how each goal went: its statuses, quarters, notes and names, what was deleted, and what was edited on both sides.`,
  nothing: (day: Day) => `Nothing that was overwritten before ${formatFullDate(day)} can go as things stand.`,
  lost: (day: Day) => `Afterwards the history no longer tells what descriptions, reasons, owners and notes read before they were changed until that day, and who looks back further finds them empty. A file or a wiki page older than ${formatFullDate(day)} that somebody changed by hand is compared less well.`,
  before: 'The plan is backed up first, and one undo brings everything back. Colleagues keep theirs.',
  unreadable: 'What was merged into this plan can’t be read just now, so nothing is folded away. Try again later.',

  asked: 'Other computers',
  nobody: 'No other computer has written in the plan or been heard of since.',
  seen: (at: number) => `last heard of ${formatMoment(at)}`,
  hasAll: 'has seen all of it',
  keeps: (count: number) => `${steps(count)} ${count === 1 ? 'stays' : 'stay'} until it has seen ${count === 1 ? 'it' : 'them'}`,
  silent: (isShared: boolean) => `has never told in ${isShared ? 'this share' : 'a share'} what it has: until then nothing goes`,
  gone: 'It is gone for good',

  cancel: 'Cancel',
  confirm: 'Fold away',
  done: (count: number, day: Day) => `${steps(count)} from before ${formatFullDate(day)} ${count === 1 ? 'was' : 'were'} folded away`,
  notDone: 'Nothing was folded away',
} as const
