import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { isExternalAddress } from '../../../shared/bridge/external-address.ts'
import { cleanLine, cleanText } from '../../../shared/report/clean-text.ts'
import { escapeMarkdown, escapeLinkWords } from '../../../shared/report/escape-markdown.ts'
import { escapeWikitext } from '../../../shared/report/escape-wikitext.ts'
import { isSafeAddress } from '../../../shared/markdown/safe-address.ts'
import { hostileStrings } from './hostile-strings.ts'
import { decoded, plainOf } from './written-goals.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 1_000) }
const marks = ['*', '_', '`', '~', '#', '+', '-', '=', ':', ';', '!', '|', '<', '>', '&', '[', ']', '(', ')', '{', '}', '\\', '/', "'", '"', '$', '@', '.', '1', ' ', 'a', 'http://', 'https://x', 'www.', 'javascript:', '\n', '\t', '&amp;', '&#60;', '__', "''", '~~~', '{{', '}}', '[[', ']]', '<b>', '\u202e', '\u2066', '\u2069', '\0']
const anyText = fc.oneof({ weight: 3, arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 14 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: fc.constantFrom(...hostileStrings) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) })
const each = (check: (text: string) => void): void => {
  for (const text of hostileStrings) check(text)
  fc.assert(fc.property(anyText, check), runs)
}

describe('a text of people’s', () => {
  test('[R13] ends the directions of writing that it opened, and its control characters are in sight', () => {
    each((text) => {
      for (const clean of [cleanText(text), cleanLine(text)]) {
        expect(clean).not.toMatch(/(?![\n\t])\p{Cc}/u)
        expect(openDirections(clean)).toBe(0)
        expect(cleanText(clean)).toBe(clean)
      }
      expect(cleanLine(text)).not.toMatch(/[\n\t]|^\s|\s$/u)
    })
    expect(cleanLine('a\u202eb')).toBe('a\u202eb\u202c')
    expect(cleanText('a\0\r\nb')).toBe('a\uFFFD\nb')
  })

  test('[R21] in Markdown it is shown as it was typed, in the middle of a line, at its beginning and in bold', () => {
    each((typed) => {
      const text = cleanLine(typed)
      if (text === '') return
      for (const [markdown, shown] of [[escapeMarkdown(text), text], [`**${escapeMarkdown(text)}**`, text], [`x ${escapeMarkdown(text)} y`, `x ${text} y`]] as const) {
        const html = marked.parse(markdown, { async: false })
        expect(plainOf(html).trim()).toBe(shown)
        expect([...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name).filter((name) => !['p', 'strong', 'a'].includes(name ?? ''))).toEqual([])
        for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) expect(decoded(address)).toMatch(/^https?:\/\//)
      }
      expect(marked.parseInline(escapeLinkWords(text), { async: false })).not.toContain('<a')
    })
  })

  test('[R22] in wikitext none of it is a template, link, table, heading, list, signature, tag or magic word, and it reads as it was typed', () => {
    each((typed) => {
      const text = cleanLine(typed)
      const wikitext = escapeWikitext(text)
      expect(decoded(wikitext)).toBe(text)
      expect(wikitext).not.toMatch(/[[\]{}|<>\n]|''|~~|__|!!|--/)
      expect(wikitext).not.toMatch(/^[\s*#:;=!'~_+-]|[\s='~_]$/)
      expect(wikitext.replace(/&#\d+;/g, '')).not.toContain('&')
      expect(wikitext).not.toMatch(/\b(?:mailto|ftp|javascript|news|tel|data):\S/i)
      expect(wikitext).not.toMatch(/\b(?:RFC|ISBN|PMID) \d/)
    })
  })

  test('[R26] an address is safe where a browser would open it with https, http or mailto, and with no name before its host', () => {
    let safe = 0
    const anyAddress = fc.tuple(fc.constantFrom('https://', 'http://', 'HTTPS://', 'mailto:', 'https:', 'https:/', 'https:///', 'javascript:', 'data:', '//', ' https://', 'http:\\\\'), fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '.', '@', '/', '\\', '?', '#', ':', '%', ' ', '<', 'host.example', 'host.example', '/page', '?a=b', '\t', '&#58;', '\u202e'), { maxLength: 8 })).map(([scheme, rest]) => scheme + rest.join(''))
    fc.assert(
      fc.property(fc.oneof(anyAddress, fc.constantFrom(...hostileStrings)), (address) => {
        if (!isSafeAddress(address)) return
        safe += 1
        expect(address).not.toMatch(/[\s<>"\\`|^{}]|\p{C}/u)
        // what is no address at all leads nowhere
        expect(isExternalAddress(URL.parse(address) ?? new URL('https://nowhere.example'))).toBe(true)
        expect(address).toMatch(/^(?:https?:\/\/[^/?#@]|mailto:)/i)
      }),
      runs,
    )
    expect(safe).toBeGreaterThan(10)
    expect(['https://phabricator.wikimedia.org/T205923', 'http://x.example/a?b=c&d#e', 'mailto:a@b.example'].every(isSafeAddress)).toBe(true)
    expect(['', 'javascript:alert(1)', 'https://a@b.example', 'https:///x', '//x.example', 'https://x.example/ y', `https://${'x'.repeat(3_000)}`].some(isSafeAddress)).toBe(false)
  })
})

/** How many directions a text leaves open, counted by its marks alone. */
function openDirections(text: string): number {
  let open: readonly ('embedding' | 'isolate')[] = []
  for (const letter of text) {
    if ('\u202a\u202b\u202d\u202e'.includes(letter)) open = [...open, 'embedding']
    if ('\u2066\u2067\u2068'.includes(letter)) open = [...open, 'isolate']
    if (letter === '\u202c' && open.at(-1) === 'embedding') open = open.slice(0, -1)
    if (letter === '\u2069' && open.includes('isolate')) open = open.slice(0, open.lastIndexOf('isolate'))
  }
  return open.length
}
