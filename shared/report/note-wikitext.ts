import { escapeWikitext, wikiAddress } from './escape-wikitext.ts'
import { noteBlocks, type NoteBlock, type NoteInline } from './note-blocks.ts'

/** A note as wikitext, for between the lines of a quotation. */
export function noteToWikitext(text: string): string {
  return noteBlocks(text)
    .map((block) => blockText(block, ''))
    .join('\n\n')
}

/** @param marks of the list that it stands in */
function blockText(block: NoteBlock, marks: string): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineTexts(block.inlines)
    case 'list':
      return block.items.map((item) => itemText(item, `${marks}${block.first === null ? '*' : '#'}`)).join('\n')
    case 'quote':
      return `<blockquote>\n${block.blocks.map((each) => blockText(each, '')).join('\n\n')}\n</blockquote>`
    case 'code':
      return `<pre>${codeText(block.text)}</pre>`
    case 'table':
      return ['{| class="wikitable"', ...block.rows.map((row, at) => `|-\n${row.map((cell) => `${at === 0 ? '!' : '|'} ${inlineTexts(cell)}`).join('\n')}`), '|}'].join('\n')
    case 'rule':
      return '----'
    default:
      return block satisfies never
  }
}

/** An item is one line; lists in it have lines of their own, and what else it holds goes on its line. */
function itemText(item: readonly NoteBlock[], marks: string): string {
  const own = item.filter(({ kind }) => kind !== 'list').map((block) => lineText(block))
  const lists = item.filter(({ kind }) => kind === 'list').map((block) => blockText(block, marks))
  return [`${marks} ${own.filter((text) => text !== '').join('<br />')}`, ...lists].join('\n')
}

function lineText(block: NoteBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineTexts(block.inlines)
    case 'code':
      return `<code>${codeText(block.text).replace(/\n/g, '<br />')}</code>`
    case 'quote':
    case 'list':
      return (block.kind === 'quote' ? block.blocks : block.items.flat()).map((each) => lineText(each)).join('<br />')
    case 'table':
      return block.rows.map((row) => row.map((cell) => inlineTexts(cell)).join(', ')).join('<br />')
    case 'rule':
      return ''
    default:
      return block satisfies never
  }
}

function inlineTexts(inlines: readonly NoteInline[]): string {
  return inlines.map(inlineText).join('').trim()
}

function inlineText(inline: NoteInline): string {
  switch (inline.kind) {
    case 'text':
      return `${/^\s/.test(inline.text) ? ' ' : ''}${escapeWikitext(inline.text)}${/\S\s$/.test(inline.text) ? ' ' : ''}`
    case 'code':
      return `<code>${codeText(inline.text)}</code>`
    case 'strong':
      return `'''${inlineTexts(inline.inlines)}'''`
    case 'emphasis':
      return `''${inlineTexts(inline.inlines)}''`
    case 'deleted':
      return `<s>${inlineTexts(inline.inlines)}</s>`
    case 'link':
      return `[${wikiAddress(inline.address)} ${inlineTexts(inline.inlines).replace(/(?<=https?):(?=\/\/)/gi, '&#58;')}]`
    case 'break':
      return '<br />'
    default:
      return inline satisfies never
  }
}

/** Code keeps its spaces; nothing in it is wikitext or an entity. */
function codeText(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s.,()/\\+%@?"`^$-]/gu, (letter) => `&#${letter.codePointAt(0) ?? 0xfffd};`)
}
