/** Where letters of a text were matched: from, and up to but not including. */
export type TextRange = readonly [from: number, to: number]

export interface TextMatch {
  /** Higher is better; only to be compared with scores for the same query. */
  readonly score: number
  /** In the text, in order, without overlap. */
  readonly ranges: readonly TextRange[]
}

/**
 * Takes what was typed and a text with further words for it; returns how well they fit, or `null`.
 * Every word typed must be found: at the start of the text, at the start of a word, inside one, among the keywords,
 * or, for two letters and more, as letters in that order with each run at the start of a word (`mtd`: Move To Done).
 */
export function matchText(options: { readonly query: string; readonly text: string; readonly keywords?: readonly string[] | undefined }): TextMatch | null {
  const text = fold(options.text)
  const keywords = (options.keywords ?? []).map(fold)
  const ranges: TextRange[] = []
  let score = 0
  for (const word of fold(options.query).split(/\s+/).filter(Boolean)) {
    const found = matchWord({ word, text, keywords })
    if (found === null) return null
    score += found.score
    ranges.push(...found.ranges)
  }
  // Of two that fit alike, the one with less around it.
  return { score: score - Math.min(text.length, 100) / 100, ranges: merged(ranges) }
}

function matchWord({ word, text, keywords }: { readonly word: string; readonly text: string; readonly keywords: readonly string[] }): TextMatch | null {
  const starts = wordStarts(text)
  const atStart = starts.find((start) => text.startsWith(word, start))
  if (atStart !== undefined) return { score: atStart === 0 ? 100 : 80, ranges: [[atStart, atStart + word.length]] }
  if (keywords.some((keyword) => wordStarts(keyword).some((start) => keyword.startsWith(word, start)))) return { score: 60, ranges: [] }
  const inside = text.indexOf(word)
  if (inside >= 0) return { score: 40, ranges: [[inside, inside + word.length]] }
  const runs = word.length < 2 ? null : matchRuns({ word, text, starts })
  return runs === null ? null : { score: 20, ranges: runs }
}

/** The letters in order, each run of them at the start of a word; takes the longest run and tries shorter ones where that leads nowhere. */
function matchRuns({ word, text, starts }: { readonly word: string; readonly text: string; readonly starts: readonly number[] }): readonly TextRange[] | null {
  if (word === '') return []
  for (const [at, start] of starts.entries()) {
    let length = 0
    while (length < word.length && text[start + length] === word[length]) length += 1
    for (; length > 0; length -= 1) {
      const rest = matchRuns({ word: word.slice(length), text, starts: starts.slice(at + 1) })
      if (rest !== null) return [[start, start + length], ...rest]
    }
  }
  return null
}

function wordStarts(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index)
}

/** Lower case and without accents, letter by letter, so that positions stay what they were. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at)
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === 1 ? plain : letter
  }).join('')
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }
  return result
}
