import type { PageLine } from './page-lines.ts'
import { pageLimits } from '../page/goals-page.ts'

export interface WordedLine {
  readonly line: PageLine
  /** The line's words, marks as plain words. */
  readonly wording: string
}

/** The lines of a note as Markdown: bullets stay bullets, a blank line parts paragraphs, and nothing else is markup. */
export function toMarkdown(lines: readonly WordedLine[]): string {
  let text = ''
  let indents: readonly number[] = []
  let before: 'nothing' | 'blank' | 'bullet' | 'text' = 'nothing'
  for (const { line, wording } of lines) {
    if (wording === '') {
      if (before !== 'nothing') before = 'blank'
      continue
    }
    if (before !== 'nothing') text += before === 'bullet' && line.bullet ? '\n' : '\n\n'
    if (line.bullet) {
      if (before === 'text') indents = []
      indents = [...indents.filter((indent) => indent < line.indent), line.indent].slice(0, pageLimits.level)
      text += `${'  '.repeat(indents.length - 1)}- ${escaped(wording)}`
      before = 'bullet'
    } else {
      indents = []
      text += escaped(wording)
      before = 'text'
    }
  }
  return text
}

/** Keeps what the page wrote from reading as markup. */
function escaped(wording: string): string {
  return markdownLine(markdownWords(wording))
}

/** Words anywhere in a line, so that none of them reads as markup. */
export function markdownWords(words: string): string {
  return words.replace(/[\\`*<[\]]|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}

/** A line whose words are Markdown, so that its beginning doesn't read as more. */
export function markdownLine(line: string): string {
  return line
    .replace(/^(?:[#>+-](?=\s|$)|[=-]{2,}$)/, '\\$&')
    .replace(/^([0-9]{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
