import { productRelease } from '../../shared/bridge/product.ts'
import { emptyChangeSet, type ChangeSet } from '../../shared/changes/fold.ts'
import { adoptFile } from '../../shared/file/adopt-file.ts'
import { problemText } from '../../shared/file/problem.ts'
import { readPlanFile, type PlanFile } from '../../shared/file/read-plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { recordOf, type PlanView } from '../../shared/plan/plan-view.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import type { NamedText } from './input.ts'

export type ReadPlan = { readonly ok: true; readonly file: PlanFile } | { readonly ok: false; readonly reason: string }

export function readPlan({ name, text }: NamedText): ReadPlan {
  const read = readPlanFile(text)
  return read.ok ? { ok: true, file: read.file } : { ok: false, reason: `${name}: ${problemText(read.problem)}` }
}

/** What a file says, whether it is as it was written or was changed by hand: for looking at, not for merging. */
export function contentOf(file: PlanFile, name: string): ChangeSet {
  return adoptFile({ file, name, mine: emptyChangeSet(), now: 0 })
}

/** `TEC3 Deployment Pipeline FY18/19`, as far as the plan says it. */
export function planName(view: PlanView, id: PlanId): string {
  const { year } = statedPlan(view.set, id)
  return `${recordOf(view, id)?.title || id}${year === '' ? '' : ` ${year}`}`
}

/**
 * Writes a plan as the command line does: it is no replica, since it makes no change of its own.
 * @param now milliseconds since 1970
 */
export function writePlan({ set, now }: { readonly set: ChangeSet; readonly now: number }): string {
  return writePlanFile({ set, by: { replica: '', name: 'command line' }, at: new Date(now).toISOString(), app: productRelease })
}
