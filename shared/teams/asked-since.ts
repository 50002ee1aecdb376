import { recordIn } from '../changes/fold.ts'
import { cellsOfField } from '../changes/folded-record.ts'
import type { Calendar } from '../history/moment.ts'
import { dayOfStamp } from '../history/stamp-day.ts'
import { statusSince } from '../history/status-since.ts'
import type { Day, Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import { memberField } from '../model/record-spec.ts'
import type { PlanView } from '../plan/plan-view.ts'
import type { Ask } from './asks.ts'

/**
 * Since when a goal asks: since it is held up where it waits for the team, or since the dependency was written, where
 * that is earlier; null where nobody can tell, since only a page says it.
 */
export function askedSince({ view, ask, calendar }: { readonly view: PlanView; readonly ask: Ask; readonly calendar: Pick<Calendar, 'dayOf'> }): Day | Month | null {
  const members = [...(ask.byName && ask.team !== null ? [ask.team] : []), ...ask.needs]
  const written = members.map((member) => dependsSince({ view, goal: ask.goal.id, member, calendar }))
  const held = ask.waiting ? [statusSince({ view, goal: ask.goal, calendar })] : []
  return [...held, ...written].flatMap((date) => date ?? []).toSorted()[0] ?? null
}

/** When a dependency was written that has stood ever since. */
function dependsSince({ view, goal, member, calendar }: { readonly view: PlanView; readonly goal: GoalId; readonly member: string; readonly calendar: Pick<Calendar, 'dayOf'> }): Day | null {
  const record = recordIn(view.set, goal)
  const cells = record === undefined ? [] : cellsOfField(record, memberField('dependsOn', member))
  const first = cells[cells.findLastIndex(({ value }) => value !== true) + 1]
  return dayOfStamp(first?.at, calendar)
}
