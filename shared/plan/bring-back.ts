import { recordsAbove } from '../changes/buried.ts'
import type { Edit } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import type { RecordId } from '../model/ids.ts'
import type { PlanView } from './plan-view.ts'

/** What of records, and of all that stands above them, is deleted: the one that hides a record stands last. */
export function deletedAround({ set }: PlanView, ids: Iterable<RecordId>): readonly RecordId[] {
  const line = new Set([...ids].flatMap((id) => [id, ...recordsAbove(set, id)]))
  return [...line].filter((id) => winnerOf(recordIn(set, id), 'deleted')?.value === true)
}

/** Brings records back, with what is deleted above them: else nobody would see them. */
export function bringBack(view: PlanView, ids: Iterable<RecordId>): readonly Edit[] {
  return deletedAround(view, ids).map((on) => ({ on, set: { deleted: false } }))
}
