import { isSameValue } from '../../../shared/changes/canonical.ts'
import { recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf, winnerOf } from '../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { isBookkeeping, kindOf, type RecordId } from '../../../shared/model/ids.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import { fieldsOf, isKnownKind } from '../../../shared/model/records.ts'
import { isLive, notesAbout } from '../../../shared/plan/plan-view.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { readAny } from '../../../shared/plan/read-record.ts'

/** Every live record as all of the product reads it, sets in one order, and what only a newer version would read. */
export function recordsOf(set: ChangeSet): Readonly<Record<string, unknown>> {
  const view = createView(set)
  const about = [...valuesOf(set.records)].map(({ id }) => id).filter((id) => isKnownKind(kindOf(id)) && isLive(view, id)).toSorted()
  return { ...contentsOf(set), 'notes in their order': about.flatMap((id) => [...Map.groupBy(notesAbout(view, id), (note) => note.quarter)].map(([quarter, notes]) => [id, quarter, ...notes.map((note) => note.id)].join(' '))).toSorted() }
}

function contentsOf(set: ChangeSet): Readonly<Record<string, unknown>> {
  const view = createView(set)
  const ids = [...valuesOf(set.records)].map(({ id }) => id).filter((id) => !isBookkeeping(id) && isThere(view, id))
  return Object.fromEntries(ids.toSorted().map((id) => [id, { ...readSorted(set, id), ...unknownOf(set, id) }]))
}

function isThere(view: ReturnType<typeof createView>, id: RecordId): boolean {
  return isKnownKind(kindOf(id)) ? isLive(view, id) : winnerOf(recordIn(view.set, id), 'deleted')?.value !== true
}

function readSorted(set: ChangeSet, id: RecordId): Readonly<Record<string, unknown>> {
  const folded = recordIn(set, id)
  const read = folded === undefined ? null : readAny(folded)
  return Object.fromEntries(Object.entries(read ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value]))
}

function unknownOf(set: ChangeSet, id: RecordId): Readonly<Record<string, unknown>> {
  const folded = recordIn(set, id)
  const specs = fieldsOf(id)
  const names = new Set(folded === undefined ? [] : [...cellsOf(folded)].map(({ field }) => field))
  const unknown = [...names].filter((field) => field !== 'deleted' && (specs === undefined || !Object.hasOwn(specs, splitField(field).name)))
  return Object.fromEntries(unknown.toSorted().flatMap((field) => (isSameValue(winnerOf(folded, field)?.value, null) ? [] : [[`unknown ${field}`, winnerOf(folded, field)?.value]])))
}
