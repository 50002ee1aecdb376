import { JetStreamApiError } from '@nats-io/jetstream'
import { AuthorizationError, headers, PermissionViolationError, RequestError, TimeoutError } from '@nats-io/nats-core'
import { expect, test } from 'vitest'
import { readDelivery, readHeartbeat } from '../../../../renderer/host/nats/delivery.ts'
import { type Head, readHead, writeHead } from '../../../../renderer/host/nats/mail-headers.ts'
import { mailReason } from '../../../../renderer/host/nats/mail-reason.ts'
import { itemOf, itemSubject, partSubject, planSubjects } from '../../../../renderer/host/nats/plan-subjects.ts'
import { readPresence, writeHere } from '../../../../renderer/host/nats/presence-message.ts'

const subjects = planSubjects('plan:V1St_-8Z5')
const names = ['share', 'plan/abcdefghij', 'news/abcdefghij/0', 'news/abcdefghij/2', `snapshot/${'0a'.repeat(32)}`, 'stray/0123456789abcdef']

test('[O8] each item lies under a subject of its own, which reads back as its name', () => {
  const found = names.map((name) => itemSubject(subjects, name))
  expect(found[1]).toBe('qd.V1St_-8Z5.item.plan.abcdefghij')
  expect(new Set(found).size).toBe(names.length)
  expect(found.map((subject) => itemOf(subjects, subject ?? ''))).toEqual(names)
})

test.each(['', 'plan', 'plan/../share', 'plan/*', 'news/abcdefghij/3', 'share/>', 'share '])('[O8] %j is no item and has no subject', (name) => {
  expect(itemSubject(subjects, name)).toBeNull()
})

test.each(['qd.V1St_-8Z5.item.plan', 'qd.V1St_-8Z5.item.plan.abcdefghij.0', 'qd.V1St_-8Z5.part.plan.abcdefghij.a.0', 'qd.other.item.share', 'qd.V1St_-8Z5.here', 'share'])('[O8] under %s lies no item', (subject) => {
  expect(itemOf(subjects, subject)).toBeNull()
})

test('[O9] the subjects of one plan, its parts too, are below its own key and in its own stream', () => {
  const other = planSubjects('plan:V1St_-8Z')
  const part = partSubject({ item: itemSubject(subjects, 'plan/abcdefghij') ?? '', slot: 'a', part: 7 })
  expect(part).toBe('qd.V1St_-8Z5.part.plan.abcdefghij.a.7')
  expect([...subjects.kept, subjects.items, subjects.here, part].every((subject) => subject.startsWith('qd.V1St_-8Z5.'))).toBe(true)
  expect(itemOf(other, itemSubject(subjects, 'share') ?? '')).toBeNull()
  expect([subjects.stream, other.stream]).toEqual(['QD_V1St_-8Z5', 'QD_V1St_-8Z'])
})

test('[O10] the head of a message reads back as it was written', () => {
  const heads: readonly Head[] = [
    { id: 'a'.repeat(21), split: null },
    { id: '-_'.repeat(10) + 'x', split: { slot: 'b', parts: 3, bytes: 2_100_000, digest: `sha256:${'0f'.repeat(32)}` } },
  ]
  expect(heads.map((head) => readHead(writeHead(head)))).toEqual(heads)
})

test.each([
  ['', ''],
  ['short', ''],
  ['a'.repeat(21), 'c 1 1 sha256:00'],
  ['a'.repeat(21), `a 0 1 sha256:${'0'.repeat(64)}`],
  ['a'.repeat(21), `a 99999 1 sha256:${'0'.repeat(64)}`],
  ['a'.repeat(21), `a 1 999999999 sha256:${'0'.repeat(64)}`],
  ['a'.repeat(21), `a 1 -1 sha256:${'0'.repeat(64)}`],
])('[O10] a head with id %j and parts %j is none of ours', (id, parts) => {
  const given = headers()
  if (id !== '') given.set('Quarterdeck-Id', id)
  if (parts !== '') given.set('Quarterdeck-Parts', parts)
  expect(readHead(given)).toBeNull()
})

test('[O11] what a stream says of a message is read with and without a domain', () => {
  const expected = { sequence: 42, handed: 7, pending: 3, time: '1700000000000000000' }
  expect(readDelivery({ reply: '$JS.ACK.QD_a.c.1.42.7.1700000000000000000.3' })).toEqual(expected)
  expect(readDelivery({ reply: '$JS.ACK.hub.hash.QD_a.c.1.42.7.1700000000000000000.3.x' })).toEqual(expected)
  for (const reply of ['', '_INBOX.a', '$JS.ACK.QD_a.c.1.42', '$JS.ACK.QD_a.c.1.x.7.1.3', '$JS.FC.a.b.c.d.e.f.g']) expect(readDelivery({ reply })).toBeNull()
})

test('[O11] a heartbeat says how many were handed out', () => {
  expect(readHeartbeat({ headers: undefined as never })).toBeNull()
  expect(readHeartbeat({ headers: headers() })).toBeNull()
  const beat = headers(100, 'Idle Heartbeat')
  beat.set('Nats-Last-Consumer', '12')
  expect(readHeartbeat({ headers: beat })).toBe(12)
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('[O12] who is there reads back as it was said', () => {
  expect(readPresence(bytes(writeHere({ replica: 'abcdefghij', name: 'SRE laptop' })))).toEqual({ kind: 'here', replica: 'abcdefghij', name: 'SRE laptop' })
  expect(readPresence(bytes(writeHere({ replica: 'abcdefghij', name: `${'x'.repeat(199)}😀` })))).not.toBeNull()
  expect(readPresence(bytes('{"kind":"who"}'))).toEqual({ kind: 'who' })
})

test.each(['', 'null', '[]', '{"kind":"here"}', '{"kind":"here","replica":"../x","name":"a"}', '{"kind":"here","replica":"abcdefghij","name":7}', '{"kind":"gone","replica":"*"}', '{"__proto__":{"kind":"who"}}', `{"kind":"here","replica":"abcdefghij","name":"${'x'.repeat(3000)}"}`])('[O12] %s is passed over', (text) => {
  expect(readPresence(bytes(text))).toBeNull()
})

test('[O13] why a server did not do it is told from its answer', () => {
  const api = (code: number, text = 'x') => new JetStreamApiError({ code: 400, err_code: code, description: text })
  const denied = new PermissionViolationError('x', 'publish', 'qd.a')
  expect([
    [new AuthorizationError('Authorization Violation'), denied, new RequestError('x', { cause: denied })].map(mailReason),
    [new AuthorizationError('Authentication Timeout'), new TimeoutError(), new RequestError('x'), new Error('x')].map(mailReason),
    [api(10047), api(10023), api(10122, 'maximum bytes exceeded')].map(mailReason),
    [api(10054), api(10059), new TypeError('x'), 'text'].map(mailReason),
  ]).toEqual([['refused', 'refused', 'refused'], ['unreachable', 'unreachable', 'unreachable', 'unreachable'], ['full', 'full', 'full'], ['tooLarge', 'failed', 'failed', 'failed']])
})
