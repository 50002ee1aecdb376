import type { Value } from '../changes/change.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import type { Stamp } from '../changes/stamp.ts'
import type { RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'
import { placedCells } from './placed-cells.ts'

type Row = Record<string, Value>

/**
 * One record as a line of the file, and what can't stand there and goes to the history; null where there is nothing.
 * @param inherited the stamp of lines that state none
 */
export function recordToRow({ record, inherited }: { readonly record: FoldedRecord; readonly inherited: Stamp | undefined }): { readonly row: Row | null; readonly rest: FoldedRecord | null } {
  const placed = placedCells(record)
  const others = placed.length === record.winners.length ? [] : record.winners.filter((cell) => !placed.includes(cell))
  const rest = others.length + record.losers.length === 0 ? null : { id: record.id, winners: others, losers: record.losers }
  if (placed.length === 0) return { row: null, rest }
  const row: Row = { id: record.id }
  const values = valuesByName(placed)
  for (const name of namesInOrder(record.id, values)) row[name] = values.get(name) ?? null
  const at = stampsOfRow({ placed, inherited })
  if (at !== null) row['at'] = at
  return { row, rest }
}

/** The earliest stamp of some cells; empty when there are none. */
export function earliestStamp(cells: readonly Cell[]): Stamp {
  return cells.reduce((earliest, cell) => (earliest === '' || cell.at < earliest ? cell.at : earliest), '')
}

/** What stands under each name: a value, or the members of a set. */
function valuesByName(placed: readonly Cell[]): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>()
  const sets = new Map<string, string[]>()
  for (const { field, value } of placed) {
    const { name, member } = splitField(field)
    if (member === undefined) values.set(name, value)
    else {
      const members = sets.get(name) ?? []
      members.push(member)
      sets.set(name, members)
      values.set(name, members)
    }
  }
  return values
}

/** The fields of the record's spec in its order, then those this version doesn't know, sorted. */
function namesInOrder(id: RecordId, values: ReadonlyMap<string, Value>): readonly string[] {
  const specs = fieldsOf(id) ?? {}
  const known = Object.keys(specs).filter((name) => values.has(name))
  if (known.length === values.size) return known
  return [...known, ...[...values.keys()].filter((name) => !Object.hasOwn(specs, name)).toSorted()]
}

function stampsOfRow({ placed, inherited }: { readonly placed: readonly Cell[]; readonly inherited: Stamp | undefined }): Row | null {
  const created = earliestStamp(placed)
  const later = placed.filter((cell) => cell.at !== created)
  if (later.length === 0 && created === inherited) return null
  return { '*': created, ...Object.fromEntries(later.map((cell) => [cell.field, cell.at])) }
}
