import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, type FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isRecordId, type GoalId, type RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'

const upwards: ReadonlySet<string> = new Set(['parent', 'output', 'outcome', 'program'])

/** A goal, first, and all that it has ever stood below: goals, outputs, outcomes, programs. */
export function recordsAround(set: ChangeSet, goal: GoalId): readonly FoldedRecord[] {
  const found = new Map<RecordId, FoldedRecord>()
  const open: RecordId[] = [goal]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const record = found.has(id) ? undefined : recordIn(set, id)
    if (record === undefined) continue
    found.set(id, record)
    for (const { field, value } of cellsOf(record)) if (upwards.has(field) && isRecordId(value)) open.push(value)
  }
  return [...found.values()]
}

/** The notes that have ever spoken of a goal or an output, by its id. */
export function notesByPlace(set: ChangeSet): ReadonlyMap<string, readonly FoldedRecord[]> {
  const places = new Map<string, FoldedRecord[]>()
  for (const note of valuesOf(set.records)) {
    if (!hasKind(note.id, 'note')) continue
    for (const place of placesOf(note)) {
      const list = places.get(place) ?? []
      places.set(place, list)
      list.push(note)
    }
  }
  return places
}

function placesOf(note: FoldedRecord): ReadonlySet<string> {
  const places = new Set<string>()
  for (const { field, value } of cellsOf(note)) {
    if (field === 'about' && typeof value === 'string') places.add(value)
    const { name, member } = splitField(field)
    // `states/goal:V1StGXR8Z5=done`
    if (name === 'states' && member !== undefined) places.add(member.split('=')[0] ?? '')
  }
  return places
}
