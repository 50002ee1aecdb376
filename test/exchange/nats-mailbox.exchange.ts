import { headers } from '@nats-io/nats-core'
import { cpSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import { listed, openMailbox, stranger, until, valueOf } from './nats-mailboxes.ts'
import { type NatsServer, openConfig, startNatsServer } from './nats-server.ts'

// The mailbox on a real server: what its limits, its losses and strangers do to it.

let server: NatsServer
const open: NatsMailbox[] = []

beforeAll(async () => {
  server = await startNatsServer((places) => openConfig(places, 'max_payload: 64KB'))
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((mailbox) => mailbox.close()))
})

afterAll(() => server.close())

let plans = 0
/** Two computers on one plan that nobody had before. */
function pair(): { readonly a: NatsMailbox; readonly b: NatsMailbox; readonly key: string } {
  plans += 1
  const key = `mail-${plans}`
  const make = (): NatsMailbox => {
    const mailbox = openMailbox({ url: server.url, plan: `plan:${key}` })
    open.push(mailbox)
    return mailbox
  }
  return { a: make(), b: make(), key }
}

const long = (text: string, kilobytes: number): string => JSON.stringify({ text: `${text} ü€😀 `.repeat((kilobytes * 1024) / 13) })
const name = 'plan/abcdefghij'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('[O17] what one puts the other is told of at once, with the version that the first was given', async () => {
  const { a, b } = pair()
  await b.list()
  let told = 0
  b.watch(() => (told += 1))
  const put = valueOf(await a.put(name, 'text ü'))
  await until(() => told > 0, 'b was told')
  expect(valueOf(await b.list())).toEqual([put])
  expect(put).toMatchObject({ name, bytes: 7 })
  expect(valueOf(await b.get(name))).toBe('text ü')
})

test.each([60, 64, 200, 3000])('[O18] a text of %i KB on a server that takes 64 arrives whole, with a byte order mark and all', async (kilobytes) => {
  const { a, b } = pair()
  const text = `\ufeff${long('one', kilobytes)}`
  const put = valueOf(await a.put(name, text))
  expect(put.bytes).toBe(new TextEncoder().encode(text).length)
  await until(async () => (await listed(b)).includes(`${name} ${put.version}`), 'the other sees it')
  expect(valueOf(await b.get(name))).toBe(text)
})

test('[O19] while one long text takes the place of another, a reader gets one of them whole, or what is no JSON, and never a mixture', async () => {
  const { a, b } = pair()
  const texts = Array.from({ length: 20 }, (_, at) => long(`text ${at}`, 150 + 40 * (at % 3)))
  await a.put(name, texts[0] ?? '')
  let isWriting = true
  const seen: string[] = []
  const whole = (): number => seen.filter((text) => texts.includes(text)).length
  const writing = (async () => {
    // each of them, and more until the reader has got some whole, which may be slower than whoever writes
    for (let at = 1; at < texts.length || whole() <= 5; at += 1) {
      valueOf(await a.put(name, texts[at % texts.length] ?? ''))
      await sleep(10)
    }
    valueOf(await a.put(name, texts.at(-1) ?? ''))
    isWriting = false
  })()
  while (isWriting) seen.push(valueOf(await b.get(name)) ?? '')
  await writing
  expect(whole()).toBeGreaterThan(5)
  expect(seen.filter((text) => !texts.includes(text) && isJson(text))).toEqual([])
  await until(async () => valueOf(await b.get(name)) === texts.at(-1), 'the last text is there')
})

test('[O20] a text of which a part is missing or another reads as half, which no JSON is', async () => {
  const { a, b, key } = pair()
  const text = long('one', 300)
  valueOf(await a.put(name, text))
  const { manager, connection, close } = await stranger(server.url)
  const part = `qd.${key}.part.plan.abcdefghij.a.2`
  const message = await manager.direct.getMessage(`QD_${key}`, { last_by_subj: part })
  connection.publish(part, 'x'.repeat(message?.data.length ?? 0))
  await connection.flush()
  const foreign = valueOf(await b.get(name)) ?? ''
  expect([foreign.length > 0, text.startsWith(foreign.replace(/\ufffd+$/, ''))]).toEqual([true, true])
  expect(() => JSON.parse(foreign) as unknown).toThrow(SyntaxError)
  const forged = headers()
  forged.set('Quarterdeck-Id', message?.header.get('Quarterdeck-Id') ?? '')
  connection.publish(part, 'x'.repeat(message?.data.length ?? 0), { headers: forged })
  await connection.flush()
  const changed = valueOf(await b.get(name)) ?? ''
  expect(() => JSON.parse(changed) as unknown).toThrow(SyntaxError)
  await close()
})

test('[O21] what is left of a longer text is taken away', async () => {
  const { a, key } = pair()
  const { manager, close } = await stranger(server.url)
  const count = async (): Promise<number> => (await manager.streams.info(`QD_${key}`)).state.messages
  for (const text of [long('one', 1000), long('two', 300), 'three']) valueOf(await a.put(name, text))
  await until(async () => (await count()) === 1, 'only the last text is left')
  await expect.poll(count).toBe(1)
  await close()
})

