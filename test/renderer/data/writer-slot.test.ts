import { expect, test } from 'vitest'
import { windowSlots } from '../../../shared/changes/writer.ts'
import { takeWriterSlot, type WriterSlot } from '../../../renderer/data/writer-slot.ts'
import { settled } from './fake-computer.ts'
import { createFakeLocks } from './fake-locks.ts'

async function takeAll(locks: Pick<LockManager, 'request'>): Promise<readonly WriterSlot[]> {
  return Promise.all(Array.from({ length: windowSlots }, () => takeWriterSlot({ locks })))
}

test('[S20] windows that open at the same time hold different slots, the lowest first', async () => {
  const slots = await takeAll(createFakeLocks())
  expect(slots.map(({ slot }) => slot).toSorted((a, b) => a - b)).toEqual(Array.from({ length: windowSlots }, (_, slot) => slot))
})

test('[S20] a slot that was given back is taken again', async () => {
  const locks = createFakeLocks()
  const [first, second] = [await takeWriterSlot({ locks }), await takeWriterSlot({ locks })]
  first.release()
  await settled()
  expect((await takeWriterSlot({ locks })).slot).toBe(0)
  second.release()
  await settled()
  expect((await takeWriterSlot({ locks })).slot).toBe(1)
})

test('[S20] when all are taken a window waits for any to become free, and takes just one', async () => {
  const locks = createFakeLocks()
  const slots = await takeAll(locks)
  const late: number[] = []
  const waiting = [takeWriterSlot({ locks }), takeWriterSlot({ locks })]
  for (const window of waiting) void window.then(({ slot }) => late.push(slot))
  await settled()
  expect(late).toEqual([])
  // all at once: each of the two may hold one of them, and the rest is free
  for (const slot of slots) slot.release()
  await Promise.all(waiting)
  await settled()
  expect(new Set(late).size).toBe(2)
  const rest = await Promise.all(Array.from({ length: windowSlots - 2 }, () => takeWriterSlot({ locks })))
  expect(new Set([...late, ...rest.map(({ slot }) => slot)]).size).toBe(windowSlots)
})

test('[S20] a browser without locks is an error, not a second window with the same slot', async () => {
  const broken = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }
  await expect(takeWriterSlot({ locks: broken })).rejects.toThrow('no')
})

test('[S20] a window that is reloaded has its slot again, unless another took it meanwhile', async () => {
  const locks = createFakeLocks()
  const [first, second] = [await takeWriterSlot({ locks }), await takeWriterSlot({ locks })]
  for (const { release } of [first, second]) release()
  await settled()
  expect([await takeWriterSlot({ locks, before: 1 }), await takeWriterSlot({ locks, before: 1 })].map(({ slot }) => slot)).toEqual([1, 0])
})
