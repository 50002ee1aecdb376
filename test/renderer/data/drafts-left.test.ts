import { expect, test } from 'vitest'
import { createDraftKeep, placeOfSlot } from '../../../renderer/data/draft-keep.ts'
import { takeDraftsLeft } from '../../../renderer/data/drafts-left.ts'
import { takeWriterSlot } from '../../../renderer/data/writer-slot.ts'
import { createDraftStore, type Draft, type DraftStore } from '../../../renderer/state/drafts.ts'
import { settled } from './fake-computer.ts'
import { createFakeLocks } from './fake-locks.ts'

interface Window {
  readonly slot: number
  readonly drafts: DraftStore
  /** Types into a field. */
  readonly type: (field: string, text: string) => void
  readonly texts: () => Readonly<Record<string, string>>
  readonly takeUp: () => Promise<void>
  readonly close: () => Promise<void>
}

const draft = (text: string): Draft => ({ text, date: null, status: null, forAll: false })

/** A computer on which windows are opened and closed. @param room how many characters a place takes */
function computer(room = Number.POSITIVE_INFINITY): { readonly open: (before?: number) => Promise<Window>; readonly stored: Map<string, string> } {
  const stored = new Map<string, string>()
  const locks = createFakeLocks()
  const storage = () => ({
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => void stored.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, text)
    },
  })
  const open = async (before: number | null = null): Promise<Window> => {
    const { slot, release } = await takeWriterSlot({ locks, before })
    const drafts = createDraftStore(createDraftKeep(placeOfSlot(slot), storage))
    return {
      slot,
      drafts,
      type: (field, text) => drafts.getState().keep(field, text === '' ? null : draft(text)),
      texts: () => Object.fromEntries(Object.entries(drafts.getState().drafts).map(([field, { text }]) => [field, text])),
      takeUp: () => takeDraftsLeft({ slot, locks, storage, take: drafts.getState().takeFrom }),
      close: async () => {
        release()
        await settled()
      },
    }
  }
  return { open, stored }
}

test('[U30] a window finds its own drafts again, and no other window that is open has them', async () => {
  const { open } = computer()
  const one = await open()
  one.type('note', 'one')
  const two = await open()
  await two.takeUp()
  expect(two.texts()).toEqual({})
  two.type('note', 'two')
  await one.takeUp()
  await one.close()
  expect((await open(one.slot)).texts()).toEqual({ note: 'one' })
  expect(two.texts()).toEqual({ note: 'two' })
})

test('[U30] windows that are reloaded together have each its own', async () => {
  const { open } = computer()
  const windows = [await open(), await open(), await open()]
  for (const [index, { type }] of windows.entries()) type('note', `of ${index}`)
  await Promise.all(windows.map(({ close }) => close()))
  const again = await Promise.all([open(2), open(0), open(1)])
  for (const { takeUp } of again) await takeUp()
  expect(again.map(({ texts }) => texts())).toEqual([{ note: 'of 2' }, { note: 'of 0' }, { note: 'of 1' }])
})

test('[U30] the drafts of windows that are gone go on in the next; two of one field are not mixed, the other comes once this is done with', async () => {
  const { open, stored } = computer()
  const windows = [await open(), await open(), await open()]
  for (const [index, { type }] of windows.entries()) {
    type('note', `of ${index}`)
    type(`only ${index}`, 'x')
  }
  for (const { close } of windows) await close()
  const next = await open()
  await next.takeUp()
  expect(next.texts()).toEqual({ note: 'of 0', 'only 0': 'x', 'only 1': 'x', 'only 2': 'x' })
  for (const field of Object.keys(next.texts())) next.type(field, '')
  await next.takeUp()
  expect(next.texts()).toEqual({ note: 'of 1' })
  next.type('note', '')
  await next.takeUp()
  expect(next.texts()).toEqual({ note: 'of 2' })
  next.type('note', '')
  expect([...stored.keys()]).toEqual([])
})

test('[U30] windows that take up at the same time have each draft once, and one that begins meanwhile finds none that another took', async () => {
  const { open } = computer()
  const windows = [await open(), await open(), await open(), await open()]
  windows[2]?.type('note', 'left')
  windows[3]?.type('other note', 'left too')
  for (const { close } of windows) await close()
  const [one, two] = [await open(), await open()]
  const [, , late] = await Promise.all([one.takeUp(), two.takeUp(), open(3)])
  const found = [one, two, late].flatMap(({ texts }) => Object.keys(texts()))
  expect(found.toSorted()).toEqual(['note', 'other note'])
})

test('[U30] where there is no room to take a draft over it stays where it is', async () => {
  const { open, stored } = computer(90)
  const windows = [await open(), await open()]
  for (const [index, { type }] of windows.entries()) type(`note ${index}`, 'so many letters')
  for (const { close } of windows) await close()
  const next = await open()
  await next.takeUp()
  expect(next.texts()).toEqual({ 'note 0': 'so many letters' })
  expect(stored.get(placeOfSlot(1))).toContain('so many letters')
})

test('[U30] what windows kept together before each had its own place goes on as well', async () => {
  const { open, stored } = computer()
  stored.set('quarterdeck.drafts', '{"note":{"text":"half a sen","date":"2018-10","status":null,"forAll":false}}')
  const one = await open()
  await one.takeUp()
  expect(one.texts()).toEqual({ note: 'half a sen' })
  expect(stored.has('quarterdeck.drafts')).toBe(false)
})

test.each(['', 'no json', '[]', '1', '{"a"', '{"note":{"text":1}}'])('[U30] what is no draft is passed over, and hides none: %s', async (text) => {
  const { open, stored } = computer()
  const windows = [await open(), await open(), await open()]
  windows[2]?.type('note', 'left')
  for (const { close } of windows) await close()
  for (const slot of [0, 1]) stored.set(placeOfSlot(slot), text)
  const one = await open()
  await one.takeUp()
  expect(one.texts()).toEqual({ note: 'left' })
})

test('[U30] without storage drafts last as long as the page', () => {
  const keep = createDraftKeep(placeOfSlot(0), () => {
    throw new DOMException('no', 'SecurityError')
  })
  const store = createDraftStore(keep)
  store.getState().keep('note', draft('one'))
  expect([keep.read(), store.getState().drafts]).toEqual([null, { note: draft('one') }])
})
