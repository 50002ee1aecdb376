import { afterEach, expect, test, vi } from 'vitest'
import { readPreferences, savePreferences } from '../../../renderer/data/preferences.ts'

afterEach(() => void vi.unstubAllGlobals())

function keep(start: string | null): void {
  let kept = start
  vi.stubGlobal('localStorage', { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) })
}

test('[U9] preferences come back as they were saved', () => {
  keep(null)
  savePreferences({ theme: 'dark', singleKeys: false, paper: 'Letter' })
  expect(readPreferences()).toEqual({ theme: 'dark', singleKeys: false, paper: 'Letter' })
})

test('[U9] what is no preference, and a browser that keeps nothing, give the defaults', () => {
  for (const text of [null, '', '{', 'null', '[]', '{"theme":"pink","singleKeys":"no","paper":"A0"}']) {
    keep(text)
    expect(readPreferences()).toEqual({ theme: 'system', singleKeys: true, paper: 'A4' })
  }
  vi.stubGlobal('localStorage', undefined)
  expect(readPreferences()).toEqual({ theme: 'system', singleKeys: true, paper: 'A4' })
  expect(() => savePreferences({ theme: 'light', singleKeys: true, paper: 'A4' })).not.toThrow()
})
