import type { OutcomeId } from '../model/ids.ts'
import { statuses, type Status } from '../model/status.ts'
import { allOutcomes } from '../plan/outline.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { readAny } from '../plan/read-record.ts'
import { aspects, type Aspect, type ComparedRecord, type ComparisonCounts, type OutcomeComparison, type StatusCounts } from './comparison.ts'
import type { Standing } from './standing.ts'

/** A goal as it is in the scope on either side; null where it isn't. */
export interface CountedGoal {
  readonly was: Standing | null
  readonly is: Standing | null
}

export interface Counted {
  readonly before: PlanView
  readonly after: PlanView
  readonly rows: readonly ComparedRecord[]
  readonly goals: readonly CountedGoal[]
}

interface Tally {
  readonly counts: Record<Aspect, number>
  readonly before: Record<Status, number>
  readonly after: Record<Status, number>
}

/** Counts rows by aspect and goals by status, in all and by outcome. */
export function countComparison({ before, after, rows, goals }: Counted): { readonly counts: ComparisonCounts; readonly statuses: StatusCounts; readonly outcomes: readonly OutcomeComparison[] } {
  const all = emptyTally()
  const byOutcome = new Map<OutcomeId | null, Tally>()
  const tallyOf = (outcome: OutcomeId | null): Tally => {
    const known = byOutcome.get(outcome)
    if (known !== undefined) return known
    const tally = emptyTally()
    byOutcome.set(outcome, tally)
    return tally
  }
  for (const row of rows) for (const aspect of row.aspects) tallyOf(row.outcome).counts[aspect] += 1
  for (const { was, is } of goals) {
    if (was !== null) tallyOf(was.outcome).before[statusOf(was)] += 1
    if (is !== null) tallyOf(is.outcome).after[statusOf(is)] += 1
  }
  for (const { counts, before: was, after: is } of byOutcome.values()) {
    for (const aspect of aspects) all.counts[aspect] += counts[aspect]
    for (const status of statuses) all.before[status] += was[status]
    for (const status of statuses) all.after[status] += is[status]
  }
  const order = [...new Set([...allOutcomes(after), ...allOutcomes(before)].map(({ id }) => id)), ...byOutcome.keys()]
  const outcomes = [...new Set<OutcomeId | null>([...order.filter((id) => id !== null), null])].flatMap((outcome) => {
    const tally = byOutcome.get(outcome)
    return tally === undefined ? [] : [{ outcome, counts: tally.counts, statuses: { before: tally.before, after: tally.after } }]
  })
  return { counts: all.counts, statuses: { before: all.before, after: all.after }, outcomes }
}

function statusOf({ folded }: Standing): Status {
  const goal = folded === null ? null : readAny(folded)
  return goal !== null && 'waitingOn' in goal ? goal.status : 'todo'
}

function emptyTally(): Tally {
  return { counts: zeros(aspects), before: zeros(statuses), after: zeros(statuses) }
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number> // one entry a key
}
