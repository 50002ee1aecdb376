import type { LeftWith } from '../../shared/plan/merge-state.ts'
import { formatMoment } from './dates.ts'
import { isolated } from './isolated.ts'
import { plural } from './plural.ts'

/** What counts while a conflict waits. Of a deletion and an edit that didn't know of it the deletion does, whichever was later. */
const meanwhile = (hasDeletions: boolean): string => `Edited on both sides without knowing of each other. Meanwhile the later edit counts${hasDeletions ? ', and what one side deleted is deleted, also where it was edited later' : ''};`

/** Words for conflicts that wait, wherever they are shown. */
export const conflictText = {
  /** Beside a goal, for screen readers: the eye sees a sign and a number. */
  mark: (count: number) => plural(count, 'edit to review', 'edits to review'),
  markTitle: (count: number) => `${plural(count, 'edit was', 'edits were')} made on both sides and not looked at yet`,
  panel: 'To review',
  panelHint: (hasDeletions: boolean) => `${meanwhile(hasDeletions)} the other stays in the history.`,
  place: 'place in its list',
  deletion: 'deleted on one side, worked on at the other',
  deleted: 'Deleted',
  restored: 'Brought back',
  wentOn: 'Went on with it:',
  added: 'Added',
  removed: 'Taken off',
  later: 'later',
  counts: 'counts',
  /** In the place that one leaves. */
  decided: 'Decided',
  /** What pressing a side does; by whether it counts already. */
  keep: 'Keep',
  choose: 'Choose',
  bringBack: 'Bring it back',
  leaveDeleted: 'Leave it deleted',
  delete: 'Delete it',
  neither: 'Something else was written since, and counts:',
  showAll: 'Show the whole texts',
  fold: 'Fold the texts',
} as const

/** Words of the screen on which conflicts are reviewed and merges taken back. */
export const mergesText = {
  label: 'Exchange',
  beside: 'Share and files',

  toReview: 'To review',
  toReviewHint: (hasDeletions: boolean) => `${meanwhile(hasDeletions)} what you don’t choose stays in the history for good.`,
  list: 'Edits to review',
  keepAll: (count: number) => `Keep all ${count}`,
  keepAllTitle: 'Keeps what counts in all of them; one undo brings them back',
  open: 'Open the goal',
  nothing: 'Nothing to review',
  nothingHint: 'Where you and a colleague edit the same thing without knowing of each other, both edits are kept here until somebody has looked at them.',

  exchanged: 'Exchanged',
  exchangedNothing: 'No file was exchanged yet.',
  exchangedHint: 'Ctrl+E writes the plan to a file for a colleague; Ctrl+O merges theirs. Everything that came and went is listed here.',
  from: (by: string) => (by === '' ? 'A file' : `${isolated(by)}’s file`),
  brought: (changes: number) => plural(changes, 'change merged', 'changes merged'),
  exported: 'Exported',
  /** Of a plan that is shared, and of one that no longer is; below it stands the folder or the server. */
  shared: 'Shared',
  joined: 'Joined',
  unshared: 'Share left',
  isTakenBack: 'taken back',
  wentOut: ({ file, at, isSaved, isShare = false }: LeftWith) => isShare ? `is shared through ${isolated(file)} since ${formatMoment(at)}` : `${isSaved ? 'went out' : 'may have gone out'} with ${isolated(file)}, ${formatMoment(at)}`,
  takeBack: 'Take back…',
  takeBackOf: (by: string, when: string) => `Take back ${mergesText.from(by)}, ${when}`,
} as const

const went = ({ file, at, isSaved, isShare = false }: LeftWith): string => isShare ? `was shared through ${isolated(file)} on ${formatMoment(at)}` : `${isSaved ? 'went out' : 'may have gone out'} as ${isolated(file)} on ${formatMoment(at)}`

/** Words of the question before a merge is taken back. */
export const takeBackText = {
  title: (by: string) => `Take back ${by === '' ? 'the file' : `${isolated(by)}’s file`}?`,
  description: (file: string, when: string, changes: number) => `${isolated(file)}, merged ${when}, ${plural(changes, 'change', 'changes')}.`,
  unreadable: 'What the file brought could not be read, so it can’t be taken back. Nothing was changed.',
  gone: 'It was taken back already.',
  withdrawn: 'What came with it goes out of the plan, as if the file had never come. Edits made since stay, and so does what another file brought as well.',
  reverted: (left: LeftWith) => `The plan ${went(left)}, and what came with the file is part of that. So nothing can be taken out: it is set back by new changes, which colleagues get ${left.isShare === true ? 'while you share it, or with your next file' : 'with your next file'}. Edits made since stay.`,
  staying: 'Will stay, as it was worked on since',
  fields: 'Will read differently',
  goes: 'Will go',
  nothing: 'Nothing will read differently: all of it was written over since, or came with another file too.',
  place: 'place in its list',
  isDeleted: 'is deleted',
  comesBack: 'comes back',
  staysDeleted: 'is deleted here, and stays so',
  hint: 'Enter takes it back, Esc leaves everything as it is',
  cancel: 'Cancel',
  confirm: 'Take back',
  undoHint: (wentOut: boolean) => `Ctrl+Z merges it again until you close or reload the window${wentOut ? '' : '; later, opening the file does'}.`,
} as const

/** How a merge was taken back, below what was done. */
export const takenBackText = {
  withdrawn: (kept: number) => `It is as if the file had never come${kept === 0 ? '' : `; ${plural(kept, 'record', 'records')} you worked on ${kept === 1 ? 'stays' : 'stay'}`}.`,
  reverted: (records: number, left: LeftWith) => `Set back by new changes in ${plural(records, 'record', 'records')}, since the plan ${went(left)}.`,
  left: (count: number) => (count === 0 ? 'nothing left to review' : `${count} left to review`),
} as const

/** The state of the exchange in one line, always in sight. */
export const exchangeLine = {
  shared: (place: string, when: string) => `Last exchange: shared through ${isolated(place)}, ${when}`,
  joined: (place: string, when: string) => `Last exchange: joined through ${isolated(place)}, ${when}`,
  unshared: (place: string, when: string) => `Last exchange: share through ${isolated(place)} left, ${when}`,
  merged: ({ by, when, changes }: { readonly by: string; readonly when: string; readonly changes: number }) => `Last exchange: ${mergesText.from(by)}, ${when}, ${plural(changes, 'change', 'changes')} merged`,
  takenBack: (by: string, when: string) => `Last exchange: ${mergesText.from(by)}, ${when}, taken back`,
  exported: (file: string, when: string) => `Last exchange: exported as ${isolated(file)}, ${when}`,
  toReview: (count: number) => `${count} to review`,
} as const
