/** What histories of shares do, counted, so that a fuzz can tell that it did something. */
export const shareTallied = [
  'histories', 'replicas', 'edits', 'looks', 'looksAtOnce', 'rounds', 'received', 'conflicts', 'conflictRecords',
  'restarts', 'deaths', 'editsLost', 'daysOffline', 'clocksAhead', 'heldBack', 'copies', 'renamed', 'restoredProfiles', 'equalStamps',
  'emptied', 'restoredPlaces', 'strays',
  'halves', 'oldTexts', 'oldLists', 'leftOut', 'unread', 'lostPuts', 'latePuts', 'unsurePuts', 'failedPuts', 'unreachable',
  'heads', 'foldedToOne', 'foldedToTwo', 'wholes', 'readAbove', 'ownRead', 'gaps', 'refilled',
  // only where history is folded away
  'folds', 'foldedCells',
  // only where own items are written by others
  'overtaken',
] as const

export type ShareTally = Record<(typeof shareTallied)[number], number>

/** Notes that something happened. */
export type Count = (what: (typeof shareTallied)[number], times?: number) => void

export function emptyShareTally(): ShareTally {
  return Object.fromEntries(shareTallied.map((name) => [name, 0])) as ShareTally // one entry for each name
}

export function shareTallyText(tally: ShareTally): string {
  return shareTallied.map((name) => `${name} ${tally[name]}`).join(', ')
}
