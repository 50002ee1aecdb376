import { expect, test } from 'vitest'
import type { DraftKeep } from '../../../renderer/data/draft-keep.ts'
import { createDraftStore, type Draft } from '../../../renderer/state/drafts.ts'

const draft: Draft = { text: 'half a sen', date: '2018-10', status: 'blocked', forAll: false }

/** Storage that outlives a store, as a reload does. */
function place(first: unknown = null): DraftKeep & { readonly kept: () => unknown } {
  let text = JSON.stringify(first)
  const kept = (): unknown => JSON.parse(text)
  const write = (drafts: unknown): boolean => {
    text = JSON.stringify(drafts)
    return true
  }
  return { read: kept, write, kept }
}

test('[U30] a draft is there again after a reload, and beside others', () => {
  const storage = place()
  createDraftStore(storage).getState().keep('a', draft)
  createDraftStore(storage).getState().keep('b', { ...draft, text: 'other' })
  expect(createDraftStore(storage).getState().drafts).toEqual({ a: draft, b: { ...draft, text: 'other' } })
})

test('[U30] a draft that was saved or given up is gone, also after a reload', () => {
  const storage = place()
  const store = createDraftStore(storage)
  store.getState().keep('a', draft)
  store.getState().keep('a', null)
  expect(store.getState().drafts).toEqual({})
  expect(storage.kept()).toEqual({})
})

test.each([null, 1, 'x', [], { a: 1 }, { a: { ...draft, status: 'finished' } }])('[U30] what was kept in another form is dropped: %j', (kept) => {
  expect(createDraftStore(place(kept)).getState().drafts).toEqual({})
})

test('[O116] a draft keeps over a reload what it was begun from; one that an older version kept without is there as well', () => {
  const begun = { text: 'half', date: null, status: 'todo' } as const
  const storage = place({ old: draft })
  createDraftStore(storage).getState().keep('new', { ...draft, begun })
  expect(createDraftStore(storage).getState().drafts).toEqual({ old: draft, new: { ...draft, begun } })
})

test('[U30] a draft that was kept in another form takes none of the others along', () => {
  expect(createDraftStore(place({ a: draft, b: { ...draft, text: 1 }, c: draft })).getState().drafts).toEqual({ a: draft, c: draft })
})
