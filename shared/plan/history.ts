import { isSameValue } from '../changes/canonical.ts'
import type { Value } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Stamp } from '../changes/stamp.ts'
import { hasKind, type GoalId, type RecordId } from '../model/ids.ts'
import { memberField, splitField } from '../model/record-spec.ts'
import { outputOfGoal, quarterOfGoal } from './goal-place.ts'
import { lostEdits, lostKey, type LostEdits } from './lost-edits.ts'
import type { PlanView } from './plan-view.ts'
import { readAny } from './read-record.ts'

/** What one field said before and after; null where it said nothing. */
export interface FieldStep {
  readonly field: string
  /** For a set: the member that came in (`after` is true) or went out. */
  readonly member: string | null
  readonly before: Value
  readonly after: Value
  /** Where it lost in a merge: the stamp of the edit that was made without knowing of it, and counted instead. */
  readonly lostTo?: Stamp
}

/** What was written to one record at one moment. */
export interface HistoryEntry {
  readonly at: Stamp
  readonly on: RecordId
  readonly kind: 'created' | 'changed' | 'deleted' | 'restored'
  readonly steps: readonly FieldStep[]
}

/**
 * What happened to a record, the newest first: every value that ever counted or was overwritten, each beside
 * the one before it in time. A value written over by an equal one is no news.
 */
export function historyOf(record: FoldedRecord): readonly HistoryEntry[] {
  const byStamp = new Map<Stamp, FieldStep[]>()
  let first: Stamp | undefined
  for (const [field, cells] of cellsByField(record)) {
    const { name, member } = splitField(field)
    let before: Value = null
    for (const { at, value } of cells) {
      if (first === undefined || at < first) first = at
      const steps = byStamp.get(at) ?? []
      byStamp.set(at, steps)
      if (!isSameValue(meaning(before), meaning(value))) steps.push({ field: name, member: member ?? null, before, after: value })
      before = value
    }
  }
  const entries = [...byStamp].map(([at, steps]) => entryOf({ at, on: record.id, steps, isFirst: at === first }))
  return entries.filter((entry) => entry.kind !== 'changed' || entry.steps.length > 0).toSorted(newestFirst)
}

/** The history of a goal together with that of the notes that speak of it, those since deleted included. */
export function historyOfGoal(view: PlanView, id: GoalId): readonly HistoryEntry[] {
  const goal = recordIn(view.set, id)
  const records = [...(goal === undefined ? [] : [goal]), ...notesEverOf(view, id)]
  const lost = lostEdits(view, new Set(records.map((record) => record.id)))
  const entries = records.flatMap(historyOf)
  return (lost.size === 0 ? entries : entries.map((entry) => withLost(entry, lost))).toSorted(newestFirst)
}

function withLost(entry: HistoryEntry, lost: LostEdits): HistoryEntry {
  const steps = entry.steps.map((step) => {
    const field = step.member === null ? step.field : memberField(step.field, step.member)
    const lostTo = lost.get(lostKey(entry.on, { at: entry.at, field, value: step.after }))
    return lostTo === undefined ? step : { ...step, lostTo }
  })
  return { ...entry, steps }
}

/** The cells of each field, the oldest first. */
function cellsByField(record: FoldedRecord): ReadonlyMap<string, readonly Cell[]> {
  const byField = new Map<string, Cell[]>()
  // losers stand in order of time within a field, and the winner is later than all of them
  for (const cell of [...record.losers, ...record.winners]) {
    const cells = byField.get(cell.field)
    if (cells === undefined) byField.set(cell.field, [cell])
    else cells.push(cell)
  }
  return byField
}

/** A field that was never set, one set to nothing, an empty text and a mark not made all say the same. */
export function meaning(value: Value): Value {
  return value === '' || value === false ? null : value
}

/** What was written to a record, as what happened to it: it came, went, came back, or reads differently. */
export function entryOf<Step extends FieldStep>({ at, on, steps, isFirst }: { readonly at: Stamp; readonly on: RecordId; readonly steps: readonly Step[]; readonly isFirst: boolean }): HistoryEntry & { readonly steps: readonly Step[] } {
  const deletion = steps.find((step) => step.field === 'deleted')
  const kind = isFirst ? 'created' : deletion === undefined ? 'changed' : deletion.after === true ? 'deleted' : 'restored'
  const told = steps.filter((step) => step !== deletion)
  // a new place in a list is news only where nothing else happened
  const isMore = isFirst || deletion !== undefined || told.some((step) => step.field !== 'order')
  return { at, on, kind, steps: isMore ? told.filter((step) => step.field !== 'order') : told }
}

function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

function notesEverOf(view: PlanView, id: GoalId): readonly FoldedRecord[] {
  const output = outputOfGoal(view, id)?.id ?? null
  const quarter = quarterOfGoal(view, id)
  const notes: FoldedRecord[] = []
  for (const folded of valuesOf(view.set.records)) {
    if (!hasKind(folded.id, 'note')) continue
    const note = readAny(folded)
    if (note === null || !('about' in note)) continue
    const isShared = note.about !== null && note.about === output && note.quarter !== null && note.quarter === quarter
    if (note.about === id || isShared) notes.push(folded)
  }
  return notes
}
