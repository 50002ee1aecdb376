import { cellsMissingIn, cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { changesOfRecord, type ChangeSet } from '../changes/fold.ts'
import { isKnown } from '../changes/knows.ts'
import type { Change } from '../changes/change.ts'
import type { Steps } from '../changes/steps.ts'

export interface Between {
  /** What was known before: a part of what came after. */
  readonly before: ChangeSet
  readonly after: ChangeSet
}

/**
 * What came into a set since, record by record, each with what came alone. Told by content and not by stamps, since a conflict that was found
 * bears the stamp of an edit that may have been known long before. What the two sets share costs nothing: records,
 * and whole shards of them, that nobody wrote to are the very same.
 */
export function* recordsBetween({ before, after }: Between): Generator<{ readonly record: FoldedRecord; readonly added: readonly Cell[] }> {
  for (const [index, shard] of after.records.shards.entries()) {
    const old = before.records.shards[index]
    if (shard === old) continue
    for (const [id, record] of shard) {
      const known = old?.get(id)
      if (record === known) continue
      const added = known === undefined ? [...cellsOf(record)] : missingFrom(known, record)
      if (added.length > 0) yield { record, added }
    }
  }
}

/** How many records are looked through between two pauses. */
const stepSize = 500

/**
 * The changes to hand to whoever knows what was known before. With a field that was written comes what counts in it,
 * though it be known there: else a value that lost long ago would look like the latest, and raise a conflict of which the whole
 * plan says nothing.
 */
export function* changesBetween(between: Between): Steps<readonly Change[]> {
  const changes: Change[] = []
  let done = 0
  for (const { record, added } of recordsBetween(between)) {
    if (done % stepSize === 0) yield
    done += 1
    const fields = new Set(added.map(({ field }) => field))
    const counting = [...fields].flatMap((field) => winnerOf(record, field) ?? []).filter((cell) => !added.includes(cell))
    for (const change of changesOfRecord({ id: record.id, winners: added, losers: counting })) changes.push(change)
  }
  return changes
}

/** Whether there is anything at all that wasn't known before. */
export function hasGrown({ before, after }: Between): boolean {
  if (before === after) return false
  if ([...after.knows.values()].some((stamp) => !isKnown({ knows: before.knows, stamp }))) return true
  return recordsBetween({ before, after }).next().done !== true
}

function missingFrom(known: FoldedRecord, record: FoldedRecord): readonly Cell[] {
  // what counted before and lost since stands among what was overwritten now
  const isOut = (cells: readonly Cell[]): readonly Cell[] => cellsMissingIn(known.losers, cellsMissingIn(known.winners, cells))
  return [...(record.winners === known.winners ? [] : isOut(record.winners)), ...(record.losers === known.losers ? [] : isOut(record.losers))]
}
