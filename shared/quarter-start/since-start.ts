import { recordIn } from '../changes/fold.ts'
import { cellsOfField, firstStamp, winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Calendar } from '../history/moment.ts'
import type { Day } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { quarterOfGoal } from '../plan/goal-place.ts'
import { isGivenUp } from '../plan/is-given-up.ts'
import { isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import { plannedFor, writtenAt } from './planned-for.ts'
import type { QuarterStart } from './quarter-start.ts'

/** What has become of a goal since its quarter began. */
export type SinceStart = { readonly kind: 'added'; readonly on: Day } | { readonly kind: 'reworded'; readonly on: Day; readonly before: string }

/** How a goal that a quarter set out with left it. */
export interface LeftSinceStart {
  readonly goal: Goal
  readonly how: 'deleted' | 'dropped' | 'moved'
  readonly on: Day
  /** Where it was moved to another quarter. */
  readonly to: Quarter | null
}

export interface SinceStartContext {
  readonly view: PlanView
  readonly starts: ReadonlyMap<Quarter, QuarterStart>
  readonly calendar: Pick<Calendar, 'dayOf'>
}

/** Whether a goal was added or re-worded after its quarter began; null where neither. One that was carried over is not added. */
export function sinceStart({ view, starts, calendar, id }: SinceStartContext & { readonly id: GoalId }): SinceStart | null {
  const record = recordIn(view.set, id)
  const goal = recordOf(view, id)
  const quarter = quarterOfGoal(view, id)
  const start = quarter === null ? undefined : starts.get(quarter)
  if (record === undefined || goal === null || quarter === null || start === undefined) return null
  // a sub-goal is planned with its parent from when it was made
  const planned = goal.quarter === null ? writtenAt(firstStamp(record)) : (plannedFor(record, quarter) ?? 0)
  if (planned > start.at) return goal.carriedFrom === null && goal.carriedThrough.length === 0 ? { kind: 'added', on: calendar.dayOf(planned) } : null
  const before = titleAt(record, start.at)
  const title = winnerOf(record, 'title')
  if (before === null || title === undefined || isSameWording(before, goal.title)) return null
  return { kind: 'reworded', on: calendar.dayOf(writtenAt(title.at)), before }
}

/** The goals that a quarter set out with and that are no longer in it, in order of their ids: deleted, dropped, or moved away. */
export function leftSinceStart({ view, starts, calendar, quarter }: SinceStartContext & { readonly quarter: Quarter }): readonly LeftSinceStart[] {
  const start = starts.get(quarter)
  if (start === undefined) return []
  const left: LeftSinceStart[] = []
  for (const record of valuesOf(view.set.records)) {
    const { id } = record
    if (!hasKind(id, 'goal')) continue
    const planned = plannedFor(record, quarter)
    if (planned === null || planned > start.at || !wasIn(record, { quarter, at: start.at })) continue
    const goal = recordOf(view, id)
    const leaving = goal === null ? null : leavingOf({ view, record, goal, quarter })
    if (goal === null || leaving === null) continue
    const { how, at } = leaving
    if (at > start.at) left.push({ goal, how, on: calendar.dayOf(at), to: how === 'moved' ? goal.quarter : null })
  }
  return left.toSorted((a, b) => (a.goal.id < b.goal.id ? -1 : 1))
}

/** Whether a goal was planned for a quarter at a moment, and not deleted then. */
function wasIn(record: FoldedRecord, { quarter, at }: { readonly quarter: Quarter; readonly at: number }): boolean {
  return valueAt(record, 'quarter', at) === quarter && valueAt(record, 'deleted', at) !== true && valueAt(record, 'dropped', at) !== true
}

function leavingOf({ view, record, goal, quarter }: { readonly view: PlanView; readonly record: FoldedRecord; readonly goal: Goal; readonly quarter: Quarter }): { readonly how: LeftSinceStart['how']; readonly at: number } | null {
  const writtenIn = (field: string): number => writtenAt(winnerOf(record, field)?.at ?? firstStamp(record))
  if (goal.deleted) return { how: 'deleted', at: writtenIn('deleted') }
  if (!isLive(view, goal.id)) return null
  if (isGivenUp(view, goal)) return { how: 'dropped', at: writtenIn('dropped') }
  return quarterOfGoal(view, goal.id) === quarter ? null : { how: 'moved', at: writtenIn('quarter') }
}

function titleAt(record: FoldedRecord, at: number): string | null {
  const value = valueAt(record, 'title', at)
  return typeof value === 'string' && value !== '' ? value : null
}

/** What a field said at a moment; undefined where it said nothing yet. */
function valueAt(record: FoldedRecord, field: string, at: number): unknown {
  return cellsOfField(record, field).findLast((cell) => writtenAt(cell.at) <= at)?.value
}

function isSameWording(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()
}
