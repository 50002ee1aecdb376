import { isSafeAddress } from '../markdown/safe-address.ts'

/**
 * A text on one line of Markdown (GFM) that reads as it was typed: nothing in it is marked up, made a heading, a
 * list, HTML or an entity. An https or http address in it is the one thing that becomes what it is, a link.
 */
export function escapeMarkdown(text: string): string {
  const pieces = onOneLine(text).split(/(https?:\/\/[^\s<>]*[^\s<>.,:;!?'"”)\]])/i)
  return pieces.map((piece, at) => (at % 2 === 1 && isSafeAddress(piece) && !/&#?\w+;/.test(piece) ? `<${piece}>` : escapePiece(piece, at === 0))).join('')
}

/** The same within the words of a link, where no other link can be. */
export function escapeLinkWords(text: string): string {
  return escapePiece(onOneLine(text), true)
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function escapePiece(text: string, isFirst: boolean): string {
  const escaped = text
    .replace(/[\\`*_[\]<>~|$]/g, '\\$&')
    .replace(/&(?=#?\w)/g, '&amp;')
    // what would become a link by itself
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
  return isFirst ? escaped.replace(/^[#+\-=:]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2') : escaped
}

/** A span of code, with as many marks around it as it takes. */
export function markdownCode(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  const fence = fenceFor(line, 1)
  const isTight = line !== '' && !/^`|`$|^ .* $/.test(line)
  return isTight ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`
}

/** More backticks than any run in a text, and at least so many. */
export function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(Math.max(least, longest + 1))
}
