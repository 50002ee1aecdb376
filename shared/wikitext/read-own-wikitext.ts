import { Temporal } from 'temporal-polyfill'
import type { Edit } from '../changes/change.ts'
import { learn, type Knows } from '../changes/knows.ts'
import { isStamp } from '../changes/stamp.ts'
import { limits } from '../file/limits.ts'
import { isDayOrMonth, lastDayOf } from '../model/date.ts'
import { hasKind, isRecordId, type PlanId } from '../model/ids.ts'
import { planSpec } from '../model/plan.ts'
import { isYearStart } from '../model/year.ts'
import type { PageRefusal, PageText } from '../wiki/page/goals-page.ts'
import { ownBlocks } from './own-blocks.ts'
import { ownRecords } from './own-records.ts'
import { taggedLines, type TaggedLine } from './own-tags.ts'
import type { PagePlan } from '../wiki/to-plan/page-to-plan.ts'
import { templateTable, type TemplateTable } from '../wiki/text/status-templates.ts'
import { shownLine } from '../wiki/source/wikitext-inline.ts'
import type { PageTemplate } from '../wiki/source/wikitext-lines.ts'

/** A plan read from a page that was written from one. */
export interface OwnPage {
  readonly plan: PagePlan
  readonly templates: readonly PageTemplate[]
  /** Of the latest note, or the year's first day: milliseconds since 1970. */
  readonly date: number
  readonly written: WrittenPage
}

/** What tells edits of a page that was written from a plan from what it said then. */
export interface WrittenPage {
  /** What the plan knew when the page was written; null where the page doesn't say. */
  readonly knows: Knows | null
  /** The words for statuses by which it was read. */
  readonly words: readonly string[]
}

export type OwnPageResult = { readonly ok: true; readonly page: OwnPage } | { readonly ok: false; readonly reason: PageRefusal; readonly line: number }

const mostAdded = 1_000

/**
 * Reads what `writeWikitext` wrote, to the same records with the same ids. Titles, statuses, notes and other words that
 * were edited on the wiki are read as they stand there; bullets and notes that were added are new goals and notes.
 * Null where the plan's own line is gone: then it is a page like any other.
 */
export function readOwnWikitext({ text, words }: { readonly text: string; readonly words: readonly string[] }): OwnPageResult | null {
  if (text.length > limits.length) return { ok: false, reason: 'tooLong', line: 1 }
  const lines = taggedLines(text.toWellFormed())
  const planId = planIn(lines)
  if (planId === null) return null
  const table = templateTable(words)
  const { blocks, notUnderstood: loose } = ownBlocks(lines)
  const over = blocks[limits.records]
  if (over !== undefined) return { ok: false, reason: 'tooMany', line: over.head.number }
  const { edits, notUnderstood } = ownRecords({ planId, blocks, table })
  const { templates, aside } = addedTo(lines, table)
  const own = edits.find(({ on }) => on === planId)?.set
  const stated = own?.['startsOn']
  const startsOn = isYearStart(stated) ? stated : planSpec.fields.startsOn.empty
  const title = own?.['title']
  const plan: PagePlan = { planId, title: typeof title === 'string' ? title : '', startsOn, edits, proposals: [], notUnderstood: [...loose, ...notUnderstood, ...aside].toSorted((a: PageText, b: PageText) => a.line - b.line) }
  return { ok: true, page: { plan, templates, date: dateOf(edits, startsOn), written: { knows: knownIn(lines), words } } }
}

function planIn(lines: readonly TaggedLine[]): PlanId | null {
  for (const { tag } of lines) if (tag !== null && isRecordId(tag.name) && hasKind(tag.name, 'plan')) return tag.name
  return null
}

function knownIn(lines: readonly TaggedLine[]): Knows | null {
  const knows = lines.find(({ tag }) => tag?.name === 'page')?.tag?.data['knows']
  return Array.isArray(knows) && knows.every(isStamp) ? learn(new Map(), knows) : null
}

/** What only a hand writes: templates that are not known, and categories, pictures and switches, which show no words. */
function addedTo(lines: readonly TaggedLine[], table: TemplateTable): { readonly templates: readonly PageTemplate[]; readonly aside: readonly PageText[] } {
  const templates: PageTemplate[] = []
  const aside: PageText[] = []
  for (const { number, source } of lines) {
    if (!/\{\{|\[\[|__/.test(source)) continue
    const shown = shownLine({ text: source, table })
    if (templates.length < mostAdded) templates.push(...shown.unknown.map((each) => ({ line: number, ...each })))
    if (aside.length < mostAdded) aside.push(...shown.aside.map((text) => ({ line: number, text })))
  }
  return { templates, aside }
}

function dateOf(edits: readonly Edit[], startsOn: string): number {
  let latest = startsOn
  for (const { on, set } of edits) {
    const date = hasKind(on, 'note') ? set['date'] : null
    if (isDayOrMonth(date) && lastDayOf(date) > latest) latest = lastDayOf(date)
  }
  return Temporal.PlainDate.from(latest).toZonedDateTime('UTC').epochMilliseconds
}
