import { hasKind, type RecordId } from '../model/ids.ts'
import type { OwnLine, ReadShown, ShownRecord } from './own-record.ts'
import { textOf, type Said, type SaidValue } from './own-said.ts'
import { markdownToWiki, plainText, wikiText, wikiToMarkdown } from './own-text.ts'

interface Line {
  readonly label: string
  /** How the label is known again, with whatever year is in it. */
  readonly pattern: RegExp
  readonly field: string
  readonly isMarkdown: boolean
}

const planLines: readonly Line[] = [{ label: 'Summary', pattern: /^summary$/i, field: 'summary', isMarkdown: true }]
const programLines: readonly Line[] = [
  { label: 'Goal Owner', pattern: /\bowners?$/i, field: 'owner', isMarkdown: false },
  { label: 'Program Goals', pattern: /^program(?:me)? goals?\b/i, field: 'summary', isMarkdown: true },
  { label: 'Links', pattern: /^links?$/i, field: 'links', isMarkdown: true },
]
const codePattern = /^([A-Z]{2,10}[0-9]{1,4}):? (.+)$/

/** The plan, a program, an outcome or an output as its lines on a page. */
export function showHead({ id, said }: { readonly id: RecordId; readonly said: Said }): ShownRecord {
  const title = wikiText(textOf(said['title']))
  if (hasKind(id, 'plan')) return { head: title === '' ? '' : `'''${title}'''`, body: bodyOf(planLines, said) }
  if (hasKind(id, 'program')) return { head: `* Annual Plan: ${[wikiText(textOf(said['code'])), title].filter((part) => part !== '').join(' ')}`.trim(), body: bodyOf(programLines, said) }
  return { head: title, body: [] }
}

export function readHeadLines({ id, shown }: { readonly id: RecordId; readonly shown: ShownRecord }): ReadShown {
  if (hasKind(id, 'program')) {
    const text = plainText(shown.head.replace(/^\* ?(?:[^:]{1,60}:)?/, ''))
    const [, code, title] = codePattern.exec(text) ?? []
    return readBody(programLines, shown.body, code === undefined ? { title: text } : { code, title: title ?? '' })
  }
  return readBody(hasKind(id, 'plan') ? planLines : [], shown.body, { title: plainText(shown.head) })
}

function bodyOf(lines: readonly Line[], said: Said): readonly OwnLine[] {
  return lines.flatMap(({ label, field, isMarkdown }) => {
    const text = textOf(said[field])
    const [first = '', ...items] = isMarkdown ? withItems(markdownToWiki(text)) : [wikiText(text)]
    return first === '' && items.length === 0 ? [] : [`* ${label}: ${first}`.trimEnd(), ...items].map((source) => ({ source, tag: null }))
  })
}

/** Lines of wikitext as those below a label: what stands before a list, then its items one level further in, each with the lines that go on with it. */
function withItems(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => /^\*+ /.test(line))
  // an item without words would be no item to whoever reads it again
  if (first < 0 || lines.some((line) => /^\*+ ?$/.test(line))) return [lines.join('<br />')]
  const items: string[] = []
  for (const line of lines.slice(first)) {
    if (line.startsWith('*')) items.push(`*${line}`)
    else items.push(`${items.pop() ?? ''}<br />${line}`)
  }
  return [lines.slice(0, first).join('<br />'), ...items]
}

function readBody(lines: readonly Line[], body: readonly OwnLine[], said: Record<string, SaidValue>): ReadShown {
  const unread: number[] = []
  const texts = new Map<Line, string[]>()
  let open: string[] | null = null
  body.forEach(({ source }, index) => {
    if (source.startsWith('**')) {
      if (open === null) unread.push(index)
      else open.push(...brokenLines(source.slice(1)))
      return
    }
    const [, label = '', text = ''] = /^\* ?([^:]{1,60}):\s*(.*)$/.exec(source) ?? []
    const line = lines.find((each) => each.pattern.test(label.trim()))
    open = null
    if (line === undefined) unread.push(index)
    else if (line.isMarkdown) texts.set(line, (open = brokenLines(text)))
    else said[line.field] = plainText(text)
  })
  for (const [{ field }, own] of texts) said[field] = wikiToMarkdown(own)
  return { said, unread }
}

function brokenLines(text: string): string[] {
  return text.split(/<br\b[^<>]{0,20}>/i)
}
