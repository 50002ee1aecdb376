import { product } from '../../shared/bridge/product.ts'
import { emptyChangeSet, recordIn, type ChangeSet } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import { adoptFile } from '../../shared/file/adopt-file.ts'
import { problemText } from '../../shared/file/problem.ts'
import { readPlanFile, type PlanFile } from '../../shared/file/read-plan-file.ts'
import { isDay, type Day } from '../../shared/model/date.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { yearLabel } from '../../shared/model/year.ts'
import { recordOf, type PlanView } from '../../shared/plan/plan-view.ts'
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

/** The day on which the plan's year begins; null where a part of a plan doesn't say it. */
export function saidYearStart({ set }: Pick<PlanView, 'set'>, id: PlanId): Day | null {
  const said = winnerOf(recordIn(set, id), 'startsOn')?.value
  return isDay(said) ? said : null
}

/** `TEC3 Deployment Pipeline FY18/19`, as far as the plan says it. */
export function planName(view: PlanView, id: PlanId): string {
  const startsOn = saidYearStart(view, id)
  return `${recordOf(view, id)?.title || id}${startsOn === null ? '' : ` ${yearLabel(startsOn)}`}`
}

/**
 * Writes a plan as the command line does: it is no replica, since it makes no change of its own.
 * @param now milliseconds since 1970
 */
export function writePlan({ set, now }: { readonly set: ChangeSet; readonly now: number }): string {
  return writePlanFile({ set, by: { replica: '', name: 'command line' }, at: new Date(now).toISOString(), app: `${product.name} ${product.version}` })
}
