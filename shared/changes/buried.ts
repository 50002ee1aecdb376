import { hasKind, isBookkeeping, isRecordId, type RecordId } from '../model/ids.ts'
import { isDeletion, latestOf, unknownTo, type Conflict } from './conflict.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf, type Cell } from './folded-record.ts'
import { isKnown } from './knows.ts'
import { valuesOf } from './sharded-map.ts'
import type { Steps } from './steps.ts'

export interface Meeting {
  readonly mine: ChangeSet
  readonly theirs: ChangeSet
  /** Both together. */
  readonly united: ChangeSet
  /** The records of which the other side knows something that isn't here. */
  readonly touched: Iterable<RecordId>
}

/** How many records are looked at between two pauses. */
const stepSize = 1_000

/**
 * What one side added or went on with below a record that the other deleted, or hung on it: a goal below a deleted
 * outcome, a note about a deleted goal. It goes out of sight with what was deleted, though nobody meant it. Each record
 * that was worked on is a conflict with each such deletion above it; those of one deletion are decided as one.
 */
export function* buriedInSteps({ mine, theirs, united, touched }: Meeting): Steps<readonly Conflict[]> {
  // as a rule the other side knows all that is here: then nobody worked without knowing of the other
  if ([...mine.knows.values()].every((stamp) => isKnown({ knows: theirs.knows, stamp }))) return []
  const buried: Conflict[] = []
  const theirDeletions = new Map<RecordId, Cell>()
  let seen = 0
  for (const on of touched) {
    if ((seen += 1) % stepSize === 0) yield
    if (isBookkeeping(on)) continue
    const news = unknownTo(mine.knows, recordIn(theirs, on))
    const deletion = news.find(isDeletion)
    if (deletion !== undefined && !hasKind(on, 'note')) theirDeletions.set(on, deletion)
    const work = workOf({ united, on, news })
    if (work === undefined) continue
    for (const above of recordsAbove(united, on)) {
      const mineThere = unknownTo(theirs.knows, recordIn(mine, above)).find(isDeletion)
      if (mineThere !== undefined && isOnlyOf(mineThere, unknownTo(mine.knows, recordIn(theirs, above)))) buried.push({ on: above, field: 'deleted', mine: mineThere, theirs: work, below: on })
    }
  }
  if (theirDeletions.size === 0) return buried
  for (const record of valuesOf(mine.records)) {
    if ((seen += 1) % stepSize === 0) yield
    if (isBookkeeping(record.id)) continue
    const work = workOf({ united, on: record.id, news: unknownTo(theirs.knows, record) })
    if (work === undefined) continue
    for (const above of recordsAbove(united, record.id)) {
      const deletion = theirDeletions.get(above)
      if (deletion !== undefined && isOnlyOf(deletion, unknownTo(theirs.knows, recordIn(mine, above)))) buried.push({ on: above, field: 'deleted', mine: work, theirs: deletion, below: record.id })
    }
  }
  return buried
}

/** The latest work on a record that would be there but for what is deleted above it. What is deleted itself is told by itself. */
function workOf({ united, on, news }: { readonly united: ChangeSet; readonly on: RecordId; readonly news: readonly Cell[] }): Cell | undefined {
  if (news.length === 0 || winnerOf(recordIn(united, on), 'deleted')?.value === true) return undefined
  return latestOf(news.filter(({ field }) => field !== 'deleted')) ?? news.find((cell) => !isDeletion(cell))
}

/** Whether the other side has not said of the same record that it is deleted, or there: that is told by itself. */
function isOnlyOf({ field }: Cell, others: readonly Cell[]): boolean {
  return !others.some((cell) => cell.field === field)
}

/** By what a record of each kind states where it belongs; of a goal the goal above before the output. */
const parentFields = [
  { kind: 'goal', fields: ['parent', 'output'] },
  { kind: 'note', fields: ['about'] },
  { kind: 'output', fields: ['outcome'] },
  { kind: 'outcome', fields: ['program'] },
] as const

/** All that is above a record, the nearest first; what leads back in a circle ends there. */
export function recordsAbove(set: ChangeSet, on: RecordId): readonly RecordId[] {
  const line = new Set<RecordId>([on])
  for (let above = parentIn(set, on); above !== undefined && !line.has(above); above = parentIn(set, above)) line.add(above)
  return [...line].slice(1)
}

function parentIn(set: ChangeSet, on: RecordId): RecordId | undefined {
  const record = recordIn(set, on)
  for (const field of parentFields.find(({ kind }) => hasKind(on, kind))?.fields ?? []) {
    const stated = winnerOf(record, field)?.value
    if (isRecordId(stated) && recordIn(set, stated) !== undefined) return stated
  }
  return undefined
}
