import type { ChangeSet } from '../changes/fold.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { parseGoalStates } from '../model/goal-state.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { Status } from '../model/status.ts'
import { quarters } from '../model/year.ts'
import { isInQuarter, outputOfGoal } from '../plan/goal-place.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { readAny } from '../plan/read-record.ts'
import { noteDay } from './note-days.ts'
import type { StatedStatus } from './page-status.ts'

/** What notes state, by the goal they are about, or by the output and quarter. */
export type StatedByPlace = ReadonlyMap<string, readonly StatedStatus[]>

/** What the notes of a set state, those dated later than the moment included: they tell that there is a life to tell. */
export function statedStatuses(set: ChangeSet): StatedByPlace {
  const stated = new Map<string, StatedStatus[]>()
  for (const folded of valuesOf(set.records)) {
    if (!hasKind(folded.id, 'note')) continue
    const note = readAny(folded) as Note // its id says note
    if (note.about === null || note.deleted) continue
    const place = hasKind(note.about, 'output') ? outputPlace(note.about, note.quarter) : note.about
    const said: readonly { readonly place: string | null; readonly status: Status | null }[] = [{ place, status: note.status }, ...parseGoalStates(note.states).map(({ goal, status }) => ({ place: goal, status }))]
    for (const { place: of, status } of said) {
      if (of === null || status === null) continue
      const list = stated.get(of) ?? []
      list.push({ day: noteDay(folded), status })
      stated.set(of, list)
    }
  }
  for (const list of stated.values()) list.sort(byDay)
  return stated
}

/** What is stated of a goal by its own notes, and by those about its output in its quarter; of one day its own come last. */
export function statedOf({ view, goal, stated }: { readonly view: PlanView; readonly goal: GoalId; readonly stated: StatedByPlace }): readonly StatedStatus[] {
  const own = stated.get(goal) ?? []
  const output = outputOfGoal(view, goal)?.id ?? null
  const shared = quarters.flatMap((quarter) => (isInQuarter(view, { id: goal, quarter }) ? (stated.get(outputPlace(output, quarter) ?? '') ?? []) : []))
  // the sort is stable
  return shared.length === 0 ? own : [...shared, ...own].toSorted(byDay)
}

function outputPlace(output: string | null, quarter: number | null): string | null {
  return output === null || quarter === null ? null : `${output} ${quarter}`
}

function byDay(a: StatedStatus, b: StatedStatus): number {
  return a.day === b.day ? 0 : a.day < b.day ? -1 : 1
}
