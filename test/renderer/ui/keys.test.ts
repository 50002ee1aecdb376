import { expect, test } from 'vitest'
import { ariaKeys, showKeys, splitKeys } from '../../../renderer/ui/keys.ts'

test('[U61] keys are shown one by one, as they stand on the keyboard', () => {
  expect(showKeys({ keys: 'Ctrl+Shift+z', mac: false })).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(showKeys({ keys: 'Alt+Up', mac: false })).toEqual(['Alt', '↑'])
  expect(showKeys({ keys: '?', mac: false })).toEqual(['?'])
})

test('[U61] on a Mac keys have its signs, and Ctrl is the command key', () => {
  expect(showKeys({ keys: 'Ctrl+Shift+z', mac: true })).toEqual(['⌘', '⇧', 'Z'])
  expect(ariaKeys({ keys: 'Ctrl+Shift+Z', mac: true })).toBe('Meta+Shift+Z')
})

test('[U61] screen readers are told keys by their names, the plus sign too', () => {
  expect(ariaKeys({ keys: 'Ctrl+K', mac: false })).toBe('Control+K')
  expect(ariaKeys({ keys: 'Alt+Left', mac: false })).toBe('Alt+ArrowLeft')
  expect(splitKeys('Ctrl++')).toEqual(['Ctrl', '+'])
  expect(ariaKeys({ keys: 'Ctrl++', mac: false })).toBe('Control+Plus')
  expect(splitKeys('+')).toEqual(['+'])
})
