/**
 * Wikitext without what its page doesn't show, line for line: comments are taken out, and what stands in `<nowiki>`
 * or `<pre>` becomes entities, so that nothing after this takes it for markup. What is opened and never closed stays
 * as it is written. A footnote stands in brackets where it is made.
 * @param kept how a comment begins that is left in
 */
export function withoutHidden(text: string, kept: string | null = null): string {
  const lower = text.toLowerCase()
  const parts: string[] = []
  const unclosed = new Set<string>()
  let from = 0
  for (const match of text.matchAll(openPattern)) {
    if (match.index < from || (kept !== null && text.startsWith(kept, match.index))) continue
    const name = match[1]?.toLowerCase() ?? '!--'
    const close = name === '!--' ? '-->' : `</${name}>`
    const start = match.index + match[0].length
    // looked for once: else a page of nothing but openings would be searched to its end for each
    const end = unclosed.has(close) ? -1 : lower.indexOf(close, start)
    if (end < 0) {
      unclosed.add(close)
      continue
    }
    const inside = text.slice(start, end)
    parts.push(text.slice(from, match.index), name === '!--' ? inside.replace(/[^\r\n]+/g, '') : asEntities(inside))
    from = end + close.length
  }
  parts.push(text.slice(from))
  return parts.join('').replace(/<ref\b[^<>/]*\/>/gi, '').replace(/<ref\b[^<>]*>/gi, ' (').replace(/<\/ref>/gi, ')')
}

const openPattern = /<(?:!--|(nowiki|pre)\b[^<>/]*>)/gi

function asEntities(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, (character) => `&#${character.codePointAt(0)};`)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', minus: '−', times: '×', rarr: '→', larr: '←', check: '✓' }

/** Entities as what they stand for; one that stands for nothing a text can hold stays as it is. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name.toLowerCase()) ? (named[name.toLowerCase()] ?? whole) : whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code === 0 || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff) ? whole : String.fromCodePoint(code)
  })
}
