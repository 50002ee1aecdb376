const length = 140

/** The first words of a Markdown text as one plain line, cut at a word. */
export function firstWords(markdown: string): string {
  const plain = markdown
    .slice(0, 2_000) // enough for any card, however long the note
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t>]*(?:(?:[-*+•]|\d+\.|#{1,6})[ \t]+)?/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`
}
