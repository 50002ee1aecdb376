import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import type { Merge } from '../changes/merge.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { hasKind, isBookkeeping, type RecordId } from '../model/ids.ts'
import { openConflictsOf } from '../plan/open-conflict.ts'
import { viewInSteps } from '../plan/plan-index.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { comparePlaces, placesIn, type Places } from '../plan/record-places.ts'
import { changedRows } from './changed-rows.ts'
import { clashRows } from './clash-rows.ts'
import { mergeInSteps } from './merge-in-steps.ts'
import { groupOf } from '../plan/record-group.ts'
import { reviewSections, type RecordRow, type ReviewRow, type ReviewSection } from './review-row.ts'

/** What merging would do, for a person to see before it is done. */
export interface MergeReview {
  readonly merge: Merge
  /** The plan as it would read. */
  readonly view: PlanView
  /** All that would happen, by section, within it in the order of the plan. */
  readonly rows: readonly ReviewRow[]
  readonly counts: Readonly<Record<ReviewSection, number>>
  /** Records of the other side that are here already and say the same. */
  readonly same: number
  /** Conflicts between others that come along, since nobody has decided them: no edit of this side is in question. */
  readonly leftOpen: number
  /** Not one byte would change. */
  readonly nothing: boolean
}

interface Sides {
  readonly mine: ChangeSet
  readonly theirs: ChangeSet
}

export function reviewMerge(sides: Sides): MergeReview {
  return finish(reviewInSteps(sides))
}

/** The same in steps of a few milliseconds, so that a plan of ten thousand goals is looked through while the screen stays alive. */
export function* reviewInSteps({ mine, theirs }: Sides): Steps<MergeReview> {
  const merge = yield* mergeInSteps({ mine, theirs })
  const view = yield* viewInSteps(merge.set)
  const rows = yield* rowsInSteps(merge, view)
  const bySection = Map.groupBy(rows, ({ section }) => section)
  const counts = Object.fromEntries(reviewSections.map((section) => [section, bySection.get(section)?.length ?? 0])) as MergeReview['counts'] // one entry for each section
  const places = placesIn(view)
  for (const [index, { group, on }] of rows.entries()) {
    if (index % stepSize === 0) yield
    comparePlaces(places, group, on) // works out where both stand; the sort below then only compares
  }
  const sorted: ReviewRow[] = []
  for (const section of reviewSections) {
    yield
    sorted.push(...inOrder(places, bySection.get(section) ?? []))
  }
  const leftOpen = yield* countLeftOpen(merge, view)
  yield
  return { merge, view, rows: sorted, counts, same: countSame({ theirs, merge }), leftOpen, nothing: merge.set === mine }
}

/** How many records make rows between two pauses. */
const stepSize = 200

function* rowsInSteps(merge: Merge, view: PlanView): Steps<readonly ReviewRow[]> {
  const rows: ReviewRow[] = []
  let done = 0
  for (const own of Map.groupBy(merge.conflicts, ({ on }) => on).values()) {
    done += 1
    if (done % stepSize === 0) yield
    rows.push(...clashRows(view, own))
  }
  const clashing = new Set(merge.conflicts.map(({ on, field }) => `${on} ${field}`))
  const isDeleted = (id: RecordId): boolean => winnerOf(recordIn(view.set, id), 'deleted')?.value === true
  const told = merge.changedFields.filter(({ on, field }) => !isBookkeeping(on) && !clashing.has(`${on} ${field}`))
  for (const [on, changes] of Map.groupBy(told, (change) => change.on)) {
    done += 1
    if (done % stepSize === 0) yield
    const deletion = changes.find(({ field }) => field === 'deleted')
    if (deletion !== undefined && (deletion.before === true) !== (deletion.after === true)) rows.push(recordRow({ view, on, section: deletion.after === true ? 'deleted' : 'restored' }))
    if (!isDeleted(on)) rows.push(...changedRows(view, on, changes.filter(({ field }) => field !== 'deleted')))
  }
  for (const on of merge.newRecords) {
    done += 1
    if (done % stepSize === 0) yield
    if (!isBookkeeping(on) && !hasKind(on, 'plan') && !isDeleted(on)) rows.push(recordRow({ view, on, section: newSectionOf(on) }))
  }
  return rows
}

function newSectionOf(on: RecordId): ReviewSection {
  if (hasKind(on, 'goal')) return 'newGoals'
  if (hasKind(on, 'note')) return 'newNotes'
  return outlineKinds.some((kind) => hasKind(on, kind)) ? 'newOthers' : 'newUnknown'
}

const outlineKinds = ['program', 'outcome', 'output'] as const

function recordRow({ view, on, section }: { readonly view: PlanView; readonly on: RecordId; readonly section: ReviewSection }): RecordRow {
  return { key: `record ${on}`, kind: 'record', section, on, group: groupOf(view, on), counts: 'theirs' }
}

/** By the place of what a row is told under, then of its own record; rows of one record stay as they come. */
function inOrder(places: Places, rows: readonly ReviewRow[]): readonly ReviewRow[] {
  return rows.toSorted((a, b) => comparePlaces(places, a.group, b.group) || comparePlaces(places, a.on, b.on))
}

function* countLeftOpen({ newRecords }: Merge, view: PlanView): Steps<number> {
  const brought = Map.groupBy(newRecords.filter((id) => hasKind(id, 'conflict')), (id) => recordOf(view, id)?.record ?? null)
  let count = 0
  let done = 0
  for (const ids of brought.values()) {
    done += 1
    if (done % stepSize === 0) yield
    count += openConflictsOf(view, ids).length
  }
  return count
}

function countSame({ theirs, merge }: { readonly theirs: ChangeSet; readonly merge: Merge }): number {
  const other = new Set([...merge.newRecords, ...merge.changedFields.map(({ on }) => on)])
  let same = 0
  for (const { id } of valuesOf(theirs.records)) if (!isBookkeeping(id) && !other.has(id)) same += 1
  return same
}
