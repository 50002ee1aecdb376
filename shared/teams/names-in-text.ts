/**
 * The names that stand in a text as whole words, in whatever case, in the order given. A name within the place of a
 * longer one is not meant: “Core Platform” names no “Platform”. Names that differ by case alone are named together.
 */
export function namesInText(text: string, names: readonly string[]): readonly string[] {
  const inLowerCase = spaced(text)
  const bySpelling = Map.groupBy(names, spaced)
  const taken: Place[] = []
  const found = new Set<string>()
  for (const spelling of [...bySpelling.keys()].toSorted((a, b) => b.length - a.length)) {
    if (spelling === '') continue
    const places = placesOf(inLowerCase, spelling).filter((place) => !taken.some((other) => place.from < other.to && other.from < place.to))
    if (places.length === 0) continue
    taken.push(...places)
    for (const name of bySpelling.get(spelling) ?? []) found.add(name)
  }
  return names.filter((name, index) => found.has(name) && names.indexOf(name) === index)
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Where a text is a word or words of another; one that begins within the one before is none. */
function placesOf(text: string, words: string): readonly Place[] {
  const places: Place[] = []
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from)) {
    const to = from + words.length
    const isWhole = !isLetterBefore(text, from) && !isLetterAfter(text, to)
    if (isWhole) places.push({ from, to })
    from = isWhole ? to : from + 1
  }
  return places
}

// a letter may be two units long; what is more than two away is none of it
function isLetterBefore(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at))
}

function isLetterAfter(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}_]/u.test(text.slice(at, at + 2))
}

function spaced(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}
