import { expect, test } from 'vitest'
import { openDraftKeep, type DraftKeep } from '../../../renderer/data/draft-keep.ts'
import { takeWriterSlot } from '../../../renderer/data/writer-slot.ts'
import { settled } from './fake-computer.ts'
import { createFakeLocks } from './fake-locks.ts'

interface Window {
  readonly keep: DraftKeep
  readonly close: () => Promise<void>
}

/** A computer on which windows are opened and closed. @param room how many characters its storage takes */
function computer(room = Number.POSITIVE_INFINITY): { readonly open: () => Promise<Window>; readonly stored: Map<string, string> } {
  const stored = new Map<string, string>()
  const locks = createFakeLocks()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => void stored.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, text)
    },
  }
  const open = async (): Promise<Window> => {
    const { slot, release } = await takeWriterSlot(locks)
    const keep = await openDraftKeep({ slot, locks, storage: () => storage })
    const close = async (): Promise<void> => {
      release()
      await settled()
    }
    return { keep, close }
  }
  return { open, stored }
}

test('[U30] a window finds its own drafts again, and no other window that is open has them', async () => {
  const { open } = computer()
  const one = await open()
  one.keep.write({ note: 'one' })
  const two = await open()
  expect(two.keep.read()).toBeNull()
  two.keep.write({ note: 'two' })
  await one.close()
  expect((await open()).keep.read()).toEqual({ note: 'one' })
})

test('[U30] the drafts of windows that are gone go on in the next; two of one field are not mixed, the other comes once this is done with', async () => {
  const { open, stored } = computer()
  const windows = [await open(), await open(), await open()]
  for (const [index, { keep }] of windows.entries()) keep.write({ note: index, [`only ${index}`]: index })
  for (const { close } of windows) await close()
  const next = await open()
  expect(next.keep.read()).toEqual({ note: 0, 'only 0': 0, 'only 1': 1, 'only 2': 2 })
  next.keep.write({})
  await next.close()
  const third = await open()
  expect(third.keep.read()).toEqual({ note: 1 })
  third.keep.write({})
  await third.close()
  const fourth = await open()
  expect(fourth.keep.read()).toEqual({ note: 2 })
  fourth.keep.write({})
  expect(stored.size).toBe(0)
})

test('[U30] windows that open at the same time take each draft over once', async () => {
  const { open } = computer()
  const windows = [await open(), await open(), await open(), await open()]
  windows[2]?.keep.write({ note: 'left' })
  windows[3]?.keep.write({ 'other note': 'left too' })
  for (const { close } of windows) await close()
  const together = await Promise.all([open(), open()])
  expect(together.flatMap(({ keep }) => Object.keys(keep.read() ?? {})).toSorted()).toEqual(['note', 'other note'])
})

test('[U30] where there is no room to take a draft over it stays where it is', async () => {
  const { open, stored } = computer(40)
  const windows = [await open(), await open()]
  for (const [index, { keep }] of windows.entries()) keep.write({ [`note ${index}`]: 'so many letters' })
  for (const { close } of windows) await close()
  const next = await open()
  expect(next.keep.read()).toEqual({ 'note 0': 'so many letters' })
  expect(stored.get('quarterdeck.drafts 1')).toBe('{"note 1":"so many letters"}')
})

test.each(['', 'no json', '[]', '1', '{"a"'])('[U30] what is no drafts is passed over, by its own window and by others: %s', async (text) => {
  const { open, stored } = computer()
  stored.set('quarterdeck.drafts 0', text)
  stored.set('quarterdeck.drafts 1', text)
  const one = await open()
  one.keep.write({ note: 'one' })
  expect(one.keep.read()).toEqual({ note: 'one' })
})

test('[U30] without storage drafts last as long as the page', async () => {
  const storage = (): never => {
    throw new DOMException('no', 'SecurityError')
  }
  const keep = await openDraftKeep({ slot: 0, locks: createFakeLocks(), storage })
  expect([keep.write({ note: 'one' }), keep.read()]).toEqual([false, null])
})
