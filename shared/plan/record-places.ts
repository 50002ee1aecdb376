import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { hasKind, type GoalId, type OutputId, type RecordId } from '../model/ids.ts'
import { lineageOf, outputOfGoal } from './goal-place.ts'
import { allOutputs } from './outline.ts'
import { recordOf, type PlanView } from './plan-view.ts'

/** What is needed to list records of all kinds in the order of the plan. */
export interface Places {
  readonly view: PlanView
  readonly outputs: ReadonlyMap<RecordId, number>
}

/** The part of the plan a record belongs to, for the few words that stand before its title. */
export interface RecordPlace {
  /** The goal itself, or the goal a note speaks of. */
  readonly goal: GoalId | null
  readonly output: OutputId | null
}

export function placesIn(view: PlanView): Places {
  return { view, outputs: new Map(allOutputs(view).map(({ id }, index) => [id, index])) }
}

/** Where a record belongs; what belongs to no output has its place before all that do. */
export function placeOf(view: PlanView, id: RecordId): RecordPlace {
  const about = hasKind(id, 'note') ? (recordOf(view, id)?.about ?? null) : id
  if (hasKind(about, 'goal')) return { goal: about, output: outputOfGoal(view, about)?.id ?? null }
  return { goal: null, output: hasKind(about, 'output') ? about : null }
}

/** By output, then quarter, then as goals stand in their lists, sub-goals below theirs; at last by id, so that every computer has the same order. */
export function comparePlaces(places: Places, a: RecordId, b: RecordId): number {
  return comparePlaceKeys(placeKeyOf(places, a), placeKeyOf(places, b))
}

/** What a record is sorted by. Keys of two plans compare where both know the same outputs in the same order. */
export type PlaceKey = readonly [output: number, quarter: number, order: string, id: string]

export function comparePlaceKeys(a: PlaceKey, b: PlaceKey): number {
  const index = a.findIndex((part, at) => part !== b[at])
  if (index < 0) return 0
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1
}

const keys = new WeakMap<Places, Map<RecordId, PlaceKey>>()

export function placeKeyOf(places: Places, id: RecordId): PlaceKey {
  const { view, outputs } = places
  const known = keys.get(places) ?? new Map<RecordId, PlaceKey>()
  keys.set(places, known)
  const kept = known.get(id)
  if (kept !== undefined) return kept
  const { goal, output } = placeOf(view, id)
  const line = goal === null ? [] : [...lineageOf(view, goal)].map((each) => each.id).toReversed()
  const [top] = line
  const key: PlaceKey = [output === null ? -1 : (outputs.get(output) ?? outputs.size), top === undefined ? 0 : (recordOf(view, top)?.quarter ?? 5), top === undefined ? orderOf(view, id) : pathOf(view, line), id]
  known.set(id, key)
  return key
}

/** The orders of a goal and those above it, the top first: so sub-goals come right after what they stand below. */
function pathOf(view: PlanView, line: readonly GoalId[]): string {
  // no order key and no id has this character, and it sorts before all they have
  return line.flatMap((id) => [orderOf(view, id), id]).join('\u0000')
}

function orderOf(view: PlanView, id: RecordId): string {
  const order = winnerOf(recordIn(view.set, id), 'order')?.value
  return typeof order === 'string' ? order : ''
}
