import { isSafeAddress } from '../markdown/safe-address.ts'
import { markdownLine, markdownWords } from '../wiki/text/note-markdown.ts'
import { templateTable } from '../wiki/text/status-templates.ts'
import { shownLine } from '../wiki/source/wikitext-inline.ts'

const noTemplates = templateTable([])

/** Words as a line of wikitext that shows them and nothing else. */
export function wikiText(text: string): string {
  const line = wikiWords(singleLine(text))
  return line.replace(/^[*#:;=-]/, entity).replace(/=$/, entity)
}

/** What a line of wikitext shows, on one line. A template stays as it is written. */
export function plainText(source: string): string {
  return singleLine(shownLine({ text: source, table: noTemplates }).text)
}

/** A text of several lines on one line of wikitext. */
export function wikiLines(text: string): string {
  return text.split('\n').map(wikiText).join('<br />')
}

export function plainLines(source: string): string {
  return source.split(/<br\b[^<>]{0,20}>/i).map(plainText).join('\n')
}

const markdownPattern = /\\([\\`*_[\]<>#+.)=~-])|\[([^[\]\\\n]{1,300})\]\((https?:\/\/[^\s()<>[\]{}|"']{1,500})\)|\*\*([^*\\\n]{1,500})\*\*|`([^`\\\n]{1,300})`/g

/** Markdown as lines of wikitext: bullets, bold, code and links; everything else is words. */
export function markdownToWiki(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => {
    const [, indent = '', words = line] = /^( {0,30})[-*+] (.*)$/.exec(line) ?? []
    const text = inlineToWiki(words)
    return words === line && !/^ {0,30}[-*+] /.test(line) ? text.replace(/^[*#:;=-]/, entity).replace(/=$/, entity) : `${'*'.repeat(Math.floor(indent.length / 2) + 1)} ${text}`
  })
}

/** Lines of wikitext as Markdown; blank lines at either end are left out, several become one. */
export function wikiToMarkdown(lines: readonly string[]): string {
  const texts = lines.map((line) => {
    const [, stars = '', words = line] = /^([*#]{1,16})\s*(.*)$/.exec(line) ?? []
    const text = inlineToMarkdown(words)
    return stars === '' ? markdownLine(text) : `${'  '.repeat(stars.length - 1)}- ${markdownLine(text)}`
  })
  return texts.filter((text, index) => text !== '' || (texts[index - 1] ?? '') !== '').join('\n').replace(/\n+$/, '')
}

function inlineToWiki(line: string): string {
  let text = ''
  let from = 0
  const words = singleLine(line)
  for (const match of words.matchAll(markdownPattern)) {
    const [whole, plain, label, address, bold, code] = match
    text += wikiWords(words.slice(from, match.index))
    if (plain !== undefined) text += wikiWords(plain)
    // an address that reads as another host than it leads to stays words
    else if (address !== undefined) text += isSafeAddress(address) ? `[${address} ${wikiWords(label ?? '')}]` : wikiWords(whole)
    else if (bold !== undefined) text += `'''${wikiWords(bold)}'''`
    else text += `<code>${wikiWords(code ?? '')}</code>`
    from = match.index + whole.length
  }
  return text + wikiWords(words.slice(from))
}

const wikiPattern = /\[(https?:\/\/[^\s[\]<>"]{1,500}) ([^[\]]{1,1000})\]|'''([^']{1,1000})'''|<code>([^<>`]{1,1000})<\/code>/g

function inlineToMarkdown(source: string): string {
  let text = ''
  let from = 0
  const words = (part: string): string => markdownWords(shownLine({ text: part, table: noTemplates }).text.replace(/\s+/g, ' '))
  for (const match of source.matchAll(wikiPattern)) {
    const [whole, address, label, bold, code] = match
    text += words(source.slice(from, match.index))
    if (address !== undefined) text += `[${words(label ?? '')}](${address})`
    else if (bold !== undefined) text += `**${words(bold)}**`
    else text += `\`${shownLine({ text: code ?? '', table: noTemplates }).text}\``
    from = match.index + whole.length
  }
  return (text + words(source.slice(from))).trim()
}

/** As a wiki keeps it: composed letters, single spaces and none of the characters that it takes out. */
function singleLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\ufeff\ufffe\uffff]+/gu, ' ')
    .trim()
}

/** Characters that are markup become entities, those that are only in a row become such in a row. */
function wikiWords(words: string): string {
  return words.replace(/[&<>[\]{}|]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_/g, entity)
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}
