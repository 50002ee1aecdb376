import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldDifference, textDifference, type TextPart } from '../../../shared/review/text-difference.ts'

/** Removed words in brackets, added ones in braces. */
function shown(parts: readonly TextPart[] | null): string | null {
  const signs = { same: ['', ''], removed: ['[', ']'], added: ['{', '}'] } as const
  return parts === null ? null : parts.map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`).join('')
}

const textOf = (parts: readonly TextPart[], without: TextPart['kind']): string => parts.filter(({ kind }) => kind !== without).map(({ text }) => text).join('')
const anyText = fc.array(fc.constantFrom('a', 'b', 'Ω', 'до', ' ', ' ', '\n', '.', '🙂'), { maxLength: 14 }).map((parts) => parts.join(''))

describe('what changed within a text', () => {
  test('[U122] is told word by word, in any script', () => {
    expect(shown(textDifference('Collect CI metrics for tools.', 'Collect all CI metrics, for tools.'))).toBe('Collect {all }CI metrics{,} for tools.')
    expect(shown(textDifference('Собрать метрики для сборок', 'Собрать числа для сборок'))).toBe('Собрать [метрики]{числа} для сборок')
  })

  test('[U122] changes with nothing but space between them are one', () => {
    expect(shown(textDifference('we move the old service to it', 'we move a new service to it'))).toBe('we move [the old]{a new} service to it')
  })

  test('[U122] the parts give both texts back, whatever they are', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = textDifference(before, after)
        if (parts === null) return
        expect(textOf(parts, 'added')).toBe(before)
        expect(textOf(parts, 'removed')).toBe(after)
        expect(parts.every(({ text }) => text !== '')).toBe(true)
      }),
    )
  })

  test('[U122] texts with little in common are shown whole, one after the other', () => {
    expect(textDifference('one two three', 'quite another sentence')).toBeNull()
    const words = (from: number): string => Array.from({ length: 2_000 }, (_, index) => `w${index + from}`).join(' ')
    expect(textDifference(words(0), words(1_500))).toBeNull()
  })

  test('[U122] of a long text what is unchanged is cut at words, around each change', () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
    const parts = textDifference(`${long} old ${long}`, `${long} new ${long}`)
    expect(shown(foldDifference(parts ?? [], 20))).toBe('… word58 word59 [old]{new} word0 word1 word2 …')
    expect(foldDifference(textDifference('short old', 'short new') ?? [], 20)).toEqual(textDifference('short old', 'short new'))
  })
})
