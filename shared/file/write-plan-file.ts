import { canonicalJson } from '../changes/canonical.ts'
import type { Change, Value } from '../changes/change.ts'
import { changesOfRecord, type ChangeSet } from '../changes/fold.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Stamp } from '../changes/stamp.ts'
import { kindOf, type RecordKind } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'
import { digestOfContent } from './digest.ts'
import { layOut } from './lay-out.ts'
import { placedCells } from './placed-cells.ts'
import { collections, otherCollection, planFormat, planFormatVersion, type FileAuthor } from './plan-file.ts'

type Row = Record<string, Value>

export interface WritePlanFile {
  readonly set: ChangeSet
  readonly by: FileAuthor
  /** When, as ISO 8601 text. */
  readonly at: string
  /** Name and version of the app. */
  readonly app: string
}

/**
 * Writes the whole set of changes as a `*.plan.json`: what counts stands in its record, what was overwritten
 * in `history`. The same set gives the same bytes but for who wrote it and when. One record a line, so that
 * versions of a file can be compared by any tool that compares lines.
 */
export function writePlanFile({ set, by, at, app }: WritePlanFile): string {
  const records = [...valuesOf(set.records)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const plan = records.find((record) => kindOf(record.id) === 'plan')
  const inherited = plan === undefined ? undefined : earliestStamp(plan.winners)
  const history: Change[] = []
  const rows = new Map<string, Row[]>()
  for (const record of records) {
    const { row, rest } = recordToRow({ record, inherited: record === plan ? undefined : inherited })
    history.push(...changesOfRecord(rest))
    if (row !== null) rowsFor(rows, keyFor(record)).push(row)
  }
  const content = {
    knows: Object.fromEntries([...set.knows].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ...(rows.has('plan') ? { plan: rows.get('plan')?.[0] ?? null } : {}),
    ...Object.fromEntries([...Object.values(collections), otherCollection].filter((key) => rows.has(key)).map((key) => [key, rows.get(key) ?? []])),
    history: sortHistory(history),
  }
  const digest = digestOfContent({ format: planFormat, version: planFormatVersion, ...content })
  return layOut({ format: planFormat, version: planFormatVersion, app, by: { ...by }, at, ...content, digest })
}

function rowsFor(rows: Map<string, Row[]>, key: string): Row[] {
  const list = rows.get(key) ?? []
  rows.set(key, list)
  return list
}

function keyFor(record: FoldedRecord): string {
  const kind = kindOf(record.id)
  return kind === 'plan' ? 'plan' : Object.hasOwn(collections, kind) ? collections[kind as Exclude<RecordKind, 'plan'>] : otherCollection // hasOwn just told that it is one
}

/**
 * One record as a line of the file, and what can't stand there: what was overwritten, members taken out of a
 * set, and lists (in a record a list of texts always means a set).
 */
function recordToRow({ record, inherited }: { readonly record: FoldedRecord; readonly inherited: Stamp | undefined }): { readonly row: Row | null; readonly rest: FoldedRecord } {
  const placed = placedCells(record)
  const rest = { id: record.id, winners: record.winners.filter((cell) => !placed.includes(cell)), losers: record.losers }
  if (placed.length === 0) return { row: null, rest }
  const row: Row = { id: record.id }
  for (const name of namesInOrder(record, placed)) {
    const members = placed.flatMap((cell) => memberOf(cell, name))
    const plain = placed.find((cell) => cell.field === name)
    row[name] = plain === undefined ? members : plain.value
  }
  const at = stampsOfRow({ placed, inherited })
  if (at !== null) row['at'] = at
  return { row, rest }
}

function memberOf(cell: Cell, name: string): readonly string[] {
  const split = splitField(cell.field)
  return split.name === name && split.member !== undefined ? [split.member] : []
}

/** The fields of the record's spec in its order, then those this version doesn't know, sorted. */
function namesInOrder(record: FoldedRecord, placed: readonly Cell[]): readonly string[] {
  const present = new Set(placed.map((cell) => splitField(cell.field).name))
  const known = Object.keys(fieldsOf(record.id) ?? {})
  const others = [...present].filter((name) => !known.includes(name)).toSorted()
  return [...known.filter((name) => present.has(name)), ...others]
}

function stampsOfRow({ placed, inherited }: { readonly placed: readonly Cell[]; readonly inherited: Stamp | undefined }): Row | null {
  const created = earliestStamp(placed)
  const later = placed.filter((cell) => cell.at !== created)
  if (later.length === 0 && created === inherited) return null
  return { '*': created, ...Object.fromEntries(later.map((cell) => [cell.field, cell.at])) }
}

function earliestStamp(cells: readonly Cell[]): Stamp {
  return cells.reduce((earliest, cell) => (earliest === '' || cell.at < earliest ? cell.at : earliest), '')
}

function sortHistory(history: readonly Change[]): readonly Value[] {
  return history
    .map((change) => ({ change, text: canonicalJson(change.set) }))
    .toSorted((a, b) => compareText(a.change.on, b.change.on) || compareText(a.change.at, b.change.at) || compareText(a.text, b.text))
    .map(({ change, text }) => ({ at: change.at, on: change.on, set: JSON.parse(text) as Value })) // the text was written two lines above
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
