import { hasKind, type GoalId, type RecordId } from '../model/ids.ts'
import { conflictsByRecord, conflictUpdate, type ConflictsByRecord } from './conflict-update.ts'
import { openConflictsOf, type OpenConflict } from './open-conflict.ts'
import type { PlanView } from './plan-view.ts'
import { groupOf } from './record-group.ts'
import { comparePlaces, placesIn } from './record-places.ts'

/** The conflicts of a view, and those of them that wait. */
interface Found {
  readonly ids: ConflictsByRecord
  readonly byRecord: ReadonlyMap<RecordId, readonly OpenConflict[]>
  readonly open: readonly OpenConflict[]
}

const known = new WeakMap<PlanView, Found>()
// kept up from the view that was asked about last, so that an edit costs the same with one conflict and with ten thousand
let last: WeakRef<PlanView> | undefined

/** The conflicts that wait to be looked at, in an order of no meaning: whoever counts them needs none. The same list where they are the same. */
export function openConflicts(view: PlanView): readonly OpenConflict[] {
  const present = known.get(view)
  if (present !== undefined) return present.open
  const found = follow(view) ?? findAll(view)
  known.set(view, found)
  last = new WeakRef(view)
  return found.open
}

function findAll(view: PlanView): Found {
  const ids = conflictsByRecord(view)
  return foundIn(ids, new Map([...ids].map(([on, own]) => [on, openConflictsOf(view, own)])))
}

/** What is found by looking again only at what differs from the last view; null where everything is to be looked at. */
function follow(view: PlanView): Found | null {
  const before = last?.deref()
  const found = before === undefined ? undefined : known.get(before)
  const update = before === undefined || found === undefined ? null : conflictUpdate({ before, view, ids: found.ids })
  if (update === null || found === undefined) return null
  if (update.touched.size === 0) return found
  const byRecord = new Map(found.byRecord)
  for (const on of update.touched) byRecord.set(on, openConflictsOf(view, update.ids.get(on) ?? []))
  return foundIn(update.ids, byRecord)
}

function foundIn(ids: ConflictsByRecord, byRecord: Found['byRecord']): Found {
  return { ids, byRecord, open: [...byRecord.values()].flat() }
}

const inOrder = new WeakMap<PlanView, readonly OpenConflict[]>()

/** The conflicts that wait to be looked at, in the order of the plan. */
export function openConflictsInOrder(view: PlanView): readonly OpenConflict[] {
  const present = inOrder.get(view)
  if (present !== undefined) return present
  const places = placesIn(view)
  const sorted = openConflicts(view).toSorted((a, b) => comparePlaces(places, a.on, b.on) || (a.id < b.id ? -1 : 1))
  inOrder.set(view, sorted)
  return sorted
}

const counted = new WeakMap<readonly OpenConflict[], ReadonlyMap<GoalId, number>>()

/** How many conflicts wait for each goal, those of its notes included. */
export function openConflictsByGoal(view: PlanView): ReadonlyMap<GoalId, number> {
  const open = openConflicts(view)
  const present = counted.get(open)
  if (present !== undefined) return present
  const counts = new Map<GoalId, number>()
  for (const conflict of open) for (const goal of goalsOf(view, conflict)) counts.set(goal, (counts.get(goal) ?? 0) + 1)
  counted.set(open, counts)
  return counts
}

/** The goals that a conflict is about, by themselves or by a note: with what one side deleted goes what was worked on below it. */
export function goalsOf(view: PlanView, { on, below, along }: OpenConflict): ReadonlySet<GoalId> {
  const about = [on, below, ...along.map((each) => each.below)].flatMap((id) => (id === undefined ? [] : [groupOf(view, id)]))
  return new Set(about.filter((id) => hasKind(id, 'goal')))
}
