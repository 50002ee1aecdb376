import { isDeletion, type Conflict } from '../../../../shared/changes/conflict.ts'
import { isKnown, type Knows } from '../../../../shared/changes/knows.ts'
import { nameOf } from '../oracle.ts'
import { hasCell, putCells, type CellSet } from './cell-set.ts'
import { lastSeen, listOf, type Entry, type Ledger } from './ledger.ts'

/** Two edits that did not know of each other. */
export interface Pair {
  readonly field: string
  readonly mine: Entry
  readonly theirs: Entry
  /** The record in which the work stands, where the other edit deleted one above it. */
  readonly below?: string | undefined
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
  return [...pairs, ...buried({ ledger, mine, theirs })]
}

/** Each record that one side worked on, with each record above it that the other deleted: what is above is said by both together. */
function buried({ ledger, mine, theirs }: { readonly ledger: Ledger; readonly mine: CellSet; readonly theirs: CellSet }): readonly Pair[] {
  const both = mine.slice()
  putCells(both, theirs)
  const said = (on: string, field: string): Entry | undefined => lastSeen(listOf(ledger, on, field), both)
  const isThere = (on: string): boolean => [...(ledger.lists.get(on)?.values() ?? [])].some((list) => lastSeen(list, both) !== undefined)
  const parentOf = (on: string): string | undefined => ['parent', 'output', 'outcome', 'program', 'about'].flatMap((field) => said(on, field)?.value ?? []).filter((value) => typeof value === 'string').find(isThere)
  const above = (on: string, line: readonly string[] = [on]): readonly string[] => {
    const next = parentOf(on)
    return next === undefined || line.includes(next) ? line.slice(1) : above(next, [...line, next])
  }
  return [...ledger.lists].flatMap(([on, fields]): readonly Pair[] => {
    if (on.startsWith('replica:') || on.startsWith('conflict:') || said(on, 'deleted')?.value === true) return []
    return above(on).flatMap((deleted) => {
      const there = ledger.lists.get(deleted) ?? new Map<string, readonly Entry[]>()
      const [myDeletion, theirDeletion] = [newsIn(there, mine, theirs).get('deleted'), newsIn(there, theirs, mine).get('deleted')]
      const [myWork, theirWork] = [worked(newsIn(fields, mine, theirs)), worked(newsIn(fields, theirs, mine))]
      if (myDeletion?.value === true && theirDeletion === undefined && theirWork !== undefined) return [{ field: 'deleted', mine: myDeletion, theirs: theirWork, below: on }]
      return theirDeletion?.value === true && myDeletion === undefined && myWork !== undefined ? [{ field: 'deleted', mine: myWork, theirs: theirDeletion, below: on }] : []
    })
  })
}

function worked(news: News): Entry | undefined {
  const back = news.get('deleted')
  return latest(new Map([...news].filter(([field]) => field !== 'deleted'))) ?? (back?.value === true ? undefined : back)
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
export function recordKey({ mine, theirs, below }: Pair): string {
  const [earlier, later] = mine.at < theirs.at ? [mine, theirs] : [theirs, mine]
  const about = below === undefined ? earlier.on : `${mine.on === below ? theirs.on : mine.on}>${below}`
  return `${about} | ${earlier.at} ${earlier.field} | ${later.at} ${later.field}`
}

export function conflictLines(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ on, field, mine, theirs, below = on }) => {
    const of = (cell: Conflict['mine']): string => (isDeletion(cell) ? on : below)
    return pairName({ field, mine: { on: of(mine), ...mine }, theirs: { on: of(theirs), ...theirs } })
  }).toSorted()
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
