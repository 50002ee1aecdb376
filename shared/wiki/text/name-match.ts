import { createWordIndex, wordsOf } from './word-index.ts'

/** Finds which of a section's goals the words of a note name. */
export interface NameIndex<K> {
  /** The goals that a clause names, best first; empty when it names none. */
  readonly namedBy: (clause: string) => readonly K[]
}

export interface NamedThing<K> {
  readonly key: K
  readonly title: string
  readonly stretch: boolean
}

/** One word that no other goal has names a goal; words that several share add up. */
const enough = 0.99
/** What a word counts that also stands in the titles above the goals: it tells little. */
const commonWeight = 0.25

/**
 * @param things the goals that can be named
 * @param common texts whose words name little by themselves: the titles of program, outcome and output
 */
export function createNameIndex<K>({ things, common }: { readonly things: readonly NamedThing<K>[]; readonly common: readonly string[] }): NameIndex<K> {
  const commonWords = createWordIndex([...new Set(common.flatMap(wordsOf))].map((word) => ({ word, value: true })))
  const titles = things.map((thing) => ({ key: thing.key, words: [...new Set(wordsOf(thing.title))] }))
  const byWord = createWordIndex(titles.flatMap(({ key, words }) => words.map((word) => ({ word, value: key }))))
  const byFirstWord = createWordIndex(titles.flatMap(({ key, words }) => words.slice(0, 1).map((word) => ({ word, value: key }))))
  const stretch = things.filter((thing) => thing.stretch).map((thing) => thing.key)

  const namedBy = (clause: string): readonly K[] => {
    if (/\bstretch goals?\b/i.test(clause)) return stretch
    const words = wordsOf(clause)
    const scores = new Map<K, number>()
    const score = ({ keys, weight }: { readonly keys: ReadonlySet<K>; readonly weight: number }): void => {
      for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + weight / keys.size)
    }
    for (const word of new Set(pairsOf(words))) score({ keys: byWord.findExact(word), weight: 1 })
    for (const word of new Set(words)) {
      const weight = commonWords.find(word).size > 0 ? commonWeight : 1
      score({ keys: byWord.find(word), weight })
      // `Upgrade is still` begins as one title does, however common the word
      if (word === words[0]) score({ keys: byFirstWord.find(word), weight: 1 - weight })
    }
    const best = [...scores.values()].reduce((most, sum) => Math.max(most, sum), 0)
    return [...scores].filter(([, sum]) => sum >= enough && sum >= best / 2).toSorted(([, a], [, b]) => b - a).map(([key]) => key)
  }
  return { namedBy }
}

/** Neighbours as one word: a note may write `event gate` for `eventgate`. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`)
}
