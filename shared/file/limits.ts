import type { Steps } from '../changes/steps.ts'

/** What a file may be at most, checked before anything else happens. A plan of ten thousand goals has about 5 MB. */
export const limits = {
  /** UTF-16 units of the text. */
  length: 64 * 1024 * 1024,
  /** Of objects and lists within each other; ours have 4. */
  depth: 32,
  /** Of one value within a change: in the history it stands four levels deep, and what we write has to be read. */
  valueDepth: 28,
  /** Of one record, members of sets counted one by one; ours have 15 and some members. */
  fields: 2_000,
  records: 250_000,
  history: 2_000_000,
  /** Computers and windows that ever wrote, and files and pages that were taken in: each is told of in every parcel. */
  writers: 10_000,
} as const

/** How much of a text is looked through between two pauses. */
const stepLength = 512 * 1024

/**
 * How deep a JSON text nests, counted without parsing it: JSON.parse accepts a depth of millions, at which
 * whatever walks the result afterwards fails. Stops counting above `limits.depth`.
 */
export function* nestingDepthInSteps(json: string): Steps<number> {
  let depth = 0
  let deepest = 0
  let pauseAt = stepLength
  for (let index = 0; index < json.length && deepest <= limits.depth; index += 1) {
    if (index >= pauseAt) {
      yield
      pauseAt = index + stepLength
    }
    const code = json.charCodeAt(index)
    if (code === 0x22) index = endOfText(json, index)
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}

/** Where the text ends that begins with the quote at `from`. */
function endOfText(json: string, from: number): number {
  let quote = json.indexOf('"', from + 1)
  while (quote >= 0 && isEscaped(json, quote)) quote = json.indexOf('"', quote + 1)
  return quote < 0 ? json.length : quote
}

/** Whether an odd number of backslashes stands before it: of an even one each two mean a backslash. */
function isEscaped(json: string, quote: number): boolean {
  let before = quote - 1
  while (json.charCodeAt(before) === 0x5c) before -= 1
  return (quote - before) % 2 === 0
}
