import type { ChangeSet } from '../changes/fold.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { setEntries, valuesOf } from '../changes/sharded-map.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { Day } from '../model/date.ts'
import { hasKind, type RecordId } from '../model/ids.ts'
import { viewInSteps } from '../plan/plan-index.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { latestPageStamp, pageDayOf } from '../wiki/page/page-stamp.ts'
import { noteDay } from './note-days.ts'
import { pageGoalOn } from './page-status.ts'
import { setInSteps } from './set-at.ts'
import { statedOf, statedStatuses } from './stated-statuses.ts'

/** How far a look back reaches: edits made up to `at`, milliseconds since 1970, and notes dated up to `day`. */
export interface PointInTime {
  readonly at: number
  readonly day: Day
}

/** Takes in everything, whatever clock it was stamped by. */
export const endOfTime: PointInTime = { at: Number.POSITIVE_INFINITY, day: '9999-12-31' }

/**
 * The plan as it was. What people wrote counts from when they wrote it; what came with a goals page is known from
 * the beginning, and its life is told by the dates of its notes. Where nothing is later it is the very same view.
 */
export function viewAt(view: PlanView, point: PointInTime): PlanView {
  return finish(viewAtInSteps(view, point))
}

/** How many records are looked at between two pauses. */
const stepSize = 200

/** The same in steps, for somebody who drags a slider meanwhile. */
export function* viewAtInSteps(view: PlanView, { at, day }: PointInTime): Steps<PlanView> {
  const set = yield* setInSteps({ set: view.set, at })
  const shown = yield* withoutLaterNotes(set, day)
  const page = latestPageStamp(set.knows)
  const isToldByNotes = page !== undefined && (pageDayOf(page) ?? '') > day
  if (isToldByNotes) return yield* withStatusesOn({ view: yield* viewInSteps(shown), set, day })
  return shown === view.set ? view : yield* viewInSteps(shown)
}

function* withoutLaterNotes(set: ChangeSet, day: Day): Steps<ChangeSet> {
  const gone: (readonly [RecordId, undefined])[] = []
  let looked = 0
  for (const record of valuesOf(set.records)) {
    if (looked % stepSize === 0) yield
    looked += 1
    if (hasKind(record.id, 'note') && (noteDay(record)) > day) gone.push([record.id, undefined])
  }
  return gone.length === 0 ? set : { ...set, records: setEntries(set.records, gone) }
}

/**
 * @param view new, so that nothing has been worked out from its lists yet, which a status would change
 * @param set the changes up to the moment, with the notes dated later
 */
function* withStatusesOn({ view, set, day }: { readonly view: PlanView; readonly set: ChangeSet; readonly day: Day }): Steps<PlanView> {
  const stated = statedStatuses(set)
  const told: (readonly [RecordId, FoldedRecord])[] = []
  let looked = 0
  for (const goal of valuesOf(view.set.records)) {
    if (looked % stepSize === 0) yield
    looked += 1
    if (!hasKind(goal.id, 'goal')) continue
    const then = pageGoalOn({ goal, stated: statedOf({ view, goal: goal.id, stated }), day })
    if (then !== goal) told.push([goal.id, then])
  }
  return told.length === 0 ? view : { ...view, set: { ...view.set, records: setEntries(view.set.records, told) } }
}
