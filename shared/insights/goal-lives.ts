import { placeGoal, emptyFilter, type BoardQuery } from '../board/query.ts'
import type { ChangeSet } from '../changes/fold.ts'
import { cellsOfField, type FoldedRecord } from '../changes/folded-record.ts'
import { emptyShardedMap, setEntries, valuesOf } from '../changes/sharded-map.ts'
import { msOf, type Stamp } from '../changes/stamp.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { Calendar } from '../history/moment.ts'
import { datesOf } from '../history/note-days.ts'
import { pageGoalOn } from '../history/page-status.ts'
import { stampsOf } from '../history/record-stamps.ts'
import { recordAt } from '../history/set-at.ts'
import { statedOf, statedStatuses } from '../history/stated-statuses.ts'
import type { Day } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import { findCutGoals } from '../plan/cut-goals.ts'
import { emptyView, type PlanView } from '../plan/plan-view.ts'
import { readAny } from '../plan/read-record.ts'
import { isPageStamp, pageDayOf } from '../wiki/page/page-stamp.ts'
import { notesByPlace, recordsAround } from './around-goal.ts'
import type { InsightScope } from './scope-days.ts'

/** How a goal stands from a day on, until the next spell: with a status on the board, or not there at all. */
export interface Spell {
  /** Index of its first day. */
  readonly from: number
  readonly status: Status | null
}

/** A goal over some days; the first spell begins with the first day, and no two that follow each other are alike. */
export interface GoalLife {
  readonly id: GoalId
  readonly spells: readonly Spell[]
}

export interface LivesAsked {
  readonly view: PlanView
  readonly scope: InsightScope
  /** Count sub-goals as goals of their own, as the board does when it is told to. */
  readonly subGoals: boolean
  /** Days that follow each other, none of them later than today. */
  readonly days: readonly Day[]
  readonly calendar: Calendar
}

/**
 * How each goal stood on each of some days: what the plan as it was at the end of that day says, and of today the
 * plan as it is. Worked out goal by goal, on the days only on which something near the goal changed. Goals that were
 * on none of the days among those of the scope are left out.
 */
export function goalLives(asked: LivesAsked): readonly GoalLife[] {
  return finish(livesInSteps(asked))
}

/** How many goals are looked at between two pauses. */
const stepSize = 50

export function* livesInSteps(asked: LivesAsked): Steps<readonly GoalLife[]> {
  const { view, days } = asked
  if (days.length === 0) return []
  const notes = notesByPlace(view.set)
  yield
  const context: Context = { ...asked, notes, indexOf: new Map(days.map((day, index) => [day, index])), stampDays: new Map() }
  const lives: GoalLife[] = []
  let looked = 0
  for (const { id } of valuesOf(view.set.records)) {
    if (!hasKind(id, 'goal')) continue
    if (looked % stepSize === 0) yield
    looked += 1
    const spells = spellsOf(context, id)
    if (spells.some(({ status }) => status !== null)) lives.push({ id, spells })
  }
  return lives
}

interface Context extends LivesAsked {
  readonly notes: ReadonlyMap<string, readonly FoldedRecord[]>
  readonly indexOf: ReadonlyMap<Day, number>
  /** A page of a thousand records bears one stamp, and asking the calendar takes long. */
  readonly stampDays: Map<Stamp, Day>
}

function spellsOf(context: Context, id: GoalId): readonly Spell[] {
  const around = recordsAround(context.view.set, id)
  const goal = around[0]
  if (goal === undefined) return []
  const isToldByPage = cellsOfField(goal, 'status').some(({ at }) => isPageStamp(at))
  const notes = isToldByPage ? [...new Set(around.flatMap(({ id: place }) => context.notes.get(place) ?? []))] : []
  const spells: Spell[] = []
  for (const from of daysOfChange(context, { around, notes })) {
    const status = statusOn(context, { goal, around, notes, day: context.days[from] ?? '' })
    if (spells.length === 0 || spells.at(-1)?.status !== status) spells.push({ from, status })
  }
  return spells
}

interface Near {
  /** The goal and all that it has ever stood below. */
  readonly around: readonly FoldedRecord[]
  readonly notes: readonly FoldedRecord[]
}

/** Days on which it may have become another: the first one, those on which something was written or dated, and today. */
function daysOfChange({ indexOf, stampDays, calendar }: Context, { around, notes }: Near): readonly number[] {
  const found = new Set<number>([0])
  const add = (day: Day): void => {
    const index = indexOf.get(day)
    if (index !== undefined) found.add(index)
  }
  const dayOf = (stamp: Stamp): Day => {
    const known = stampDays.get(stamp) ?? pageDayOf(stamp) ?? calendar.dayOf(msOf(stamp))
    stampDays.set(stamp, known)
    return known
  }
  for (const record of [...around, ...notes]) for (const stamp of stampsOf(record)) add(dayOf(stamp))
  for (const note of notes) for (const { day } of datesOf(note)) add(day)
  add(calendar.today)
  return [...found].toSorted((a, b) => a - b)
}

function statusOn({ view, scope, subGoals, calendar }: Context, { goal, around, notes, day }: Near & { readonly goal: FoldedRecord; readonly day: Day }): Status | null {
  const query: BoardQuery = { scope, subGoals, filter: emptyFilter, due: new Map() }
  const id = goal.id as GoalId // only goals are asked for
  if (day === calendar.today) {
    const now = placeGoal({ view, query, id })
    return now.kind === 'shown' ? now.status : null
  }
  const at = calendar.endOf(day)
  const then = smallView(around.flatMap((record) => recordAt(record, at) ?? []))
  if (placeGoal({ view: then, query, id }).kind !== 'shown') return null
  const own = recordAt(goal, at) ?? goal // it is shown, so it was there
  const stated = notes.length === 0 ? [] : statedOf({ view: then, goal: id, stated: statedStatuses(setOf(notes.flatMap((note) => recordAt(note, at) ?? []))) })
  return (readAny(pageGoalOn({ goal: own, stated, day })) as Goal).status // its id says goal
}

/** A view that knows no more than where one goal stands. */
function smallView(records: readonly FoldedRecord[]): PlanView {
  const set = setOf(records)
  const hasParents = records.some((record) => hasKind(record.id, 'goal') && (readAny(record) as Goal).parent !== null)
  return hasParents ? { ...emptyView(set), cutGoals: finish(findCutGoals(set)) } : emptyView(set)
}

function setOf(records: readonly FoldedRecord[]): ChangeSet {
  return { records: setEntries(emptyShardedMap(), records.map((record) => [record.id, record] as const)), knows: new Map() }
}
