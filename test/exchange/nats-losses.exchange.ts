import { headers } from '@nats-io/nats-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import type { Mailbox } from '../../shared/share/mailbox.ts'
import { portraitOf } from '../shared/changes/portrait.ts'
import { createReplica, firstSet } from '../shared/share/share-replica.ts'
import { openMailbox, stranger, until, valueOf } from './nats-mailboxes.ts'
import { type NatsServer, openConfig, startNatsServer } from './nats-server.ts'

// What is lost of long texts on a real server, and what strangers fill it with.

let server: NatsServer
const open: NatsMailbox[] = []

beforeAll(async () => {
  server = await startNatsServer((places) => openConfig(places, 'max_payload: 64KB'))
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((mailbox) => mailbox.close()))
})

afterAll(() => server.close())

function mailboxOf(key: string): NatsMailbox {
  const mailbox = openMailbox({ url: server.url, plan: `plan:${key}` })
  open.push(mailbox)
  return mailbox
}

test('[O156] parts of a long text that were taken out of the stream are put again by whoever wrote it, as soon as the list is made anew', async () => {
  const begin = Date.now()
  let asked = 0
  const now = (): number => begin + (asked += 1)
  let inner: Mailbox = mailboxOf('shared')
  const mailbox: Mailbox = { ...inner, list: () => inner.list(), get: (name) => inner.get(name), put: (...put) => inner.put(...put) }
  const a = createReplica({ mailbox, now, disk: { set: firstSet, name: 'aaaaaaaaaa' } })
  a.edit(Array.from({ length: 300 }, (_, index) => ({ on: `goal:g${index}` as const, set: { title: 'x'.repeat(900) } })))
  a.save()
  await a.share().look()
  const { manager, close } = await stranger(server.url)
  await manager.streams.purge('QD_shared', { filter: 'qd.shared.part.plan.aaaaaaaaaa.*.2' })
  await close()
  // as every five minutes, and on each new connection
  inner = mailboxOf('shared')
  expect(valueOf(await inner.list()).map(({ name }) => name)).not.toContain('plan/aaaaaaaaaa')
  await a.share().look()
  const b = createReplica({ mailbox: mailboxOf('shared'), now, disk: { set: firstSet, name: 'bbbbbbbbbb' } })
  await b.share().look()
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})

test('[O157] of a text in parts no more is read than its head says', async () => {
  const b = mailboxOf('fat')
  valueOf(await b.list())
  const { connection, close } = await stranger(server.url)
  const id = 'a'.repeat(21)
  const part = headers()
  part.set('Quarterdeck-Id', id)
  for (let index = 0; index < 200; index += 1) connection.publish(`qd.fat.part.plan.zzzzzzzzzz.a.${index}`, new Uint8Array(60_000).fill(120), { headers: part })
  const head = headers()
  head.set('Quarterdeck-Id', id)
  head.set('Quarterdeck-Parts', `a 200 100000 sha256:${'0'.repeat(64)}`)
  connection.publish('qd.fat.item.plan.zzzzzzzzzz', new Uint8Array(), { headers: head })
  await connection.flush()
  await until(async () => valueOf(await b.list()).length === 1, 'it is listed')
  expect(valueOf(await b.get('plan/zzzzzzzzzz'))?.length).toBeLessThanOrEqual(100_000)
  await close()
})

test('[O158] names that somebody fills a stream with keep no computer’s items from being listed; where there are too many of those it is said', async () => {
  const b = mailboxOf('many')
  valueOf(await b.list())
  const { connection, close } = await stranger(server.url)
  const fill = async (subject: (index: number) => string): Promise<void> => {
    for (let index = 0; index < 20_001; index += 1) {
      connection.publish(subject(index), '{}')
      if (index % 500 === 0) await connection.flush()
    }
    await connection.flush()
  }
  await fill((index) => `qd.many.item.snapshot.${index.toString(36).padStart(64, '0')}`)
  const put = valueOf(await mailboxOf('many').put('plan/aaaaaaaaaa', 'a'))
  await until(async () => valueOf(await b.list()).some(({ version }) => version === put.version), 'what was put is listed')
  await fill((index) => `qd.many.item.plan.${index.toString(36).padStart(10, '0')}`)
  await until(async () => !(await b.list()).ok, 'it is said')
  expect(await b.list()).toEqual({ ok: false, reason: 'full' })
  await close()
})
