import type { Change } from '../../../shared/changes/change.ts'
import { msOf } from '../../../shared/changes/stamp.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import type { PointInTime } from '../../../shared/history/view-at.ts'
import { isDayOrMonth, lastDayOf } from '../../../shared/model/date.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { oracleWinner, writtenBy, type Written } from '../changes/oracle.ts'
import { msOfDay } from './any-life.ts'

export interface Told {
  readonly notes: readonly string[]
  readonly statuses: Readonly<Record<string, unknown>>
}

/** What a view shows, as far as notes and the days of pages decide it. */
export function toldBy(view: PlanView): Told {
  const records = [...valuesOf(view.set.records)].map((folded) => readAny(folded))
  return {
    notes: records.flatMap((record) => (record !== null && 'about' in record ? [record.id] : [])).toSorted(),
    statuses: Object.fromEntries(records.flatMap((record) => (record !== null && 'waitingOn' in record ? [[record.id, record.status] as const] : [])).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/**
 * The same from the bare list of cells, the naive way.
 * @param view the plan at that moment, for where goals stand
 */
export function oracleTold({ changes, point, view }: { readonly changes: readonly Change[]; readonly point: PointInTime; readonly view: PlanView }): Told {
  const cells = writtenBy(changes).filter(({ at }) => msOf(at) <= point.at)
  const ids = (kind: string): readonly string[] => [...new Set(cells.map(({ on }) => on))].filter((id) => id.startsWith(kind)).toSorted()
  const value = (on: string, field: string): Written['value'] => oracleWinner({ cells, on, field })?.value ?? null
  const dayOf = (note: string): string => {
    const cell = oracleWinner({ cells, on: note, field: 'date' })
    if (cell === undefined || !isDayOrMonth(cell.value)) return ''
    return isOfPage(cell) ? lastDayOf(cell.value) : cell.value
  }
  const stated = ids('note:')
    .filter((note) => value(note, 'deleted') !== true && value(note, 'status') !== null)
    .map((note) => ({ about: value(note, 'about'), quarter: value(note, 'quarter'), status: value(note, 'status'), day: dayOf(note) }))
  const statusOf = (goal: string): unknown => {
    const winner = oracleWinner({ cells, on: goal, field: 'status' })
    if (winner === undefined) return 'todo'
    if (!isOfPage(winner) || pageDay(winner) <= point.day) return winner.value
    const output = outputOfGoal(view, goal as `goal:${string}`)?.id
    const quarter = quarterOfGoal(view, goal as `goal:${string}`)
    const own = stated.filter(({ about }) => about === goal)
    const shared = stated.filter((note) => note.about === output && note.quarter === quarter && quarter !== null)
    const pages = new Set(cells.filter(({ on, field, at }) => on === goal && field === 'status' && isOfPage({ at })).map(({ at }) => at))
    const copies = [...pages].toSorted().flatMap((at) => oracleWinner({ cells: cells.filter((cell) => cell.at === at), on: goal, field: 'status' }) ?? [])
    // of one day a copy of the page says more than a note, and a note about the goal more than one about its output
    const said = [
      ...shared.map(({ day, status }) => ({ day, status, rank: 0 })),
      ...own.map(({ day, status }) => ({ day, status, rank: 1 })),
      ...copies.map((cell) => ({ day: pageDay(cell), status: cell.value, rank: 2 })),
    ].filter(({ day }) => day <= point.day)
    const last = said.toSorted((a, b) => (a.day === b.day ? a.rank - b.rank : a.day < b.day ? -1 : 1)).at(-1)
    if (last !== undefined) return last.status
    if (own.length + shared.length > 0) return 'todo'
    return copies[0]?.value
  }
  return { notes: ids('note:').filter((note) => dayOf(note) <= point.day), statuses: Object.fromEntries(ids('goal:').map((goal) => [goal, statusOf(goal)])) }
}

function isOfPage({ at }: Pick<Written, 'at'>): boolean {
  return at.endsWith('z')
}

function pageDay({ at }: Pick<Written, 'at'>): string {
  return new Date(msOf(at) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** Noon of a day and a minute more than that. */
export function minuteOf(day: string, minute: number): number {
  return msOfDay(day) + 12 * 60 * 60 * 1000 + minute * 60_000
}
