import type { CheckIn } from '../../../shared/checkin/check-in.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Place } from './checkin-store.ts'

/** Where one comes in: the place that was gone to as long as it is asked about, else the first goal without a note, else how it all stands. */
export function placeIn({ goals }: CheckIn, place: Place | null): Place {
  if (place?.kind === 'summary') return place
  if (place?.kind === 'goal' && goals.some(({ goal }) => goal === place.goal)) return place
  if (place?.kind === 'output' && goals.some(({ output }) => output === place.output)) return place
  const first = goals.find(({ hasNote }) => !hasNote)
  return first === undefined ? { kind: 'summary' } : { kind: 'goal', goal: first.goal }
}

/** Where one is while one is there: what was gone to stays, also when nobody asks about it any more, so that what is being typed never lands on another goal. */
export function placeShown(checkIn: CheckIn, place: Place | null): Place {
  return place ?? placeIn(checkIn, null)
}

/** The next goal without a note, further down than where one is; how it all stands when there is none. */
export function placeAfter({ goals }: CheckIn, place: Place): Place {
  const at = goals.findLastIndex(({ goal, output }) => (place.kind === 'goal' ? goal === place.goal : place.kind === 'output' && output === place.output))
  const next = goals.find(({ hasNote }, index) => index > at && !hasNote)
  return next === undefined ? { kind: 'summary' } : { kind: 'goal', goal: next.goal }
}

/** The goal above in the list; the last one from how it all stands; null at the top. */
export function placeBefore({ goals }: CheckIn, place: Place): Place | null {
  const at = place.kind === 'summary' ? goals.length : goals.findIndex(({ goal, output }) => (place.kind === 'goal' ? goal === place.goal : output === place.output))
  const before = goals[at - 1]
  return before === undefined ? null : { kind: 'goal', goal: before.goal }
}

/** The goal of a list in which a place is marked; null for how it all stands. */
export function goalOfPlace(place: Place): GoalId | null {
  return place.kind === 'goal' ? place.goal : place.kind === 'output' ? place.from : null
}
