import type { MarkedToken, Tokens } from 'marked'
import { known, markdownLimits, parseMarkdown } from '../markdown/parse-markdown.ts'
import { isSafeAddress } from '../markdown/safe-address.ts'

/** A part of a note as a report may show it: no HTML, no picture, no heading, no address but those that are safe. */
export type NoteBlock =
  | { readonly kind: 'paragraph'; readonly inlines: readonly NoteInline[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly (readonly NoteBlock[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly NoteBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  /** The first row is the head. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly NoteInline[])[])[] }
  | { readonly kind: 'rule' }

export type NoteInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly inlines: readonly NoteInline[] }
  | { readonly kind: 'link'; readonly address: string; readonly inlines: readonly NoteInline[] }
  | { readonly kind: 'break' }

/** A note's Markdown as blocks; what is no Markdown of ours is text as it was typed. */
export function noteBlocks(markdown: string): readonly NoteBlock[] {
  const tokens = parseMarkdown(markdown)
  return tokens === null ? typed(markdown) : blocksOf(tokens, 0)
}

function blocksOf(tokens: readonly MarkedToken[], depth: number): readonly NoteBlock[] {
  return tokens.flatMap((token) => (depth >= markdownLimits.depth ? typed(token.raw) : blockOf(token, depth)))
}

function blockOf(token: MarkedToken, depth: number): readonly NoteBlock[] {
  const inlines = (): readonly NoteInline[] => ('tokens' in token && token.tokens !== undefined ? inlinesOf(known(token.tokens), { depth: depth + 1, isLink: false }) : [])
  switch (token.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: inlines() }]
    case 'heading':
      // a heading in a note is no heading of the report
      return [{ kind: 'paragraph', inlines: [{ kind: 'strong', inlines: inlines() }] }]
    case 'list':
      return [{ kind: 'list', first: token.ordered ? Number(token.start === '' ? 1 : token.start) : null, items: token.items.map((item) => itemOf(item, depth)) }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(known(token.tokens), depth + 1) }]
    case 'code':
      return [{ kind: 'code', text: token.text }]
    case 'table': {
      const cells = (row: readonly Tokens.TableCell[]): readonly (readonly NoteInline[])[] => row.map((cell) => inlinesOf(known(cell.tokens), { depth: depth + 1, isLink: false }))
      return [{ kind: 'table', rows: [token.header, ...token.rows].map(cells) }]
    }
    case 'hr':
      return [{ kind: 'rule' }]
    case 'html':
      return typed(token.raw)
    case 'space':
    case 'def':
    case 'checkbox': // told by its list
      return []
    default:
      return [{ kind: 'paragraph', inlines: inlinesOf([token], { depth: depth + 1, isLink: false }) }]
  }
}

function itemOf(item: Tokens.ListItem, depth: number): readonly NoteBlock[] {
  const blocks = blocksOf(known(item.tokens), depth + 1)
  if (!item.task) return blocks
  return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: item.checked === true ? '☑' : '☐' }] }, ...blocks]
}

function inlinesOf(tokens: readonly MarkedToken[], at: { readonly depth: number; readonly isLink: boolean }): readonly NoteInline[] {
  return tokens.flatMap((token) => inlineOf(token, at))
}

function inlineOf(token: MarkedToken, { depth, isLink }: { readonly depth: number; readonly isLink: boolean }): readonly NoteInline[] {
  const asTyped: readonly NoteInline[] = [{ kind: 'text', text: token.raw }]
  if (depth >= 2 * markdownLimits.depth) return asTyped
  const inner = (isIn = isLink): readonly NoteInline[] => ('tokens' in token && token.tokens !== undefined ? inlinesOf(known(token.tokens), { depth: depth + 1, isLink: isIn }) : asTyped)
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? [{ kind: 'text', text: token.text }] : inner()
    case 'escape':
      return [{ kind: 'text', text: token.text }]
    case 'strong':
      return [{ kind: 'strong', inlines: inner() }]
    case 'em':
      return [{ kind: 'emphasis', inlines: inner() }]
    case 'del':
      return [{ kind: 'deleted', inlines: inner() }]
    case 'codespan':
      return [{ kind: 'code', text: token.text }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      if (isLink) return inner()
      return isSafeAddress(token.href) ? [{ kind: 'link', address: token.href, inlines: inner(true) }] : asTyped
    case 'image':
      // a picture from elsewhere would tell that place who reads this: it is a link
      return isLink || !isSafeAddress(token.href) ? asTyped : [{ kind: 'link', address: token.href, inlines: [{ kind: 'text', text: token.text === '' ? token.href : token.text }] }]
    case 'checkbox':
      return []
    default:
      return asTyped // HTML above all: shown, never made
  }
}

/** A text as it was typed, line by line. */
function typed(text: string): readonly NoteBlock[] {
  const lines = text.trim().split('\n')
  return [{ kind: 'paragraph', inlines: lines.flatMap((line, at): readonly NoteInline[] => (at === 0 ? [{ kind: 'text', text: line }] : [{ kind: 'break' }, { kind: 'text', text: line }])) }]
}
