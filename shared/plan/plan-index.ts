import { recordIn, type ChangeSet, type Folded } from '../changes/fold.ts'
import { firstStamp, winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { getEntry, setEntries, valuesOf } from '../changes/sharded-map.ts'
import { placeInSorted } from '../changes/sorted-list.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, isRecordId, kindOf, type GoalId, type RecordId, type RecordKind } from '../model/ids.ts'
import type { Plan } from '../model/plan.ts'
import { isKnownKind } from '../model/records.ts'
import { findCutGoals, maxGoalLevels } from './cut-goals.ts'
import { noteRank } from './note-order.ts'
import { emptyView, parentOf, statedParents, type ChildrenKey, type ParentKey, type PlanView } from './plan-view.ts'
import { readAny } from './read-record.ts'

/** Reads a set of changes as a plan, from nothing: the cost grows with the plan. */
export function createView(set: ChangeSet): PlanView {
  return finish(viewInSteps(set))
}

/** How many records are read, or lists sorted, between two pauses. */
const stepSize = 200

/** The same in steps, for a plan that is only to be looked at while people go on with another. */
export function* viewInSteps(set: ChangeSet): Steps<PlanView> {
  let read = 0
  for (const folded of valuesOf(set.records)) {
    if (read % stepSize === 0) yield
    read += 1
    readAny(folded) // most of the time goes here; from then on it is known
  }
  const bare: PlanView = { ...emptyView(set), cutGoals: yield* findCutGoals(set) }
  const lists = new Map<ChildrenKey, Sibling[]>()
  const orphans = new Set<RecordId>()
  let done = 0
  for (const folded of valuesOf(set.records)) {
    if (done % stepSize === 0) yield
    done += 1
    if (isOrphan(set, folded)) orphans.add(folded.id)
    const key = isDeleted(folded) ? null : listOf(bare, folded)
    if (key === null) continue
    const list = lists.get(key) ?? []
    list.push(siblingOf(folded))
    lists.set(key, list)
  }
  const sorted: (readonly [ChildrenKey, readonly RecordId[]])[] = []
  for (const [key, list] of lists) {
    if (sorted.length % stepSize === 0) yield
    sorted.push([key, list.toSorted(compareSiblings).map(({ id }) => id)])
  }
  return { ...bare, plan: planIn(set), children: setEntries(bare.children, sorted), orphans }
}

/** The view after changes: the cost grows with what they touched, not with the plan. */
export function updateView(view: PlanView, { set, touched }: Folded): PlanView {
  if (set === view.set) return view
  if (needsRebuild({ view, set, touched })) return createView(set)
  const next = { ...view, set }
  const lists = new Map<ChildrenKey, readonly RecordId[]>()
  const listFor = (key: ChildrenKey): readonly RecordId[] => lists.get(key) ?? getEntry(view.children, key) ?? []
  // all come out before any goes in: a place among siblings that are still to move would be the wrong one
  for (const [id, before] of touched) {
    const key = before === undefined || isDeleted(before) ? null : listOf(view, before)
    if (key !== null) lists.set(key, listFor(key).filter((member) => member !== id))
  }
  for (const id of touched.keys()) {
    const after = recordIn(set, id)
    const key = after === undefined || isDeleted(after) ? null : listOf(next, after)
    if (key !== null && after !== undefined) lists.set(key, insertSorted({ set, list: listFor(key), folded: after }))
  }
  for (const key of [...lists.keys()]) renewAbove({ view: next, lists, key })
  const planTouched = [...touched.keys()].some((id) => hasKind(id, 'plan'))
  return { ...next, plan: planTouched ? planIn(set) : view.plan, children: setEntries(view.children, lists) }
}

/** From this many touched records on, reading everything anew costs less than one by one. */
const rebuildFrom = 500

/** Parents that appear, vanish, turn in a circle or lead too far down are rare: then everything is read anew. */
function needsRebuild({ view, set, touched }: { readonly view: PlanView; readonly set: ChangeSet; readonly touched: Folded['touched'] }): boolean {
  if (touched.size >= rebuildFrom) return true
  for (const [id, before] of touched) {
    const after = recordIn(set, id)
    if (after === undefined || (before === undefined && view.orphans.size + view.cutGoals.size > 0) || isOrphan(set, after)) return true
    if (!hasKind(id, 'goal')) continue
    // which link of a circle is cut follows from the stamps, so a link set again to the same parent counts too;
    // and of two links of one stamp, which a copied profile makes, another may count than before
    const [link, linkBefore] = [winnerOf(after, 'parent'), winnerOf(before, 'parent')]
    const isLinkSet = link?.at !== linkBefore?.at || link?.value !== linkBefore?.value
    if (isLinkSet && (view.cutGoals.size > 0 || isTooFarDown(set, after))) return true
  }
  return false
}

/** Whether a goal's parents lead in a circle, or it or what is below it stands below too many. */
function isTooFarDown(set: ChangeSet, goal: FoldedRecord): boolean {
  const level = levelOf(set, goal)
  return level > maxGoalLevels || level + levelsBelow(set, goal.id) > maxGoalLevels
}

/** How many goals stand from the top down to this one; without end where its parents lead in a circle. */
function levelOf(set: ChangeSet, start: FoldedRecord): number {
  const seen = new Set<RecordId>()
  let current: FoldedRecord | undefined = start
  while (current !== undefined && hasKind(current.id, 'goal')) {
    if (seen.has(current.id)) return Infinity
    seen.add(current.id)
    const above: RecordId | undefined = statedParents(current)[0]
    current = above === undefined ? undefined : recordIn(set, above)
  }
  return seen.size
}

/** How many levels of goals there are below one, deleted ones included; only for one that is in no circle. */
function levelsBelow(set: ChangeSet, id: RecordId): number {
  const goals = [...valuesOf(set.records)].filter((folded) => hasKind(folded.id, 'goal'))
  const below = Map.groupBy(goals, (folded) => (readAny(folded) as Goal).parent) // their ids say goal
  let levels = -1
  for (let level: readonly string[] = [id]; level.length > 0; levels += 1) level = level.flatMap((parent) => (below.get(parent as GoalId) ?? []).map((goal) => goal.id)) // they are ids of goals
  return levels
}

/** Lists above a changed one become new lists with the same members, so that their identity tells. */
function renewAbove({ view, lists, key }: { readonly view: PlanView; readonly lists: Map<ChildrenKey, readonly RecordId[]>; readonly key: ChildrenKey }): void {
  let parent = key.slice(0, key.indexOf(' '))
  while (isRecordId(parent)) {
    const folded = recordIn(view.set, parent)
    const above = folded === undefined ? null : listOf(view, folded)
    // what is in the lists already has been, or will be, walked up from
    if (above === null || lists.has(above)) return
    lists.set(above, [...(getEntry(view.children, above) ?? [])])
    parent = above.slice(0, above.indexOf(' '))
  }
}

function listOf(view: PlanView, folded: FoldedRecord): ChildrenKey | null {
  const kind = kindOf(folded.id)
  if (!isKnownKind(kind)) return null
  return `${parentOf(view, folded) ?? ('root' satisfies ParentKey)} ${kind satisfies RecordKind}`
}

function insertSorted({ set, list, folded }: { readonly set: ChangeSet; readonly list: readonly RecordId[]; readonly folded: FoldedRecord }): readonly RecordId[] {
  const sibling = siblingOf(folded)
  const isBefore = (id: RecordId): boolean => {
    const other = recordIn(set, id)
    return other !== undefined && compareSiblings(siblingOf(other), sibling) < 0
  }
  return list.toSpliced(placeInSorted(list, isBefore), 0, folded.id)
}

/** A record and what it is sorted by, worked out once for a whole sort. */
interface Sibling {
  readonly id: RecordId
  readonly key: string
}

function siblingOf(folded: FoldedRecord): Sibling {
  return { id: folded.id, key: siblingKey(folded) }
}

function compareSiblings(a: Sibling, b: Sibling): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Notes stand by date, and those of one day in the order they were written; the others by their order key. */
function siblingKey(folded: FoldedRecord): string {
  const record = readAny(folded)
  if (record === null) return ''
  if ('order' in record) return record.order
  return 'date' in record ? `${noteRank(record)} ${firstStamp(folded)}` : ''
}

function isDeleted(folded: FoldedRecord): boolean {
  return readAny(folded)?.deleted === true
}

function isOrphan(set: ChangeSet, folded: FoldedRecord): boolean {
  return statedParents(folded).some((stated) => recordIn(set, stated) === undefined)
}

/** The plan's own record; the smallest id, should a damaged file hold several. */
function planIn(set: ChangeSet): Plan | null {
  const ids = [...valuesOf(set.records)].filter((folded) => hasKind(folded.id, 'plan'))
  const first = ids.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  return first === undefined ? null : (readAny(first) as Plan) // its id says plan
}
