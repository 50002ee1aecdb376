import { afterEach, expect, test, vi } from 'vitest'
import { readPreferences, savePreferences } from '../../../renderer/data/preferences.ts'

afterEach(() => void vi.unstubAllGlobals())

function keep(start: string | null): void {
  let kept = start
  vi.stubGlobal('localStorage', { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) })
}

test('[U9] preferences come back as they were saved', () => {
  keep(null)
  savePreferences({ theme: 'dark', singleKeys: false })
  expect(readPreferences()).toEqual({ theme: 'dark', singleKeys: false })
})

test('[U9] what is no preference, and a browser that keeps nothing, give the defaults', () => {
  for (const text of [null, '', '{', 'null', '[]', '{"theme":"pink","singleKeys":"no"}']) {
    keep(text)
    expect(readPreferences()).toEqual({ theme: 'system', singleKeys: true })
  }
  vi.stubGlobal('localStorage', undefined)
  expect(readPreferences()).toEqual({ theme: 'system', singleKeys: true })
  expect(() => savePreferences({ theme: 'light', singleKeys: true })).not.toThrow()
})
