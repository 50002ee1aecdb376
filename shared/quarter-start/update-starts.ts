import { recordIn, type Folded } from '../changes/fold.ts'
import type { Calendar } from '../history/moment.ts'
import { hasKind } from '../model/ids.ts'
import { quarters, type Quarter } from '../model/year.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { plannedFor } from './planned-for.ts'
import { quarterStarts, type QuarterStart } from './quarter-start.ts'

type Starts = ReadonlyMap<Quarter, QuarterStart>

/** From this many touched records on, as a file brings them, the starts are looked for anew. */
const rebuildFrom = 20

/** The starts after changes; the same map where no edit can have moved one, so that an edit costs nothing here. */
export function updateStarts({ starts, view, touched, calendar }: { readonly starts: Starts; readonly view: PlanView; readonly touched: Folded['touched']; readonly calendar: Calendar }): Starts {
  return touched.size >= rebuildFrom || mayMove({ starts, view, touched }) ? quarterStarts({ view, calendar }) : starts
}

/** Whether a goal was first planned for a quarter, or no longer is, at a moment that its start may follow from. */
function mayMove({ starts, view, touched }: { readonly starts: Starts; readonly view: PlanView; readonly touched: Folded['touched'] }): boolean {
  for (const [id, before] of touched) {
    if (!hasKind(id, 'goal')) continue
    const after = recordIn(view.set, id)
    for (const quarter of quarters) {
      const [was, is] = [before, after].map((record) => (record === undefined ? null : plannedFor(record, quarter)) ?? Number.POSITIVE_INFINITY)
      const latest = starts.get(quarter)?.at ?? Number.MAX_VALUE
      if (was !== is && Math.min(was ?? latest, is ?? latest) <= latest) return true
    }
  }
  return false
}
