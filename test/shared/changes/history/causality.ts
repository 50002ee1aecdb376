import type { Conflict } from '../../../../shared/changes/conflict.ts'
import { nameOf, type Written } from '../oracle.ts'
import { stableText } from '../portrait.ts'

type Cells = ReadonlyMap<string, Written>

/**
 * The conflicts a merge must raise, judged by what each side has seen, change by change. Knows nothing of
 * version vectors, which only sum that up.
 */
export function expectedConflicts({ mine, theirs }: { readonly mine: Cells; readonly theirs: Cells }): readonly string[] {
  const myRecords = new Set([...mine.values()].map((cell) => cell.on))
  const myNews = newsByRecord(mine, theirs)
  const theirNews = newsByRecord(theirs, mine)
  const lines: string[] = []
  for (const on of theirNews.keys()) {
    if (on.startsWith('replica:') || !myRecords.has(on)) continue
    lines.push(...conflictsAbout({ my: myNews.get(on) ?? new Map(), their: theirNews.get(on) ?? new Map() }))
  }
  return lines.toSorted()
}

export function conflictLines(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ on, field, mine, theirs }) => line({ field, mine: { on, ...mine }, theirs: { on, ...theirs } })).toSorted()
}

function conflictsAbout({ my, their }: { readonly my: ReadonlyMap<string, Written>; readonly their: ReadonlyMap<string, Written> }): readonly string[] {
  const lines: string[] = []
  for (const [field, theirs] of their) {
    const mine = my.get(field)
    if (mine !== undefined && stableText(mine.value) !== stableText(theirs.value)) lines.push(line({ field, mine, theirs }))
  }
  const iDeleted = my.get('deleted')?.value === true
  const theyDeleted = their.get('deleted')?.value === true
  if (iDeleted === theyDeleted || (my.has('deleted') && their.has('deleted'))) return lines
  const mine = iDeleted ? my.get('deleted') : latest(my)
  const theirs = theyDeleted ? their.get('deleted') : latest(their)
  if (mine !== undefined && theirs !== undefined) lines.push(line({ field: 'deleted', mine, theirs }))
  return lines
}

/** Of what counts in each record, the part the other side hasn't seen. */
function newsByRecord(cells: Cells, others: Cells): ReadonlyMap<string, ReadonlyMap<string, Written>> {
  const counting = new Map<string, Written>()
  for (const cell of cells.values()) {
    const key = `${cell.on} ${cell.field}`
    const best = counting.get(key)
    if (best === undefined || rank(best) < rank(cell)) counting.set(key, cell)
  }
  const news = new Map<string, Map<string, Written>>()
  for (const cell of counting.values()) {
    if (others.has(nameOf(cell))) continue
    const fields = news.get(cell.on) ?? new Map<string, Written>()
    news.set(cell.on, fields.set(cell.field, cell))
  }
  return news
}

function latest(fields: ReadonlyMap<string, Written>): Written | undefined {
  // within one stamp the fields of a record stand in the order of their names, and the first is shown
  return [...fields.values()].toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.field < b.field ? -1 : 1))[0]
}

function rank({ at, value }: Written): string {
  return `${at} ${stableText(value)}`
}

function line({ field, mine, theirs }: { readonly field: string; readonly mine: Written; readonly theirs: Written }): string {
  return `${field}: ${nameOf(mine)} against ${nameOf(theirs)}`
}
