import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchText } from '../../../renderer/ui/match-text.ts'

const score = (query: string, text: string, keywords?: readonly string[]): number => matchText({ query, text, keywords })?.score ?? Number.NEGATIVE_INFINITY
const marked = (query: string, text: string): string | undefined => {
  const match = matchText({ query, text })
  return match?.ranges.map(([from, to]) => text.slice(from, to)).join('|')
}

test('[U62] the start of the text is better than the start of a word, then keywords, then inside a word, then initials', () => {
  const falling = [score('move', 'Move to Done'), score('move', 'Quickly move away'), score('move', 'Go elsewhere', ['move']), score('ove', 'Move to Done'), score('mtd', 'Move to Done')]
  expect(falling).toEqual(falling.toSorted((a, b) => b - a))
  expect(new Set(falling).size).toBe(falling.length)
  expect(falling.every(Number.isFinite)).toBe(true)
})

test('[U62] every word typed must be found, in any order', () => {
  expect(matchText({ query: 'done move', text: 'Move to Done' })).not.toBeNull()
  expect(matchText({ query: 'done blocked', text: 'Move to Done' })).toBeNull()
})

test('[U62] the letters that were found are marked, once', () => {
  expect(marked('mo do', 'Move to Done')).toBe('Mo|Do')
  expect(marked('mtd', 'Move to Done')).toBe('M|t|D')
  expect(marked('modo', 'Move to Done')).toBe('Mo|Do')
  expect(marked('move mo', 'Move to Done')).toBe('Move')
})

test('[U62] accents and case do not matter, nor move the marks', () => {
  expect(marked('evaluer', 'Équipe: évaluer İstanbul')).toBe('évaluer')
  expect(matchText({ query: '', text: 'Anything' })).toMatchObject({ ranges: [] })
})

test('[U62] letters strewn over the text are not a match', () => {
  expect(matchText({ query: 'vdn', text: 'Move to Done' })).toBeNull()
})

test('[U62] a text is found by any part of itself, and what is marked is what was typed', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', ' ', 'é', '-'), minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(texts, fc.nat(13), fc.nat(13), (text, one, other) => {
      const query = text.slice(Math.min(one, other), Math.max(one, other))
      const match = matchText({ query, text })
      expect(match).not.toBeNull()
      for (const [at, [from, to]] of (match?.ranges ?? []).entries()) {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(match?.ranges[at - 1]?.[1] ?? 0)
        expect(to).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
