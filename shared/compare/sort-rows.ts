import type { Steps } from '../changes/steps.ts'
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

/** For how many rows the place is worked out between two pauses. */
const stepSize = 300

/** Puts rows into the order of the plan; outputs that are gone come after those that are there. */
export function* sortInSteps({ before, after, rows, gone }: Unsorted): Steps<readonly ComparedRecord[]> {
  const outputs = new Map<RecordId, number>()
  for (const { id } of [...allOutputs(after), ...allOutputs(before)]) if (!outputs.has(id)) outputs.set(id, outputs.size)
  const places: { readonly before: Places; readonly after: Places } = { before: { view: before, outputs }, after: { view: after, outputs } }
  const keyOf = ({ on }: ComparedRecord): PlaceKey => placeKeyOf(gone.has(on) ? places.before : places.after, on)
  const keyed: { readonly row: ComparedRecord; readonly key: PlaceKey }[] = []
  for (const row of rows) {
    if (keyed.length % stepSize === 0) yield
    keyed.push({ row, key: keyOf(row) })
  }
  return keyed.toSorted((a, b) => comparePlaceKeys(a.key, b.key)).map(({ row }) => row)
}
