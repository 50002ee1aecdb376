import { escapeLinkWords, escapeMarkdown, fenceFor, markdownCode } from './escape-markdown.ts'
import { noteBlocks, type NoteBlock, type NoteInline } from './note-blocks.ts'

/** A note as the lines of a quoted block, written anew from what it was read as. */
export function noteToMarkdown(text: string): readonly string[] {
  return quoted(blockLines(noteBlocks(text)))
}

function blockLines(blocks: readonly NoteBlock[]): readonly string[] {
  return blocks.flatMap((block, at) => [...(at === 0 ? [] : ['']), ...linesOf(block)])
}

function linesOf(block: NoteBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return linesOfInlines(block.inlines)
    case 'list':
      return block.items.flatMap((item, at) => itemLines(item, block.first === null ? '- ' : `${block.first + at}. `))
    case 'quote':
      return quoted(blockLines(block.blocks))
    case 'code': {
      const fence = fenceFor(block.text, 3)
      return [fence, ...block.text.split('\n'), fence]
    }
    case 'table':
      return block.rows.flatMap((row, at) => [`| ${row.map(cellText).join(' | ')} |`, ...(at === 0 ? [`|${' --- |'.repeat(row.length)}`] : [])])
    case 'rule':
      return ['* * *']
    default:
      return block satisfies never
  }
}

function itemLines(item: readonly NoteBlock[], marker: string): readonly string[] {
  // without a line between them a list stands closer to the words it belongs to
  const [first = '', ...rest] = item.flatMap((block, at) => [...(at > 0 && block.kind !== 'list' ? [''] : []), ...linesOf(block)])
  return [`${marker}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : `${' '.repeat(marker.length)}${line}`))]
}

function quoted(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`))
}

/** Lines end in a backslash, which breaks them in every flavour. */
function linesOfInlines(inlines: readonly NoteInline[]): readonly string[] {
  const lines: NoteInline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  const written = lines.map((line) => wordsOf(line)).filter((line) => line !== '')
  return written.map((line, at) => (at === written.length - 1 ? line : `${line}\\`))
}

/** Of words in a link the addresses are no links. */
function wordsOf(inlines: readonly NoteInline[], escape = escapeMarkdown): string {
  return inlines.map((inline) => inlineText(inline, escape)).join('').trim()
}

/** A line would end the row, and a bar the cell, also in a span of code. */
function cellText(inlines: readonly NoteInline[]): string {
  return wordsOf(inlines).replace(/(?<!\\)\|/g, '\\|')
}

function inlineText(inline: NoteInline, escape: typeof escapeMarkdown): string {
  switch (inline.kind) {
    case 'text':
      // the space at its ends parts it from its neighbours
      return `${/^\s/.test(inline.text) ? ' ' : ''}${escape(inline.text)}${/\S\s$/.test(inline.text) ? ' ' : ''}`
    case 'code':
      return markdownCode(inline.text)
    case 'strong':
    case 'emphasis':
    case 'deleted': {
      const [mark, words] = [marks[inline.kind], wordsOf(inline.inlines, escape)]
      return words === '' ? '' : `${mark}${words}${mark}`
    }
    case 'link':
      return `[${wordsOf(inline.inlines, escapeLinkWords)}](<${inline.address}>)`
    case 'break':
      return ' '
    default:
      return inline satisfies never
  }
}

const marks = { strong: '**', emphasis: '*', deleted: '~~' } as const
