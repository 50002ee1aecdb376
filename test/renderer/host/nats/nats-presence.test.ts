import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Msg, NatsConnection } from '@nats-io/nats-core'
import { createNatsPresence } from '../../../../renderer/host/nats/nats-presence.ts'
import { writeHere } from '../../../../renderer/host/nats/presence-message.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that hands everything said on a subject to everybody who listens there, as NATS does. */
function createWire() {
  const ears = new Set<(error: Error | null, message: Msg) => void>()
  const say = (text: string): void => {
    for (const hear of ears) hear(null, { data: new TextEncoder().encode(text) } as Msg) // the library's own message has more, which nobody reads
  }
  const connect = (): NatsConnection =>
    ({
      isClosed: () => false,
      publish: (_subject: string, text: string) => say(text),
      subscribe: (_subject: string, { callback }: { readonly callback: (error: Error | null, message: Msg) => void }) => void ears.add(callback),
    }) as unknown as NatsConnection // of the library's connection, what presence uses
  return { say, connect }
}

test('[O28] who says nothing for long is no longer there, and who goes on saying it stays', async () => {
  const wire = createWire()
  const [one, other] = [createNatsPresence({ subject: 'here' }), createNatsPresence({ subject: 'here' })]
  one.enter(wire.connect())
  other.enter(wire.connect())
  other.announce({ replica: 'bbbbbbbbbb', name: 'Release laptop' })
  wire.say(writeHere({ replica: 'cccccccccc', name: 'SRE laptop' }))
  await vi.advanceTimersByTimeAsync(500)
  expect(one.others().map(({ name }) => name)).toEqual(['Release laptop', 'SRE laptop'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(one.others()).toHaveLength(2) // a tab in the background speaks once a minute
  await vi.advanceTimersByTimeAsync(30_000)
  expect(one.others().map(({ name }) => name)).toEqual(['Release laptop'])
  one.close()
  other.close()
})

test('[O28] of a thousand that are made up no more are kept than a plan has, and who listens is told once', async () => {
  const wire = createWire()
  const presence = createNatsPresence({ subject: 'here' })
  let told = 0
  presence.subscribe(() => (told += 1))
  presence.enter(wire.connect())
  for (let at = 0; at < 1000; at++) wire.say(writeHere({ replica: String(at).padStart(10, '0'), name: 'x' }))
  await vi.advanceTimersByTimeAsync(500)
  expect([presence.others().length, told]).toEqual([500, 1])
  presence.leave()
  expect(presence.others()).toEqual([])
  presence.close()
})

test('[O28] a flood of messages works little out, tells who listens a few times a second, and does not keep one from answering', async () => {
  const wire = createWire()
  const [one, other] = [createNatsPresence({ subject: 'here' }), createNatsPresence({ subject: 'here' })]
  let told = 0
  one.subscribe(() => (told += 1))
  one.enter(wire.connect())
  for (let second = 0; second < 50; second += 1) {
    for (let at = 0; at < 2_000; at++) wire.say(writeHere({ replica: String(at % 600).padStart(10, '0'), name: `${second} ${at}` }))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(told).toBeLessThanOrEqual(26)
  other.enter(wire.connect())
  one.announce({ replica: 'bbbbbbbbbb', name: 'Release laptop' })
  wire.say(JSON.stringify({ kind: 'gone', replica: 'bbbbbbbbbb' }))
  for (let at = 0; at < 20; at++) {
    wire.say('{"kind":"who"}')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(other.others().map(({ name }) => name)).toEqual(['Release laptop'])
  one.close()
  other.close()
})
