import type { RecordId } from '../model/ids.ts'
import { allOutputs } from '../plan/outline.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { comparePlaceKeys, placeKeyOf, type PlaceKey, type Places } from '../plan/record-places.ts'
import type { ComparedRecord } from './comparison.ts'

export interface Unsorted {
  readonly before: PlanView
  readonly after: PlanView
  readonly rows: readonly ComparedRecord[]
  /** Records that are not there after: they have the place they had. */
  readonly gone: ReadonlySet<RecordId>
}

/** Puts rows into the order of the plan; outputs that are gone come after those that are there. */
export function sortRows({ before, after, rows, gone }: Unsorted): readonly ComparedRecord[] {
  const outputs = new Map<RecordId, number>()
  for (const { id } of [...allOutputs(after), ...allOutputs(before)]) if (!outputs.has(id)) outputs.set(id, outputs.size)
  const places: { readonly before: Places; readonly after: Places } = { before: { view: before, outputs }, after: { view: after, outputs } }
  const keyOf = ({ on }: ComparedRecord): PlaceKey => placeKeyOf(gone.has(on) ? places.before : places.after, on)
  return rows.map((row) => ({ row, key: keyOf(row) })).toSorted((a, b) => comparePlaceKeys(a.key, b.key)).map(({ row }) => row)
}
