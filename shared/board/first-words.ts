const length = 140

/** The first words of a Markdown text as one plain line, cut at a word. */
export function firstWords(markdown: string): string {
  const plain = withoutAddresses(markdown.slice(0, 2_000)) // enough for any card, however long the note
    .replace(/^[ \t>]*(?:(?:[-*+•]|\d+\.|#{1,6})[ \t]+)?/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`
}

/** Links and pictures as their words alone, whatever brackets stand in their addresses. In time that grows with the text. */
function withoutAddresses(text: string): string {
  const ends = bracketEnds(text)
  const skipped = new Map<number, number>()
  let words = ''
  for (let at = 0; at < text.length; ) {
    const past = skipped.get(at)
    const start = text.startsWith('![', at) ? at + 1 : at
    const labelEnd = text.charAt(start) === '[' ? ends.get(start) : undefined
    const addressEnd = labelEnd !== undefined && text.charAt(labelEnd + 1) === '(' ? ends.get(labelEnd + 1) : undefined
    if (past !== undefined) at = past
    else if (labelEnd !== undefined && addressEnd !== undefined) {
      skipped.set(labelEnd, addressEnd + 1)
      at = start + 1
    } else {
      words += text.charAt(at)
      at += 1
    }
  }
  return words
}

/** Where each bracket that is opened ends, those of a kind within each other; what follows a backslash is none. */
function bracketEnds(text: string): ReadonlyMap<number, number> {
  const open: Readonly<Record<string, number[]>> = { ']': [], ')': [] }
  const ends = new Map<number, number>()
  for (const { index, 0: mark } of text.matchAll(/\\[^]|[[\]()]/g)) {
    if (mark === '[') open[']']?.push(index)
    else if (mark === '(') open[')']?.push(index)
    else {
      const from = open[mark]?.pop()
      if (from !== undefined) ends.set(from, index)
    }
  }
  return ends
}
