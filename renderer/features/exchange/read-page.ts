import type { Edit } from '../../../shared/changes/change.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { countGoalsPage, type GoalsPageCounts } from '../../../shared/wiki/count-goals-page.ts'
import type { PageRefusal } from '../../../shared/wiki/goals-page.ts'
import { pageToPlan, type PagePlan } from '../../../shared/wiki/page-to-plan.ts'
import { pageDate, pageKey, planEdits } from '../../../shared/wiki/plan-edits.ts'
import { readGoalsPage } from '../../../shared/wiki/read-goals-page.ts'

/** A page that was understood, before it meets the plan it belongs to. */
export interface ReadPage {
  readonly planId: PlanId
  readonly plan: PagePlan
  readonly counts: GoalsPageCounts
  /** What it says with everything as proposed. */
  readonly edits: readonly Edit[]
  readonly key: string
  readonly date: number
}

export type PageReading = { readonly ok: true; readonly page: ReadPage } | { readonly ok: false; readonly reason: PageRefusal; readonly line: number }

export function readPage(text: string): PageReading {
  const read = readGoalsPage(text)
  if (!read.ok) return read
  const plan = pageToPlan({ page: read.page })
  const edits = planEdits(plan, new Map()).page
  return { ok: true, page: { planId: plan.planId, plan, counts: countGoalsPage(read.page), edits, key: pageKey(plan), date: pageDate(read.page) } }
}
