/** What histories do, counted, so that a fuzz can tell that it did something. */
export const tallied = [
  'histories', 'steps', 'longHistories', 'replicas',
  'edits', 'made', 'deletions', 'restored', 'hung', 'undone', 'redone',
  'files', 'merges', 'staleFiles', 'ownFiles', 'pages',
  'conflicts', 'deletionConflicts', 'conflictRecords', 'foundTwice', 'decidedInReview', 'chosenAgainstFile', 'reviewed', 'flipped',
  'withdrawn', 'keptSinceOthersBrought', 'leftOver', 'adopted', 'conflictsOutlived', 'reopened', 'reverted', 'mergedAgain', 'overtaken', 'changedBack',
  'overwrittenKnowingly', 'lostInConflict',
  'caughtUp', 'restarts', 'copies', 'equalStamps', 'renamed',
  'clocksOffByHours', 'clocksMovedByHours', 'clocksMovedByDays', 'clocksAheadByAYear', 'clocksStopped', 'writtenOverTheFuture',
  'circles', 'viewsWatched', 'cells',
] as const

export type Tally = Record<(typeof tallied)[number], number>

export function emptyTally(): Tally {
  return Object.fromEntries(tallied.map((name) => [name, 0])) as Tally // one entry for each name
}

export function tallyText(tally: Tally): string {
  return tallied.map((name) => `${name} ${tally[name]}`).join(', ')
}
