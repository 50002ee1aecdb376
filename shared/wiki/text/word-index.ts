const fillers = new Set(
  'a all also and any are as at be been but by can currently discussed do for from get goal has have in into is it its now of on or our still that the then these they this to was we were will with work'.split(' '),
)
const stem = 5
/** A word that stands for more things than this tells none of them apart; it also bounds the work on a hostile page. */
const mostValues = 200

/** The words of a text that can tell something: lower case, without plural `s`, fillers left out. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !fillers.has(word)).map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
}

/** Whether two words are forms of one: `instrument` and `instrumenting`, `migrate` and `migration`. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < stem) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  return same === short.length || (same > stem && same >= long.length * 0.6)
}

/** Values found by any form of their words. */
export interface WordIndex<V> {
  readonly find: (word: string) => ReadonlySet<V>
  /** Only the very word, no other form of it. */
  readonly findExact: (word: string) => ReadonlySet<V>
}

export function createWordIndex<V>(entries: readonly { readonly word: string; readonly value: V }[]): WordIndex<V> {
  // forms of one word share their first letters, so only those are compared
  const buckets = Map.groupBy(entries, ({ word }) => word.slice(0, stem))
  const answers = new Map<string, ReadonlySet<V>>()
  const exact = Map.groupBy(entries, ({ word }) => word)
  const find = (word: string): ReadonlySet<V> => {
    const bucket = buckets.get(word.slice(0, stem))
    const known = answers.get(word)
    if (bucket === undefined || known !== undefined) return known ?? new Set()
    const answer = valuesOf(bucket.filter((entry) => isSameWord(entry.word, word)))
    answers.set(word, answer)
    return answer
  }
  return { find, findExact: (word) => valuesOf(exact.get(word) ?? []) }
}

function valuesOf<V>(entries: readonly { readonly value: V }[]): ReadonlySet<V> {
  const values = new Set(entries.map((entry) => entry.value))
  return values.size > mostValues ? new Set() : values
}
