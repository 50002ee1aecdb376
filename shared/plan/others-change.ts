import { isSameValue } from '../changes/canonical.ts'
import { cellsOf, cellsOfField, firstStamp, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { replicaOf, type Stamp } from '../changes/stamp.ts'
import { hasKind, isBookkeeping, recordKinds, type RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { entryOf, meaning, type FieldStep, type HistoryEntry } from './history.ts'

/** What others made of a record since somebody last looked, as it stands now: who wrote what of it is told by the stamps. */
export interface OthersChange extends HistoryEntry {
  readonly steps: readonly OthersStep[]
}

/** `before` is what one saw last, however often others wrote since. */
export interface OthersStep extends FieldStep {
  readonly at: Stamp
}

export interface OthersChangeOf {
  readonly record: FoldedRecord
  /** The stamps of what came from others and was not looked at. */
  readonly unseen: ReadonlySet<Stamp>
  /** This computer: what it wrote, others didn't. */
  readonly own: string
}

/**
 * Null where nothing is left of it to look at: it was written over since, or says what was seen before. What was added and
 * deleted again in between was never there for who didn't look.
 */
export function othersChange({ record, unseen, own }: OthersChangeOf): OthersChange | null {
  const isTheirs = ({ at }: Pick<Cell, 'at'>): boolean => unseen.has(at) && replicaOf(at) !== own
  const isFirst = isTheirs({ at: firstStamp(record) })
  if (isFirst && winnerOf(record, 'deleted')?.value === true) return null
  const steps = record.winners.filter(isTheirs).flatMap((cell): readonly OthersStep[] => {
    const before = cellsOfField(record, cell.field).findLast((each) => !isTheirs(each))?.value ?? null
    if (isSameValue(meaning(before), meaning(cell.value))) return []
    const { name, member } = splitField(cell.field)
    return [{ field: name, member: member ?? null, before, after: cell.value, at: cell.at }]
  })
  const last = latestOf(isFirst && steps.length === 0 ? [...cellsOf(record)].filter(isTheirs) : steps)
  if (last === null) return null
  const entry = entryOf({ at: last, on: record.id, steps, isFirst })
  return entry.kind === 'changed' && entry.steps.length === 0 ? null : entry
}

/** Whether a record is one that people read of: how conflicts are settled and what computers are called is told elsewhere. */
export function isToldOf(id: RecordId): boolean {
  return !isBookkeeping(id) && recordKinds.some((kind) => hasKind(id, kind))
}

function latestOf(stamped: readonly { readonly at: Stamp }[]): Stamp | null {
  return stamped.reduce<Stamp | null>((last, { at }) => (last === null || at > last ? at : last), null)
}
