import type { Edit } from '../changes/change.ts'
import type { PlanId } from '../model/ids.ts'
import { countGoalsPage, type GoalsPageCounts } from './count-goals-page.ts'
import type { PageRefusal } from './goals-page.ts'
import { pageToPlan, type PagePlan } from './page-to-plan.ts'
import { pageDate, pageKey, planEdits } from './plan-edits.ts'
import { readGoalsPage } from './read-goals-page.ts'

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

/** Reads a text as a goals page, with everything that it leaves open as it is proposed; a refusal says why and at which line. */
export function readPage(text: string): PageReading {
  const read = readGoalsPage(text)
  if (!read.ok) return read
  const plan = pageToPlan({ page: read.page })
  const edits = planEdits(plan, new Map()).page
  return { ok: true, page: { planId: plan.planId, plan, counts: countGoalsPage(read.page), edits, key: pageKey(plan), date: pageDate(read.page) } }
}
