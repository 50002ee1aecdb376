import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesInText } from '../../../shared/teams/names-in-text.ts'

const words = ['core', 'platform', 'sre', 'a.b', '(x', 'c++', 'é', '𝒳', '$&'] as const
const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })

/** By its definition, on lists of words: the longest first, each word only once. */
function namedBy(text: readonly string[], names: readonly (readonly string[])[]): ReadonlySet<string> {
  const isTaken = text.map(() => false)
  const found = new Set<string>()
  for (const name of names.toSorted((a, b) => b.join(' ').length - a.join(' ').length)) {
    for (let at = 0; at + name.length <= text.length; at += 1) {
      const isThere = name.every((word, index) => text[at + index] === word && isTaken[at + index] === false)
      if (!isThere) continue
      found.add(name.join(' '))
      for (let index = 0; index < name.length; index += 1) isTaken[at + index] = true
    }
  }
  return found
}

describe('the names that stand in a text', () => {
  test('[P1] are found as whole words, in whatever case, also with the signs of patterns in them', () => {
    expect(namesInText('our friends of sre’s night shift', ['SRE', 'RelEng'])).toEqual(['SRE'])
    expect(namesInText('sreeling presre sre_ 1sre', ['SRE'])).toEqual([])
    expect(namesInText('C++ and (a|b)*', ['(A|B)*', 'c++', '.*', '$'])).toEqual(['(A|B)*', 'c++'])
    expect(namesInText('İstanbul', ['i', 'istanbul'])).toEqual([])
    expect(namesInText('𝒳SRE', ['SRE'])).toEqual([])
    expect(namesInText('waits for core\n  platform', ['Core  Platform'])).toEqual(['Core  Platform'])
  })

  test('[P2] the longest counts where one stands within another; by itself the shorter is named too', () => {
    expect(namesInText('Core Platform', ['Platform', 'Core Platform', 'Core'])).toEqual(['Core Platform'])
    expect(namesInText('Core Platform, then Platform', ['Platform', 'Core Platform'])).toEqual(['Platform', 'Core Platform'])
    expect(namesInText('sre', ['SRE', 'sre', 'SRE'])).toEqual(['SRE', 'sre'])
  })

  test('[P1] an empty name or text names nobody, and a very long one costs no more than its letters', () => {
    expect(namesInText('', ['', ' ', 'SRE'])).toEqual([])
    expect(namesInText('text', ['', '  '])).toEqual([])
    expect(namesInText('a'.repeat(100_000), ['a'.repeat(200), 'aa'])).toEqual([])
    expect(namesInText('a '.repeat(50_000), ['a'.repeat(200), 'a']).length).toBe(1)
  })

  test('[P1] [P2] as by the definition, word by word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), fc.uniqueArray(phrase, { selector: (name) => name.join(' '), maxLength: 5 }), (text, names) => {
        // of two names of one length that overlap either may be meant
        const lengths = names.map((name) => name.join(' ').length)
        fc.pre(new Set(lengths).size === lengths.length)
        expect(new Set(namesInText(text.join(' ').toUpperCase(), names.map((name) => name.join(' '))))).toEqual(namedBy(text, names))
      }),
    )
  })

  test('[P1] whatever the names, each that is found is one of them, and a text that is a name names it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 5 }), (text, names) => {
        expect(namesInText(text, names).every((name) => names.includes(name))).toBe(true)
        expect(namesInText(text, [text, ...names]).includes(text)).toBe(text.trim() !== '')
      }),
    )
  })
})
