import { expect, test } from 'vitest'
import { portraitOf } from '../changes/portrait.ts'
import { createMemoryMailbox, createMemoryPlace } from './memory-mailbox.ts'
import { createReplica, firstSet, type Replica } from './share-replica.ts'

function pair({ wholeUpTo = 0 } = {}) {
  const place = createMemoryPlace()
  let ms = 1_544_000_000_000
  const now = (): number => (ms += 1_000)
  const open = (name: string): Replica => createReplica({ mailbox: createMemoryMailbox(place, { wholeUpTo }), now, disk: { set: firstSet, name } })
  return { place, a: open('aaaaaaaaaa'), b: open('bbbbbbbbbb'), wait: (more: number) => (ms += more) }
}

test.each([0, 1_000_000])('[D1] what one computer writes is known on the other after each has looked once', async (wholeUpTo) => {
  const { a, b } = pair({ wholeUpTo })
  a.edit([{ on: 'goal:a', set: { title: 'Ship' } }])
  a.save()
  await a.share().look()
  await b.share().look()
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
  expect(a.share().state().standing.kind).toBe('upToDate')
  a.edit([{ on: 'goal:a', set: { title: 'Ship it' } }])
  a.save()
  expect(a.share().state().standing).toEqual({ kind: 'waiting', waiting: 1 })
  await a.share().look()
  await b.share().look()
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})
