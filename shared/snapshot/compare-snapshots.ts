import { compareInSteps } from '../compare/compare-plans.ts'
import type { Elsewhere } from '../compare/side.ts'
import { finish, type Steps } from '../changes/steps.ts'
import type { CompareScope, PlanComparison } from '../compare/comparison.ts'
import type { PlanView } from '../plan/plan-view.ts'
import type { SnapshotScope } from './snapshot.ts'

/** A snapshot, or the plan as it is now: then the scope is null, since all of it is there. */
export interface ComparedState {
  readonly view: PlanView
  readonly scope: SnapshotScope | null
  readonly elsewhere?: Elsewhere | undefined
}

export interface ComparedStates {
  readonly before: ComparedState
  readonly after: ComparedState
}

/** Compares two snapshots, or one with today, in what both of them hold. */
export function compareSnapshots(states: ComparedStates): PlanComparison {
  return finish(compareSnapshotsInSteps(states))
}

export function compareSnapshotsInSteps({ before, after }: ComparedStates): Steps<PlanComparison> {
  return compareInSteps({ before: before.view, after: after.view, scope: commonScope(before.scope, after.scope), elsewhere: { before: before.elsewhere, after: after.elsewhere } })
}

/** The narrower of two scopes; of two different quarters the year, in which goals have gone from one to the other. */
export function commonScope(before: SnapshotScope | null, after: SnapshotScope | null): CompareScope {
  const quarters = new Set([before, after].filter((scope) => scope !== null && scope !== 'year'))
  const [quarter] = quarters
  return quarters.size > 1 ? 'year' : (quarter ?? 'plan')
}
