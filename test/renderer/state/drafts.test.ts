import { expect, test } from 'vitest'
import type { DraftKeep } from '../../../renderer/data/draft-keep.ts'
import { createDraftStore, type Draft } from '../../../renderer/state/drafts.ts'

const draft: Draft = { text: 'half a sen', date: '2018-10', status: 'blocked', forAll: false }

/** Storage that outlives a store, as a reload does. */
function place(first: unknown = null): DraftKeep & { readonly kept: () => unknown } {
  let text = JSON.stringify(first)
  return { read: () => JSON.parse(text) as unknown, write: (drafts) => void (text = JSON.stringify(drafts)), kept: () => JSON.parse(text) as unknown }
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

test('[U30] two windows that keep drafts at the same time keep them all', () => {
  const storage = place()
  const [one, two] = [createDraftStore(storage), createDraftStore(storage)]
  one.getState().keep('a', draft)
  two.getState().keep('b', draft)
  one.getState().keep('c', draft)
  two.getState().keep('a', null)
  expect(Object.keys(createDraftStore(storage).getState().drafts).toSorted()).toEqual(['b', 'c'])
})
