import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, removeCells, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn, type Knows } from '../changes/knows.ts'
import { emptyShardedMap, setEntries, valuesOf } from '../changes/sharded-map.ts'
import { isFarAhead, writerOf, type Stamp, type Writer } from '../changes/stamp.ts'
import type { RecordId } from '../model/ids.ts'

export interface NotAhead {
  /** What was read of an item, of which something waits for a person's word. */
  readonly set: ChangeSet
  /** From what knowledge it leads on; empty for a whole plan. */
  readonly from: Knows
  readonly mine: ChangeSet
  readonly now: number
}

/** Whether a stamp waits: it is of the far future, and nobody here has let it in. */
export function waits({ stamp, mine, now }: { readonly stamp: Stamp; readonly mine: ChangeSet; readonly now: number }): boolean {
  return isFarAhead({ stamp, now }) && !isKnown({ knows: mine.knows, stamp })
}

/**
 * What doesn't wait of it. Whoever takes it in knows of a writer only what has come without a gap: of one whose changes up to
 * `from` wait in part nothing more comes, until all of it does.
 */
export function notAhead({ set, from, mine, now }: NotAhead): ChangeSet {
  const gaps = new Set<Writer>()
  for (const [writer, stamp] of from) if (!isKnown({ knows: mine.knows, stamp })) gaps.add(writer)
  const isLeft = ({ at }: Cell): boolean => waits({ stamp: at, mine, now }) || (gaps.has(writerOf(at)) && !isKnown({ knows: mine.knows, stamp: at }))
  const kept: (readonly [RecordId, FoldedRecord])[] = []
  const stamps: Stamp[] = []
  for (const whole of valuesOf(set.records)) {
    if (recordIn(mine, whole.id) === whole) continue
    const left = [...cellsOf(whole)].filter(isLeft)
    const record = left.length === 0 ? whole : removeCells(whole, left)
    if (record === undefined) continue
    kept.push([record.id, record])
    for (const { at } of cellsOf(record)) stamps.push(at)
  }
  // whoever knows what waits knows what is known here of the same writer: else what builds on that would look as if it didn't
  const knows = [...set.knows].flatMap(([writer, stamp]) => (waits({ stamp, mine, now }) || gaps.has(writer) ? (mine.knows.get(writer) ?? []) : stamp))
  return { records: setEntries(emptyShardedMap(), kept), knows: learn(learn(new Map(), knows), stamps) }
}
