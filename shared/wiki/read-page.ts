import type { Edit } from '../changes/change.ts'
import { hasKind, type PlanId, type RecordId } from '../model/ids.ts'
import { countGoalsPage } from './count-goals-page.ts'
import { pageLimits, type GoalsPage, type GoalsPageResult, type PageRefusal } from './page/goals-page.ts'
import { isOwnWikitext } from '../wikitext/own-tags.ts'
import type { PageLayout } from './page/page-layout.ts'
import { pageToPlan, type PagePlan } from './to-plan/page-to-plan.ts'
import { pageDate, pageKey, planEdits } from './to-plan/plan-edits.ts'
import { linesOf, type PageLine } from './text/page-lines.ts'
import { readPageLines } from './sections/read-goals-page.ts'
import { noteSequence } from './to-plan/note-sequence.ts'
import { readOwnWikitext, type OwnPage, type WrittenPage } from '../wikitext/read-own-wikitext.ts'
import { readTable } from './rows/read-table.ts'
import { readTeamSections } from './rows/read-team-sections.ts'
import { templateTable } from './text/status-templates.ts'
import { isWikitext, wikitextLines, type PageTemplate } from './source/wikitext-lines.ts'

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
  /** How notes of one day follow each other, where their ids don't say it. */
  readonly sequence?: ReadonlyMap<RecordId, number> | undefined
  /** Of a page that was written from a plan. */
  readonly written?: WrittenPage | undefined
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
  if (text.length > pageLimits.length) return { ok: false, reason: 'tooLong', line: 1 }
  if (!isWikitext(text)) {
    const lines = linesOf({ text: text.toWellFormed(), most: pageLimits.lines + 1 })
    return pageOf({ ...readAs({ lines, sources: text.toWellFormed().replace(/^\ufeff/, '').split(/\r\n|\n|\r/, pageLimits.lines + 1), words, layout: 'goalsPage' }), templates: [] })
  }
  const { lines, templates, aside } = wikitextLines({ text: text.toWellFormed(), words, most: pageLimits.lines + 1 })
  const { read, layout } = readAs({ lines, sources: null, words, layout: 'wikitext' })
  if (!read.ok) return read
  // a line that is nothing but a template is listed as such
  const listed = new Set(templates.map(({ line, text: words }) => `${line} ${words}`))
  const notUnderstood = [...read.page.notUnderstood.filter((each) => !listed.has(`${each.line} ${each.text}`)), ...aside].toSorted((a, b) => a.line - b.line)
  return pageOf({ read: { ok: true, page: { ...read.page, notUnderstood } }, layout, templates })
}

interface LinesOfPage {
  readonly lines: readonly PageLine[]
  /** The lines with the tabs at their ends; null where each row of a table is one line. */
  readonly sources: readonly string[] | null
  readonly words: readonly string[]
  readonly layout: PageLayout
}

/** By sections where there are any; else by a table's head, else by dated bullets. */
function readAs({ lines, sources, words, layout }: LinesOfPage): { readonly read: GoalsPageResult; readonly layout: PageLayout } {
  const read = readPageLines(lines)
  if (read.ok ? read.page.sections.length > 0 : read.reason !== 'notAGoalsPage' && read.reason !== 'noYear') return { read, layout }
  const table = templateTable(words)
  const rows = readTable({ lines, sources: sources ?? lines.map(({ raw }) => raw), isWhole: sources === null, table })
  if (rows?.ok === true) return { read: rows, layout: 'table' }
  const teams = readTeamSections({ lines, table })
  if (teams?.ok === true) return { read: teams, layout: 'teamSections' }
  return { read: read.ok ? read : (rows ?? teams ?? read), layout }
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

function ownPage({ plan, templates, date, written }: OwnPage): ReadPage {
  const goals = plan.edits.filter(({ on }) => hasKind(on, 'goal'))
  const quarters = new Set(goals.flatMap(({ set }) => set['quarter'] ?? []))
  const counts = { goals: goals.length, quarters: quarters.size, notes: plan.edits.filter(({ on }) => hasKind(on, 'note')).length }
  return { planId: plan.planId, layout: 'ownWikitext', plan, templates, counts, edits: plan.edits, key: pageKey(plan), date, sequence: noteSequence(plan.edits), written }
}
