import type { TaskLink } from '../plan/task-links.ts'
import { element, link, voidElement, type HtmlChild, type HtmlNode } from './html-element.ts'
import { noteBlocks, type NoteBlock, type NoteInline } from './note-blocks.ts'
import { textWithTasks } from './task-words.ts'

/** A note as elements, in which the ids of tasks lead to where they lie. */
export function noteToHtml(text: string, links: readonly TaskLink[]): readonly HtmlNode[] {
  return noteBlocks(text).map((block) => blockNode(block, links))
}

function blockNode(block: NoteBlock, links: readonly TaskLink[]): HtmlNode {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, inlineNodes(block.inlines, links))
    case 'list': {
      const items = block.items.map((item) => element('li', {}, item.map((part) => blockNode(part, links))))
      return block.first === null ? element('ul', {}, items) : element('ol', { start: String(block.first) }, items)
    }
    case 'quote':
      return element('blockquote', {}, block.blocks.map((part) => blockNode(part, links)))
    case 'code':
      return element('pre', {}, element('code', {}, block.text))
    case 'table': {
      const [head = [], ...rows] = block.rows
      const rowOf = (tag: 'th' | 'td', row: typeof head): HtmlNode => element('tr', {}, row.map((cell) => element(tag, {}, inlineNodes(cell, links))))
      return element('table', {}, element('thead', {}, rowOf('th', head)), element('tbody', {}, rows.map((row) => rowOf('td', row))))
    }
    case 'rule':
      return voidElement('hr')
    default:
      return block satisfies never
  }
}

function inlineNodes(inlines: readonly NoteInline[], links: readonly TaskLink[]): readonly HtmlChild[] {
  return inlines.flatMap((inline) => (inline.kind === 'text' ? textNodes(inline.text, links) : inlineNode(inline, links)))
}

function textNodes(text: string, links: readonly TaskLink[]): readonly HtmlChild[] {
  return textWithTasks(text, links).map((piece) => (piece.address === null ? piece.text : link(piece.address, [piece.text])))
}

function inlineNode(inline: Exclude<NoteInline, { readonly kind: 'text' }>, links: readonly TaskLink[]): HtmlChild {
  switch (inline.kind) {
    case 'code':
      return element('code', {}, inline.text)
    case 'strong':
      return element('strong', {}, inlineNodes(inline.inlines, links))
    case 'emphasis':
      return element('em', {}, inlineNodes(inline.inlines, links))
    case 'deleted':
      return element('del', {}, inlineNodes(inline.inlines, links))
    case 'link':
      // in a link there is no other
      return link(inline.address, inlineNodes(inline.inlines, []))
    case 'break':
      return voidElement('br')
    default:
      return inline satisfies never
  }
}
