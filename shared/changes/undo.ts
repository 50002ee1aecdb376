import type { RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import type { Change, Edit, Value } from './change.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf, type Cell } from './folded-record.ts'
import type { Stamp } from './stamp.ts'

/** What one action changed, as it must be known to take it back. */
export interface UndoStep {
  /** The action's name as data; the screen words it ("Undo move to Done"). */
  readonly name: ActionName
  readonly cells: readonly UndoCell[]
}

/** The name of an action: a key the texts know, and the title of what it was done to. */
export interface ActionName {
  readonly action: string
  readonly subject: string
  /** What it became: a status, a quarter, a number of goals. */
  readonly detail?: string | undefined
}

interface UndoCell {
  readonly on: RecordId
  readonly field: string
  /** The stamp our action wrote: only while it still counts may it be taken back. */
  readonly at: Stamp
  readonly before: Value
}

/** The step that takes back changes, given the set as it was before them. */
export function undoStepOf({ before, changes, name }: { readonly before: ChangeSet; readonly changes: readonly Change[]; readonly name: ActionName }): UndoStep {
  const cells = changes.flatMap((change) => {
    const record = recordIn(before, change.on)
    // a record that wasn't there is taken back by deleting it: its other fields do no harm and come back with redo
    if (record === undefined) return [{ on: change.on, field: 'deleted', at: change.at, before: true }]
    return Object.keys(change.set).map((field) => ({ on: change.on, field, at: change.at, before: winnerOf(record, field)?.value ?? null }))
  })
  return { name, cells: uniqueCells(cells) }
}

/**
 * The edits that take a step back. Fields that somebody has written since are left alone: undo takes back
 * one's own edits only.
 */
export function undoEdits({ set, step }: { readonly set: ChangeSet; readonly step: UndoStep }): readonly Edit[] {
  const fieldsByRecord = new Map<RecordId, Record<string, Value>>()
  for (const cell of step.cells) {
    const record = recordIn(set, cell.on)
    const winner = winnerOf(record, cell.field)
    const isOurs = winner === undefined ? wroteRecord({ winners: record?.winners, at: cell.at }) : winner.at === cell.at
    if (!isOurs || isSameValue(winner?.value ?? null, cell.before)) continue
    const fields = fieldsByRecord.get(cell.on) ?? {}
    fields[cell.field] = cell.before
    fieldsByRecord.set(cell.on, fields)
  }
  return [...fieldsByRecord].map(([on, set_]) => ({ on, set: set_ }))
}

/** A new record has no `deleted` field yet: it is still ours to take back while a field we wrote counts. */
function wroteRecord({ winners, at }: { readonly winners: readonly Cell[] | undefined; readonly at: Stamp }): boolean {
  return winners?.some((cell) => cell.at === at) ?? false
}

function uniqueCells(cells: readonly UndoCell[]): readonly UndoCell[] {
  const byField = new Map(cells.map((cell) => [`${cell.on} ${cell.field}`, cell]))
  return [...byField.values()]
}
