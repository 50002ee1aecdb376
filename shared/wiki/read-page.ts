import type { Edit } from '../changes/change.ts'
import { hasKind, type PlanId } from '../model/ids.ts'
import { countGoalsPage } from './count-goals-page.ts'
import { pageLimits, type GoalsPage, type GoalsPageResult, type PageRefusal } from './goals-page.ts'
import { isOwnWikitext } from './own-tags.ts'
import type { PageLayout } from './page-layout.ts'
import { pageToPlan, type PagePlan } from './page-to-plan.ts'
import { pageDate, pageKey, planEdits } from './plan-edits.ts'
import { readGoalsPage, readPageLines } from './read-goals-page.ts'
import { readOwnWikitext, type OwnPage } from './read-own-wikitext.ts'
import { isWikitext, wikitextLines, type PageTemplate } from './wikitext-lines.ts'

/** A page that was understood, before it meets the plan it belongs to. */
export interface ReadPage {
  readonly planId: PlanId
  /** The form in which it says what it says. */
  readonly layout: PageLayout
  readonly plan: PagePlan
  /** Templates of a wiki that nobody has said the meaning of. */
  readonly templates: readonly PageTemplate[]
  readonly counts: PageTotals
  /** What it says with everything as proposed. */
  readonly edits: readonly Edit[]
  readonly key: string
  readonly date: number
}

export interface PageTotals {
  readonly goals: number
  readonly quarters: number
  readonly notes: number
}

export type PageReading = { readonly ok: true; readonly page: ReadPage } | { readonly ok: false; readonly reason: PageRefusal; readonly line: number }

/**
 * Reads a text in any form that says a plan's goals, with everything that it leaves open as it is proposed; a
 * refusal says why and at which line.
 * @param words the plan's own words for statuses, members of `plan.statusWords`
 */
export function readPage(text: string, words: readonly string[] = []): PageReading {
  const own = isOwnWikitext(text) ? readOwnWikitext({ text, words }) : null
  if (own !== null) return own.ok ? { ok: true, page: ownPage(own.page) } : own
  if (!isWikitext(text)) return pageOf({ read: readGoalsPage(text), layout: 'goalsPage', templates: [] })
  if (text.length > pageLimits.length) return { ok: false, reason: 'tooLong', line: 1 }
  const { lines, templates, aside } = wikitextLines({ text: text.toWellFormed(), words, most: pageLimits.lines + 1 })
  const read = readPageLines(lines)
  if (!read.ok) return read
  const notUnderstood = [...read.page.notUnderstood, ...aside].toSorted((a, b) => a.line - b.line)
  return pageOf({ read: { ok: true, page: { ...read.page, notUnderstood } }, layout: 'wikitext', templates })
}

function pageOf({ read, layout, templates }: { readonly read: GoalsPageResult; readonly layout: PageLayout; readonly templates: readonly PageTemplate[] }): PageReading {
  if (!read.ok) return read
  const plan = pageToPlan({ page: read.page })
  return { ok: true, page: { planId: plan.planId, layout, plan, templates, counts: totalsOf(read.page), edits: planEdits(plan, new Map()).page, key: pageKey(plan), date: pageDate(read.page) } }
}

function totalsOf(page: GoalsPage): PageTotals {
  const { goals, quarters, noteHeads } = countGoalsPage(page)
  return { goals: goals.bullets + goals.paragraphs, quarters, notes: noteHeads.notes }
}

function ownPage({ plan, templates, date }: OwnPage): ReadPage {
  const goals = plan.edits.filter(({ on }) => hasKind(on, 'goal'))
  const quarters = new Set(goals.flatMap(({ set }) => set['quarter'] ?? []))
  const counts = { goals: goals.length, quarters: quarters.size, notes: plan.edits.filter(({ on }) => hasKind(on, 'note')).length }
  return { planId: plan.planId, layout: 'ownWikitext', plan, templates, counts, edits: plan.edits, key: pageKey(plan), date }
}
