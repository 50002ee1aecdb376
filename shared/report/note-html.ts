import { element, link, voidElement, type HtmlChild, type HtmlNode } from './html-element.ts'
import { noteBlocks, type NoteBlock, type NoteInline } from './note-blocks.ts'

/** A note as elements. */
export function noteToHtml(text: string): readonly HtmlNode[] {
  return noteBlocks(text).map(blockNode)
}

function blockNode(block: NoteBlock): HtmlNode {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, inlineNodes(block.inlines))
    case 'list': {
      const items = block.items.map((item) => element('li', {}, item.map(blockNode)))
      return block.first === null ? element('ul', {}, items) : element('ol', { start: String(block.first) }, items)
    }
    case 'quote':
      return element('blockquote', {}, block.blocks.map(blockNode))
    case 'code':
      return element('pre', {}, element('code', {}, block.text))
    case 'table': {
      const [head = [], ...rows] = block.rows
      const rowOf = (tag: 'th' | 'td', row: typeof head): HtmlNode => element('tr', {}, row.map((cell) => element(tag, {}, inlineNodes(cell))))
      return element('table', {}, element('thead', {}, rowOf('th', head)), element('tbody', {}, rows.map((row) => rowOf('td', row))))
    }
    case 'rule':
      return voidElement('hr')
    default:
      return block satisfies never
  }
}

function inlineNodes(inlines: readonly NoteInline[]): readonly HtmlChild[] {
  return inlines.map(inlineNode)
}

function inlineNode(inline: NoteInline): HtmlChild {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return element('code', {}, inline.text)
    case 'strong':
      return element('strong', {}, inlineNodes(inline.inlines))
    case 'emphasis':
      return element('em', {}, inlineNodes(inline.inlines))
    case 'deleted':
      return element('del', {}, inlineNodes(inline.inlines))
    case 'link':
      return link(inline.address, inlineNodes(inline.inlines))
    case 'break':
      return voidElement('br')
    default:
      return inline satisfies never
  }
}
