import type { TemplateTable } from '../text/status-templates.ts'
import { statusTemplate } from '../text/status-templates.ts'
import { withoutEntities } from './wikitext-hidden.ts'

/** A template that the table doesn't know: its name, and the words that stay on the page. */
export interface FoundTemplate {
  readonly name: string
  readonly text: string
}

export interface ShownLine {
  readonly text: string
  readonly unknown: readonly FoundTemplate[]
  /** What a page shows as no words: categories, pictures, switches. */
  readonly aside: readonly string[]
}

/** Templates within templates; what is deeper stays as it is written. */
const mostLevels = 3
const longestName = 100
const longestQuote = 200
const mostUnknown = 50

/**
 * What a line of wikitext shows, as on the rendered page: templates of a status as marks set off by no-break spaces,
 * tasks as `task T1`, links by their words, and no markup. A template that isn't known stays as it is written.
 */
export function shownLine({ text, table }: { readonly text: string; readonly table: TemplateTable }): ShownLine {
  if (!/[{['<&_]/.test(text)) return { text, unknown: [], aside: [] }
  let shown = text
  for (let level = 0; level < mostLevels && shown.includes('{{'); level += 1) {
    const next = shown.replace(/\{\{([^{}]*)\}\}/g, (whole, content: string, at: number) => shownTemplate({ whole, content, table, before: shown.slice(Math.max(0, at - 12), at), after: shown.charAt(at + whole.length) }))
    if (next === shown) break
    shown = next
  }
  const unknown = unknownIn(shown)
  const { words, aside } = withoutLinks(shown)
  return { text: withoutEntities(withoutTags(words)), unknown, aside }
}

interface TemplateInLine {
  readonly whole: string
  readonly content: string
  readonly table: TemplateTable
  readonly before: string
  readonly after: string
}

function shownTemplate({ whole, content, table, before, after }: TemplateInLine): string {
  const [name = '', ...parts] = content.split('|')
  const meaning = table.meaningOf(name)
  const values = parts.map((part) => part.replace(/^\s*[0-9]\s*=/, '').trim()).filter((part) => part !== '')
  if (meaning === undefined) return whole
  if (meaning.kind === 'task') {
    const tasks = values.flatMap((value) => value.split(/[\s,]+/)).filter((value) => /^T?[0-9]{1,9}$/i.test(value))
    return tasks.length === 0 ? whole : tasks.map((task) => `task T${task.replace(/^t/i, '')}`).join(', ')
  }
  const [first = '', ...rest] = values
  const status = meaning.kind === 'status' ? meaning.status : table.statusOf(first)
  if (status === undefined) return whole
  const more = meaning.kind === 'status' ? values : rest
  // a letter that stands by itself before a mark is its icon on a rendered page, and a word in wikitext
  const joint = /(?:^|\s)(?:N|Y|Yes|No|Incomplete|X|[✓✔✗✘☑☒])[\s']*$/.test(before) ? '\u2060' : ''
  const words = [statusTemplate[status], ...more].join(' ')
  return `${joint}\u00a0\u00a0${words}${/[\p{L}\p{N}_-]/u.test(after) ? ' ' : ''}`
}

function unknownIn(text: string): readonly FoundTemplate[] {
  const found: FoundTemplate[] = []
  for (const match of text.matchAll(/\{\{([^{}|]{1,200})/g)) {
    const name = (match[1] ?? '').trim()
    if (name === '' || name.length > longestName || found.length >= mostUnknown) continue
    const quote = text.slice(match.index, match.index + longestQuote)
    const end = quote.indexOf('}}')
    found.push({ name, text: (end < 0 ? quote : quote.slice(0, end + 2)).toWellFormed() })
  }
  return found
}

function withoutLinks(text: string): { readonly words: string; readonly aside: readonly string[] } {
  const aside: string[] = []
  const take = (whole: string): string => {
    aside.push(withoutEntities(whole))
    return ''
  }
  const words = text
    .replace(/\[\[([^[\]]*)\]\]/g, (whole, content: string) => {
      const [target = '', ...rest] = content.split('|')
      if (/^\s*(?:category|file|image|media)\s*:/i.test(target)) return take(whole)
      const shown = (rest.at(-1) ?? target).trim() || target.replace(/^[^:]*:/, '').trim()
      const task = /^\s*:?(?:phab|phabricator)\s*:\s*(T[0-9]{1,9})\s*(?:#.*)?$/i.exec(target)?.[1]?.toUpperCase()
      if (task !== undefined) return withTask({ shown: rest.length === 0 ? '' : shown, task })
      return shown.replace(/^:/, '')
    })
    .replace(/\[((?:https?|mailto|ftp):[^\s[\]<>"]{1,2000})(?:\s+([^[\]]*))?\]/gi, (_, address: string, label?: string) => {
      const task = /^https?:\/\/phabricator\.[^/]+\/(T[0-9]{1,9})$/i.exec(address)?.[1]?.toUpperCase()
      const shown = label?.trim() ?? ''
      if (task !== undefined) return withTask({ shown, task })
      return shown === '' ? address : `${shown} (${address})`
    })
    .replace(/__(?:NO|FORCE)?(?:TOC|EDITSECTION|INDEX|NEWSECTIONLINK|GALLERY)__/g, take)
  return { words, aside }
}

function withTask({ shown, task }: { readonly shown: string; readonly task: string }): string {
  if (shown === '' || shown.toUpperCase() === task) return `task ${task}`
  return new RegExp(`\\b${task}\\b`, 'i').test(shown) ? shown : `${shown} - task ${task}`
}

const tags = 'small|big|span|div|u|b|i|em|strong|sup|sub|code|tt|kbd|center|font|p|s|del|ins|abbr|onlyinclude|noinclude|includeonly|section|translate|tvar|languages|references|poem|blockquote|nowiki|pre'
const tagPattern = new RegExp(`</?(?:${tags})(?:[\\s/][^<>]{0,500})?>`, 'gi')

function withoutTags(text: string): string {
  return text
    .replace(/<br\b[^<>]{0,100}>/gi, ' ')
    .replace(tagPattern, '')
    .replace(/'{2,5}/g, '')
}
