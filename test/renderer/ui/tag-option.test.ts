import { expect, test } from 'vitest'
import { tagChoices } from '../../../renderer/ui/tag-option.ts'

const options = [
  { value: 'SRE', label: 'SRE' },
  { value: 'RelEng', label: 'Release Engineering', hint: '7 goals' },
  { value: 'Core', label: 'Core Platform' },
]
const offered = (typed: string, chosen: readonly string[] = [], parseNew?: (text: string) => string | null) =>
  tagChoices({ options, chosen, typed, parseNew, addLabel: (text) => `Add ${text}` }).map(({ label }) => label)

test('[U64] a tag field offers what is not chosen yet, what begins with the letters first', () => {
  expect(offered('')).toEqual(['SRE', 'Release Engineering', 'Core Platform'])
  expect(offered('', ['SRE'])).toEqual(['Release Engineering', 'Core Platform'])
  expect(offered('re')).toEqual(['Release Engineering', 'SRE', 'Core Platform'])
  expect(offered('plat')).toEqual(['Core Platform'])
})

test('[U64] the typed text comes last, where it is allowed and new', () => {
  const any = (text: string) => text
  expect(offered('eng', [], any)).toEqual(['Release Engineering', 'Add eng'])
  expect(offered('sre', [], any)).toEqual(['SRE'])
  expect(offered('SRE', ['SRE'], any)).toEqual([])
  expect(offered('x', [], () => null)).toEqual([])
  expect(offered('x')).toEqual([])
})
