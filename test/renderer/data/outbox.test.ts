import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearOutbox, keepInOutbox, readOutbox, takeFromOutbox } from '../../../renderer/data/outbox.ts'
import type { Commit } from '../../../renderer/data/storage.ts'
import { fakeLocalStorage } from '../fake-local-storage.ts'

const commit: Commit = { action: 'goalMoved', at: 1, changes: [{ at: '0000000001-000-aaaaaaaaaa0', on: 'goal:a', set: { status: 'done' } }] }

beforeEach(() => void vi.stubGlobal('localStorage', fakeLocalStorage()))
afterEach(() => void vi.unstubAllGlobals())

test('[S26] what a closing page could not write is there for the next, from every window, until it is written', () => {
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [commit] })
  keepInOutbox({ plan: 'plan:a', slot: 1, commits: [{ ...commit, at: 2 }] })
  keepInOutbox({ plan: 'plan:b', slot: 0, commits: [{ ...commit, at: 3 }] })
  expect(readOutbox('plan:a').map(({ at }) => at)).toEqual([1, 2])
  clearOutbox('plan:a')
  expect(readOutbox('plan:a')).toEqual([])
  expect(readOutbox('plan:b')).toHaveLength(1)
})

test('[S26] a page with nothing to write leaves nothing', () => {
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [] })
  expect(Object.keys(localStorage)).toEqual([])
})

test.each(['{', 'null', '{}', '[1]', '[{"action":"x","at":1,"changes":[{"at":"soon","on":"goal:a","set":{}}]}]'])('[S26] what is no commit is passed over: %s', (text) => {
  localStorage.setItem('quarterdeck.outbox 0 plan:a', text)
  expect(readOutbox('plan:a')).toEqual([])
})

test('[S26] a browser that keeps nothing has no outbox, and no harm comes of it', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(() => keepInOutbox({ plan: 'plan:a', slot: 0, commits: [commit] })).not.toThrow()
  expect(readOutbox('plan:a')).toEqual([])
})

test('[S26] what a page adds does not take the place of what an earlier one left there', () => {
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [commit] })
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [{ ...commit, at: 2 }] })
  expect(readOutbox('plan:a').map(({ at }) => at)).toEqual([1, 2])
})

test('[S26] only what was written is taken out: what another window leaves meanwhile stays', () => {
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [commit] })
  const written = readOutbox('plan:a')
  keepInOutbox({ plan: 'plan:a', slot: 0, commits: [{ ...commit, at: 2 }] })
  keepInOutbox({ plan: 'plan:a', slot: 1, commits: [{ ...commit, at: 3 }] })
  takeFromOutbox('plan:a', written)
  expect(readOutbox('plan:a').map(({ at }) => at)).toEqual([2, 3])
  takeFromOutbox('plan:a', readOutbox('plan:a'))
  expect(Object.keys(localStorage)).toEqual([])
})

test('[S26] a page that is left twice leaves each commit once', () => {
  for (const commits of [[commit], [commit, { ...commit, at: 2 }]]) keepInOutbox({ plan: 'plan:a', slot: 0, commits })
  expect(readOutbox('plan:a').map(({ at }) => at)).toEqual([1, 2])
})
