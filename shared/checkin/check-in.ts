import { finish, type Steps } from '../changes/steps.ts'
import type { Calendar } from '../history/moment.ts'
import { checkInMonthNamed, monthOfNote, type CheckInMonth } from '../model/check-in-month.ts'
import type { Day } from '../model/date.ts'
import type { GoalId, OutputId } from '../model/ids.ts'
import { quartersOfGoal } from '../plan/goal-place.ts'
import { monthNotesOfGoal, type MonthNote } from '../plan/notes.ts'
import { goalPlaces } from '../plan/outline.ts'
import { childrenOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { closingOf } from './closed-on.ts'

/** A goal that is asked about in a month. */
export interface CheckInGoal {
  readonly goal: GoalId
  readonly output: OutputId | null
  /** Whether somebody has written about it in this month. */
  readonly hasNote: boolean
}

/** Who is asked about in a month, in the plan's order. */
export interface CheckIn {
  readonly goals: readonly CheckInGoal[]
  readonly noted: number
}

/**
 * The goals at the first level that stand in the quarter of a month and are open, or were when it began as far as
 * can be told. Of sub-goals the notes on the goal above speak.
 */
export function checkInOf(asked: MonthAsked): CheckIn {
  return finish(checkInInSteps(asked))
}

interface MonthAsked {
  readonly view: PlanView
  readonly month: CheckInMonth
  /** The days of this computer's calendar, one function for all that is asked. */
  readonly dayOf: Calendar['dayOf']
}

/** The same in steps, output by output. */
export function* checkInInSteps({ view, month, dayOf }: MonthAsked): Steps<CheckIn> {
  const goals: CheckInGoal[] = []
  for (const parent of goalPlaces(view)) {
    yield
    for (const each of askedBelow({ view, parent, month, dayOf })) goals.push(each)
  }
  return { goals, noted: goals.filter(({ hasNote }) => hasNote).length }
}

/** How many of them nobody has written about yet. */
export function dueIn({ goals, noted }: CheckIn): number {
  return goals.length - noted
}

interface AskedBelow extends MonthAsked {
  readonly parent: OutputId | 'root'
}

// lists are made anew when anything below them changes, so what is asked holds for as long as both are the same
const asked = new WeakMap<object, { readonly notes: object; readonly dayOf: Calendar['dayOf']; readonly byMonth: Map<string, readonly CheckInGoal[]> }>()

function askedBelow({ view, parent, month, dayOf }: AskedBelow): readonly CheckInGoal[] {
  const list = childrenOf(view, { parent, kind: 'goal' })
  if (list.length === 0) return []
  const notes = childrenOf(view, { parent, kind: 'note' })
  const key = `${yearStartOf(view)} ${month.month}`
  const known = asked.get(list)
  const kept = known?.notes === notes && known.dayOf === dayOf ? known : { notes, dayOf, byMonth: new Map<string, readonly CheckInGoal[]>() }
  const output = parent === 'root' ? null : parent
  const goals = kept.byMonth.get(key) ?? list.flatMap((goal) => askAbout({ view, goal, output, month, dayOf }) ?? [])
  kept.byMonth.set(key, goals)
  asked.set(list, kept)
  return goals
}

function askAbout({ goal, output, ...asked }: MonthAsked & { readonly goal: GoalId; readonly output: OutputId | null }): CheckInGoal | null {
  const { view, month } = asked
  const range = quartersOfGoal(view, goal)
  if (range === null || month.quarter < range.first || month.quarter > range.last) return null
  const notes = monthNotesOfGoal({ view, goal, startsOn: yearStartOf(view) })
  if (!wasOpen({ ...asked, goal, notes })) return null
  return { goal, output, hasNote: notes.some((said) => said.month === month.month) }
}

/** Whether a goal is open, or was as the month began. */
function wasOpen({ view, goal, notes, month, dayOf }: MonthAsked & { readonly goal: GoalId; readonly notes: readonly MonthNote[] }): boolean {
  const closing = closingOf({ view, goal, notes: notes.map(({ note }) => note), dayOf })
  if (closing.kind === 'open') return true
  const closed = closing.note === null ? monthOf({ view, goal, on: closing.on }) : (notes.find(({ note }) => note === closing.note)?.month ?? null)
  return closed !== null && month.month <= closed
}

function monthOf({ view, goal, on }: { readonly view: PlanView; readonly goal: GoalId; readonly on: Day | null }): string | null {
  const range = quartersOfGoal(view, goal)
  return range === null || on === null ? null : monthOfNote({ startsOn: yearStartOf(view), date: on, ...range })
}

/** The check-in month of a plan that is called so; null where its year has none. */
export function monthOfPlan(view: PlanView, month: string | null): CheckInMonth | null {
  return checkInMonthNamed({ startsOn: yearStartOf(view), month })
}
