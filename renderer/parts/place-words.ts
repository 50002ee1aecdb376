import type { Value } from '../../shared/changes/change.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { neighbourBefore } from '../../shared/review/place-in-list.ts'
import { recordWords } from './record-words.ts'
import { mergeText } from '../text/exchange.ts'

/** Where an order key puts a record in its list: `after Cache images`, `first`. */
export function placeWords(view: PlanView, on: RecordId, order: Value | undefined): string {
  const neighbour = neighbourBefore(view, on, order)
  return neighbour === null ? mergeText.first : mergeText.after(recordWords(view, neighbour).title)
}
