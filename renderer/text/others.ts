import { isolated } from './isolated.ts'

/** `SRE laptop`, `SRE laptop and Release laptop`, `SRE laptop and 2 others`. */
function whom(names: readonly string[]): string {
  const [first = '', second] = names.map(isolated)
  if (second === undefined) return first
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`
}

/** Words for what others changed since one last looked. */
export const othersText = {
  title: 'Changed by others',
  tabs: 'What to look at',
  toReview: 'To review',
  hint: 'What came in since you last looked, as it stands now. A goal you open counts as looked at.',
  list: 'Changed by others',
  lookAtAll: 'Mark all as seen',
  look: (title: string) => `Mark “${isolated(title)}” as seen`,
  seen: 'seen',
  seenTitle: (title: string) => `${isolated(title)}, seen`,
  nothing: 'Nothing new',
  nothingHint: 'What colleagues change comes in by itself. It is listed here, and marked on the cards, until you have looked at it.',
  whom,
  by: (names: readonly string[], when: string) => `${whom(names)}, ${when}`,
  /** In the panel of a goal. */
  inGoal: 'Changed since you last looked',
  added: 'Added',
  deleted: 'Deleted',
  restored: 'Brought back',
  /** Beside the title of what nobody sees any more. */
  isGone: 'deleted meanwhile',
  isGoneWith: (title: string) => `gone with “${isolated(title)}”, which was deleted`,
  /** Beside a goal: the eye sees a dot, and these words when it stays on it. */
  mark: ({ names, what }: { readonly names: readonly string[]; readonly what: readonly string[] }) => `changed by ${whom(names)}: ${what.join(', ')}`,
  marked: { created: 'new', deleted: 'deleted', restored: 'brought back', note: 'note' },
  /** In the bar at the bottom. */
  waiting: (count: number) => `${count} changed by others`,
  count: (count: number) => `${count} new`,
  fromOthers: 'from others',
} as const