test('[O22] a server that was killed and emptied is there again by itself: its list is empty, whoever watches is told, and it takes texts', async () => {
  const { a, b } = pair()
  const first = valueOf(await a.put(name, 'before'))
  await b.list()
  await server.kill()
  server.empty()
  await until(() => a.status().kind === 'out' && b.status().kind === 'out', 'both have noticed')
  let told = 0
  b.watch(() => (told += 1))
  expect(await a.put(name, 'nobody there')).toEqual({ ok: false, reason: 'unreachable' })
  await server.start()
  await until(() => told > 0 && a.status().kind === 'reachable', 'both are back')
  expect([await listed(a), await listed(b)]).toEqual([[], []])
  const again = valueOf(await a.put(name, 'after'))
  expect(again.version).not.toBe(first.version)
  await until(async () => (await listed(b)).length === 1, 'the other sees it')
  expect(valueOf(await b.get(name))).toBe('after')
})

test('[O23] a server that was put back to an earlier day tells versions of that day, and none is given to two texts', async () => {
  const { a, b } = pair()
  const versions = [valueOf(await a.put(name, 'one')).version]
  const backup = `${server.store}-backup`
  await server.kill()
  cpSync(server.store, backup, { recursive: true })
  await server.start()
  await until(() => a.status().kind === 'reachable', 'it is back')
  for (const text of ['two', 'three']) versions.push(valueOf(await a.put(name, text)).version)
  await server.kill()
  server.empty()
  cpSync(backup, server.store, { recursive: true })
  rmSync(backup, { recursive: true })
  await server.start()
  await until(() => a.status().kind === 'reachable' && b.status().kind === 'reachable', 'it is back')
  expect(await listed(b)).toEqual([`${name} ${versions[0]}`])
  for (const text of ['four', 'five']) versions.push(valueOf(await a.put(name, text)).version)
  expect(new Set(versions).size).toBe(5)
})

test('[O24] a stream that somebody removed is made anew by whoever writes next, and others notice', async () => {
  const { a, b, key } = pair()
  valueOf(await a.put(name, 'one'))
  await b.list()
  const { manager, close } = await stranger(server.url)
  await manager.streams.delete(`QD_${key}`)
  valueOf(await a.put('share', 'two'))
  expect(await a.list()).toMatchObject({ value: [{ name: 'share' }] })
  await until(async () => (await listed(b)).join().startsWith('share '), 'the other has noticed', 30_000)
  expect(valueOf(await b.get('share'))).toBe('two')
  await close()
})

test('[O25] texts that somebody took out of the stream are missed when they are asked for, and then no longer listed', async () => {
  const { a, b, key } = pair()
  for (const each of [name, 'share']) valueOf(await a.put(each, 'text'))
  await b.list()
  const { manager, close } = await stranger(server.url)
  await manager.streams.purge(`QD_${key}`)
  expect(valueOf(await b.get(name))).toBeNull()
  await until(async () => (await listed(b)).length === 0, 'the list is empty')
  expect(await listed(b)).toEqual([])
  await close()
})

test('[O26] what strangers write under a plan’s subjects is read as text or passed over, and harms nothing', async () => {
  const { a, b, key } = pair()
  valueOf(await a.put(name, 'ours'))
  const { connection, close } = await stranger(server.url)
  const odd = headers()
  odd.set('Quarterdeck-Id', 'a'.repeat(21))
  odd.set('Quarterdeck-Parts', `b 65000 60000000 sha256:${'0'.repeat(64)}`)
  for (const [subject, body, head] of [
    ['item.plan.zzzzzzzzzz', new Uint8Array([0xff, 0xfe, 0x00]), undefined],
    ['item.plan.yyyyyyyyyy', '', odd],
    ['item.plan.__proto__', '{}', undefined],
    ['item.constructor', '{}', undefined],
    ['item.plan.abcdefghij.more', '{}', undefined],
    ['part.nothing', '{}', undefined],
    ['here', '{"kind":"here","replica":"zzzzzzzzzz","name":{"a":1}}', undefined],
    ['here', new Uint8Array([0xff]), undefined],
  ] as const) {
    connection.publish(`qd.${key}.${subject}`, body, head === undefined ? {} : { headers: head })
  }
  await connection.flush()
  await until(async () => valueOf(await b.list()).length === 3, 'three are listed')
  expect(valueOf(await b.list()).map((item) => item.name).toSorted()).toEqual([name, 'plan/yyyyyyyyyy', 'plan/zzzzzzzzzz'])
  expect(await Promise.all([name, 'plan/zzzzzzzzzz', 'plan/yyyyyyyyyy'].map(async (each) => valueOf(await b.get(each))))).toEqual(['ours', '\ufffd\ufffd\0', ''])
  expect(b.presence.others()).toEqual([])
  await close()
})

test('[O27] who has the plan open is seen by the others, those that come later too, until they leave', async () => {
  const { a, b } = pair()
  const names = (mailbox: NatsMailbox): readonly string[] => mailbox.presence.others().map((each) => each.name)
  a.presence.announce({ replica: 'aaaaaaaaaa', name: 'SRE laptop' })
  await a.list()
  b.presence.announce({ replica: 'bbbbbbbbbb', name: 'Release laptop' })
  await until(() => names(a).length === 1 && names(b).length === 1, 'they see each other')
  expect([names(a), names(b)]).toEqual([['Release laptop'], ['SRE laptop']])
  b.presence.announce({ replica: 'bbbbbbbbbb', name: 'Release desk' })
  await until(() => names(a)[0] === 'Release desk', 'the new name is seen')
  await b.close()
  await until(() => names(a).length === 0, 'b is gone')
  expect(names(a)).toEqual([])
})
