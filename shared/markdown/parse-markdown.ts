import { Lexer, type MarkedToken, type Token } from 'marked'

/** What is read as Markdown; beyond it a text is shown as it was typed. */
export const markdownLimits = {
  /** UTF-16 units. */
  length: 20_000,
  /** Letters without a space: some of marked's patterns take time that grows with the square of it. */
  word: 2_000,
  /** Quotes in lists in quotes … */
  depth: 8,
} as const

/** A part of a text, and how many others it lies in. */
export interface MarkdownTokens {
  readonly tokens: readonly MarkedToken[]
  readonly depth: number
}

/** Markers of lists and quotes that a line begins with, each of which opens a block inside the one before. */
const openings = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))){9,}/m
const longWord = new RegExp(`\\S{${markdownLimits.word}}`)

/** The blocks of a Markdown text, or null where it should rather be shown as it was typed. */
export function parseMarkdown(text: string): readonly MarkedToken[] | null {
  if (text.length > markdownLimits.length || openings.test(text) || longWord.test(text)) return null
  try {
    return known(new Lexer({ gfm: true, breaks: true }).lex(text))
  } catch {
    return null // deep nesting that the limits above don't foresee overflows marked's stack
  }
}

/** `Token` also allows for those of extensions, of which there are none here. */
export function known(tokens: readonly Token[]): readonly MarkedToken[] {
  return tokens as readonly MarkedToken[]
}
