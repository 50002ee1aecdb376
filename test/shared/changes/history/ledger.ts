import type { Change, Value } from '../../../../shared/changes/change.ts'
import { nameOf, writtenBy, type Written } from '../oracle.ts'
import { stableText } from '../portrait.ts'
import { hasCell, noCells, putCell, type CellSet } from './cell-set.ts'

/** One field of one record, set once, as it stands in the books. */
export interface Entry extends Written {
  readonly index: number
  /** The value as text that equal values share. */
  readonly text: string
  /** What the window that wrote it had seen by then; nothing, for what a page says and what was there from the beginning. */
  readonly knew: CellSet
  /** What any window of that computer had seen: they are one person's hands. */
  readonly knewAtHome: CellSet
}

/** The books of a history: every change that anybody ever made, cell by cell. The product never sees them. */
export interface Ledger {
  readonly entries: Entry[]
  readonly byName: Map<string, Entry>
  /** By record and field, each list by stamp and then by text: of any of them the last one counts. */
  readonly lists: Map<string, Map<string, Entry[]>>
}

export function createLedger(): Ledger {
  return { entries: [], byName: new Map(), lists: new Map() }
}

const nothing = noCells()

/** Enters changes, and tells the cells they consist of. What stands there already is entered once. */
export function enter({ ledger, changes, knew = nothing, knewAtHome = knew }: { readonly ledger: Ledger; readonly changes: Iterable<Change>; readonly knew?: CellSet; readonly knewAtHome?: CellSet }): readonly Entry[] {
  return writtenBy(changes).map((cell) => ledger.byName.get(nameOf(cell)) ?? enterNew(ledger, { ...cell, knew, knewAtHome }))
}

export function cellSetOf(entries: Iterable<Entry>): CellSet {
  const cells = noCells()
  for (const { index } of entries) putCell(cells, index)
  return cells
}

/** Everything ever written to a field, the earliest first. */
export function listOf(ledger: Ledger, on: string, field: string): readonly Entry[] {
  return ledger.lists.get(on)?.get(field) ?? []
}

/** Of a field's list the entry that counts for who has seen these cells. */
export function lastSeen(list: readonly Entry[], seen: CellSet): Entry | undefined {
  return list.findLast(({ index }) => hasCell(seen, index))
}

/** Whether both edits of a conflict are among the cells. @param key the pair as its record states it, see `causality.ts` */
export function areEditsIn({ ledger, key, cells }: { readonly ledger: Ledger; readonly key: string; readonly cells: CellSet }): boolean {
  const [on = '', ...edits] = key.split(' | ')
  const lists = (field: string): readonly Entry[] => on.split('>').flatMap((each) => listOf(ledger, each, field))
  return edits.every((edit) => lists(edit.slice(edit.indexOf(' ') + 1)).some(({ at, index }) => edit.startsWith(at) && hasCell(cells, index)))
}

function enterNew(ledger: Ledger, cell: Written & Pick<Entry, 'knew' | 'knewAtHome'>): Entry {
  const entry: Entry = { ...cell, index: ledger.entries.length, text: stableText(cell.value satisfies Value) }
  ledger.entries.push(entry)
  ledger.byName.set(nameOf(cell), entry)
  const fields = ledger.lists.get(cell.on) ?? new Map<string, Entry[]>()
  ledger.lists.set(cell.on, fields)
  const list = fields.get(cell.field) ?? []
  fields.set(cell.field, list)
  list.push(entry)
  list.sort(byStampAndText)
  return entry
}

function byStampAndText(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.text < b.text ? -1 : 1
}
