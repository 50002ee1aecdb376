import type { Conflict } from '../../../../shared/changes/conflict.ts'
import { isKnown, type Knows } from '../../../../shared/changes/knows.ts'
import { nameOf } from '../oracle.ts'
import { hasCell, type CellSet } from './cell-set.ts'
import { lastSeen, type Entry, type Ledger } from './ledger.ts'

/** Two edits that did not know of each other. */
export interface Pair {
  readonly field: string
  readonly mine: Entry
  readonly theirs: Entry
}

/**
 * The conflicts a merge must raise, judged by what each side has seen, change by change. Knows nothing of
 * version vectors, which only sum that up.
 */
export function expectedConflicts({ ledger, mine, theirs }: { readonly ledger: Ledger; readonly mine: CellSet; readonly theirs: CellSet }): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [on, fields] of ledger.lists) {
    if (on.startsWith('replica:') || on.startsWith('conflict:')) continue
    const [my, their] = [newsIn(fields, mine, theirs), newsIn(fields, theirs, mine)]
    if (my.size > 0 && their.size > 0) pairs.push(...conflictsAbout(my, their))
  }
  return pairs
}

/**
 * Whether a window has all that its plan says it knows: over a gap no conflict would be raised. Conflicts that others have
 * found bear the stamps of edits, and what was written in a merge that was taken back is written anew; both may be missing.
 */
export function hasNoGap({ ledger, knows, seen, vanished }: { readonly ledger: Ledger; readonly knows: Knows; readonly seen: CellSet; readonly vanished: CellSet }): boolean {
  return ledger.entries.every(({ on, at, index }) => hasCell(seen, index) || on.startsWith('conflict:') || hasCell(vanished, index) || !isKnown({ knows, stamp: at }))
}

/** Names a pair by all that is in it, whichever side is asked. */
export function pairName({ field, mine, theirs }: { readonly field: string; readonly mine: Parameters<typeof nameOf>[0]; readonly theirs: Parameters<typeof nameOf>[0] }): string {
  return [field, ...[nameOf(mine), nameOf(theirs)].toSorted()].join('\n  ')
}

/** The pair as its record states it: the record that was edited, and each edit by stamp and field, the earlier first. */
export function recordKey({ mine, theirs }: Pair): string {
  const [earlier, later] = mine.at < theirs.at ? [mine, theirs] : [theirs, mine]
  return `${earlier.on} | ${earlier.at} ${earlier.field} | ${later.at} ${later.field}`
}

export function conflictLines(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ on, field, mine, theirs }) => pairName({ field, mine: { on, ...mine }, theirs: { on, ...theirs } })).toSorted()
}

type News = ReadonlyMap<string, Entry>

function conflictsAbout(my: News, their: News): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [field, theirs] of their) {
    const mine = my.get(field)
    if (mine !== undefined && mine.text !== theirs.text) pairs.push({ field, mine, theirs })
  }
  const iDeleted = my.get('deleted')?.value === true
  const theyDeleted = their.get('deleted')?.value === true
  if (iDeleted === theyDeleted || (my.has('deleted') && their.has('deleted'))) return pairs
  const mine = iDeleted ? my.get('deleted') : latest(my)
  const theirs = theyDeleted ? their.get('deleted') : latest(their)
  return mine === undefined || theirs === undefined ? pairs : [...pairs, { field: 'deleted', mine, theirs }]
}

/** Of what counts in a record, the part the other side hasn't seen. */
function newsIn(fields: ReadonlyMap<string, readonly Entry[]>, cells: CellSet, others: CellSet): News {
  const news = new Map<string, Entry>()
  for (const [field, list] of fields) {
    const counts = lastSeen(list, cells)
    if (counts !== undefined && !hasCell(others, counts.index)) news.set(field, counts)
  }
  return news
}

function latest(fields: News): Entry | undefined {
  // within one stamp the fields of a record stand in the order of their names, and the first is shown
  return [...fields.values()].toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.field < b.field ? -1 : 1))[0]
}
