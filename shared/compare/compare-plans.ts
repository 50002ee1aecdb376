import type { FoldedRecord } from '../changes/folded-record.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { hasKind, kindOf, type RecordId } from '../model/ids.ts'
import { isKnownKind } from '../model/records.ts'
import type { PlanView } from '../plan/plan-view.ts'
import type { CompareScope, ComparedRecord, PlanComparison } from './comparison.ts'
import { countComparison, type CountedGoal } from './comparison-counts.ts'
import { rowOf } from './row.ts'
import { liveIn, sideOf, type Elsewhere } from './side.ts'
import { sortInSteps } from './sort-rows.ts'
import type { Standing } from './standing.ts'

export interface Compared {
  readonly before: PlanView
  readonly after: PlanView
  readonly scope: CompareScope
  /** For a view that holds a part of the plan: the goals outside of it, so that one that moved in is not taken for a new one. */
  readonly elsewhere?: { readonly before?: Elsewhere | undefined; readonly after?: Elsewhere | undefined } | undefined
}

/** What differs between two states of a plan as they read, for people to look at: a merge is another matter. */
export function comparePlans(compared: Compared): PlanComparison {
  return finish(compareInSteps(compared))
}

/** How many records are compared between two pauses. */
const stepSize = 500

/** The same in steps of a few milliseconds. */
export function* compareInSteps({ before, after, scope, elsewhere }: Compared): Steps<PlanComparison> {
  const sides = { before: sideOf(before, elsewhere?.before), after: sideOf(after, elsewhere?.after) }
  const rows: ComparedRecord[] = []
  const gone = new Set<RecordId>()
  const goals: CountedGoal[] = []
  let seen = 0
  for (const [id, foldedBefore, foldedAfter] of pairsOf(before, after)) {
    if ((seen += 1) % stepSize === 0) yield
    if (!isCompared(id, scope)) continue
    const was = liveIn(sides.before, foldedBefore)
    const is = liveIn(sides.after, foldedAfter)
    const [wasIn, isIn] = [was !== null && isInScope(was, scope), is !== null && isInScope(is, scope)]
    if (hasKind(id, 'goal')) goals.push({ was: wasIn ? was : null, is: isIn ? is : null })
    if (!wasIn && !isIn) continue
    const row = rowOf({ id, was, is, sides, scope })
    if (row === null) continue
    rows.push(row)
    if (is === null) gone.add(id)
  }
  const sorted = yield* sortInSteps({ before, after, rows, gone })
  yield
  return { before, after, scope, rows: sorted, ...countComparison({ before, after, rows, goals }) }
}

/** Every record of either side with what it is on both; shard by shard, since a key is in the same one in every map. */
function* pairsOf(before: PlanView, after: PlanView): Generator<readonly [RecordId, FoldedRecord | undefined, FoldedRecord | undefined]> {
  for (const [index, shard] of before.set.records.shards.entries()) {
    const other = after.set.records.shards[index]
    for (const [id, folded] of shard) yield [id, folded, other?.get(id)]
    for (const [id, folded] of other ?? []) if (!shard.has(id)) yield [id, undefined, folded]
  }
}

/** Computers and conflicts are no part of what a plan says; programs, outcomes, outputs and the rest only where all of it is compared. */
function isCompared(id: RecordId, scope: CompareScope): boolean {
  if (hasKind(id, 'goal') || hasKind(id, 'note')) return true
  return scope === 'plan' && (hasKind(id, 'program') || hasKind(id, 'outcome') || hasKind(id, 'output') || hasKind(id, 'plan') || !isKnownKind(kindOf(id)))
}

function isInScope(record: Standing, scope: CompareScope): boolean {
  return scope === 'plan' || scope === 'year' || record.quarter === scope
}
