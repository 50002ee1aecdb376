import type { PageText } from '../page/goals-page.ts'
import { collapse, type PageLine } from '../text/page-lines.ts'
import { templateTable } from '../text/status-templates.ts'
import { withoutHidden } from './wikitext-hidden.ts'
import { shownLine, type FoundTemplate } from './wikitext-inline.ts'
import { createTableReader, type TableReader } from './wikitext-tables.ts'

/** A template that the page uses and nobody has said the meaning of. */
export interface PageTemplate extends FoundTemplate {
  readonly line: number
}

/** The source of a page as the lines that people see of it, one for each line of the source. */
export interface WikitextLines {
  readonly lines: readonly PageLine[]
  readonly templates: readonly PageTemplate[]
  /** What the page shows as no words: categories, pictures, switches. */
  readonly aside: readonly PageText[]
}

const mostAside = 1_000

/**
 * Turns wikitext into the lines of the rendered page, which is what the reader of goals pages reads.
 * @param words the plan's own words for statuses, members of `plan.statusWords`
 * @param most lines at most
 */
export function wikitextLines({ text, words, most }: { readonly text: string; readonly words: readonly string[]; readonly most: number }): WikitextLines {
  const table = templateTable(words)
  const templates: PageTemplate[] = []
  const aside: PageText[] = []
  const clean = withoutHidden(text.startsWith('\ufeff') ? text.slice(1) : text)
  const sources = clean.split(/\r\n|\n|\r/, most)
  const lines = sources.map((_, index): PageLine => blank(index + 1))
  let open: TableReader | null = null
  sources.forEach((source, index) => {
    const number = index + 1
    const show = (part: string): string => {
      const shown = shownLine({ text: part, table })
      if (templates.length < mostAside) templates.push(...shown.unknown.map((each) => ({ line: number, ...each })))
      if (aside.length < mostAside) aside.push(...shown.aside.map((each) => ({ line: number, text: each })))
      return shown.text
    }
    const put = (row: { readonly line: number; readonly text: string } | null): void => {
      if (row !== null) lines[row.line - 1] = plainLine({ number: row.line, text: row.text })
    }
    if (/^\s*:*\{\|/.test(source)) {
      if (open !== null) put(open.end())
      open = createTableReader()
    } else if (open !== null && /^\s*\|\}/.test(source)) {
      put(open.end())
      open = null
      lines[index] = plainLine({ number, text: show(source.replace(/^\s*\|\}/, '')) })
    } else if (open !== null) put(open.read({ number, source, show }))
    else lines[index] = lineOf({ number, source: source.trimEnd(), show })
  })
  const last: TableReader | null = open as TableReader | null // TypeScript doesn't see that the callback sets it
  const row = last?.end() ?? null
  if (row !== null) lines[row.line - 1] = plainLine({ number: row.line, text: row.text })
  return { lines, templates, aside }
}

interface SourceLine {
  readonly number: number
  readonly source: string
  readonly show: (part: string) => string
}

function lineOf({ number, source, show }: SourceLine): PageLine {
  if (/^-{4,}\s*$/.test(source)) return blank(number)
  const heading = headingIn(source)
  if (heading !== null) {
    const text = show(heading.text).trim()
    // the link to edit a section is how headings are told on a rendered page; a note's head and the page's own title have none that counts
    return plainLine({ number, text: heading.level === 1 || /^note\b/i.test(text) || /^[\u00a0\u2060]/.test(text) ? text : `${text} edit`.trim() })
  }
  const marks = /^[*#:;]{0,40}/.exec(source)?.[0] ?? ''
  const rest = source.slice(marks.length)
  if (marks === '') return plainLine({ number, text: show(source) })
  const isBullet = marks.endsWith('*') || marks.endsWith('#')
  const indent = ' '.repeat((marks.length - 1) * 2)
  const words = show(rest).trimEnd().replace(/^[^\S\u00a0]+/, '')
  if (words === '') return blank(number)
  const lead = isBullet ? `${indent}• ` : indent
  return { number, raw: lead + words, start: lead.length, indent: indent.length, bullet: isBullet, plain: collapse(words), ...(isBullet && ({ isSource: true } as const)) }
}

/** A line of words; only a bullet that is written as such is one. */
function plainLine({ number, text }: { readonly number: number; readonly text: string }): PageLine {
  const raw = text.trimEnd()
  const start = raw.length - raw.replace(/^[^\S\u00a0]+/, '').length
  const isBullet = raw.startsWith('• ', start)
  return { number, raw, start: isBullet ? start + 2 : start, indent: start, bullet: isBullet, plain: collapse(raw.slice(isBullet ? start + 2 : start)) }
}

function blank(number: number): PageLine {
  return { number, raw: '', start: 0, indent: 0, bullet: false, plain: '' }
}

/** The level and the words of `== Heading ==`, or null. */
export function headingIn(source: string): { readonly level: number; readonly text: string } | null {
  const line = source.trim()
  if (!line.startsWith('=') || !line.endsWith('=') || line.length < 3) return null
  let level = 0
  while (level < 6 && line.charAt(level) === '=' && line.charAt(line.length - 1 - level) === '=') level += 1
  while (level * 2 >= line.length) level -= 1
  return { level, text: line.slice(level, line.length - level).trim() }
}

/** Whether a text is the source of a wiki page rather than what was copied from one. */
export function isWikitext(text: string): boolean {
  return /^={2,6}[^=\n\r].*=[ \t]*$/m.test(text) || /^[ \t]*:*\{\|/m.test(text) || (/\{\{[\p{L}][^{}\n\r]{0,200}\}\}/u.test(text) && /\[\[[^[\]\n\r]{1,200}\]\]|'''|^\*+ ?\S|^:|<!--/m.test(text))
}
