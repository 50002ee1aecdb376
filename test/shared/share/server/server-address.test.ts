import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatServerAddress, parseServerAddress, serverName } from '../../../../shared/share/server/server-address.ts'

const read = (text: string) => {
  const parsed = parseServerAddress(text)
  return parsed.ok ? parsed.value : parsed.fault
}
const urlOf = (text: string) => {
  const parsed = parseServerAddress(text)
  return parsed.ok ? parsed.value.address.url : parsed.fault
}

test.each([
  ['wss://nats.example.org', 'wss://nats.example.org/'],
  ['  wss://nats.example.org/  ', 'wss://nats.example.org/'],
  ['nats.example.org', 'wss://nats.example.org/'],
  ['NATS.Example.org:8443', 'wss://nats.example.org:8443/'],
  ['WSS://nats.example.org:443/plans', 'wss://nats.example.org/plans'],
  ['wss://nats.example.org:0443/plans/', 'wss://nats.example.org/plans/'],
  ['wss://192.0.2.7:9222', 'wss://192.0.2.7:9222/'],
  ['wss://[2001:db8::7]:9222', 'wss://[2001:db8::7]:9222/'],
  ['ws://127.0.0.1:8080', 'ws://127.0.0.1:8080/'],
  ['ws://localhost', 'ws://localhost/'],
])('[O1] %s is the server at %s', (text, url) => {
  expect(urlOf(text)).toBe(url)
  expect(urlOf(url)).toBe(url)
})

test('[O1] a server is called by its name and port', () => {
  expect(['wss://nats.example.org/plans', 'ws://127.0.0.1:8080/', 'wss://[2001:db8::7]/'].map((url) => serverName({ url, plan: null }))).toEqual(['nats.example.org', '127.0.0.1:8080', '[2001:db8::7]'])
})

test('[O2] an address with the plan behind # reads back as it was written, and holds no secret', () => {
  const parsed = read('wss://ada:secret@nats.example.org/#plan:V1St_GX-8Z5')
  expect(parsed).toMatchObject({ address: { url: 'wss://nats.example.org/', plan: 'plan:V1St_GX-8Z5' } })
  const text = typeof parsed === 'string' ? parsed : formatServerAddress(parsed.address)
  expect(text).toBe('wss://nats.example.org/#plan:V1St_GX-8Z5')
  expect(read(text)).toEqual({ address: { url: 'wss://nats.example.org/', plan: 'plan:V1St_GX-8Z5' }, credentials: null })
  expect(read('wss://nats.example.org/#')).toMatchObject({ address: { plan: null } })
})

test.each([
  ['wss://planner:pass%3Aword@nats.example.org', { kind: 'password', user: 'planner', password: 'pass:word' }],
  ['wss://planner:a:b@nats.example.org', { kind: 'password', user: 'planner', password: 'a:b' }],
  ['wss://planner:@nats.example.org', { kind: 'password', user: 'planner', password: '' }],
  ['planner:100%@nats.example.org', { kind: 'password', user: 'planner', password: '100%' }],
  ['wss://s3cr3t@nats.example.org', { kind: 'token', token: 's3cr3t' }],
  ['wss://@nats.example.org', null],
  ['wss://nats.example.org', null],
])('[O3] what stands before the @ of %s is used to get in', (text, credentials) => {
  expect(read(text)).toEqual({ address: { url: 'wss://nats.example.org/', plan: null }, credentials })
})

test.each(['ws://nats.example.org', 'ws://192.168.1.7:8080', 'ws://localhost.example.org', 'ws://127.0.0.1.example.org', 'ws://127.0.0.2', 'ws://[::1]', 'ws://0.0.0.0', 'ws://planner@10.0.0.1'])('[O4] without encryption %s is not reached', (text) => {
  expect(read(text)).toBe('open')
})

describe('[O5] what is no address says which part of it can’t be right', () => {
  test.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    [`wss://${'a'.repeat(3000)}`, 'tooLong'],
    ['https://nats.example.org', 'scheme'],
    ['nats://nats.example.org:4222', 'scheme'],
    ['javascript://nats.example.org', 'scheme'],
    ['wss://', 'host'],
    ['wss://nats example.org', 'host'],
    ['wss://nats..example.org', 'host'],
    ['wss://-nats.example.org', 'host'],
    ['wss://nats_1.example.org', 'host'],
    ['wss://nätz.example.org', 'host'],
    ['wss://2130706433', 'host'],
    ['wss://0x7f.1', 'host'],
    ['wss://256.1.1.1', 'host'],
    ['wss://127.1', 'host'],
    ['wss://[]', 'host'],
    ['wss://[::1::1]', 'host'],
    ['wss://[1:2:3]', 'host'],
    ['wss://nats.example.7', 'host'],
    ['wss://[fe80::1%25eth0]', 'host'],
    ['wss://a@b@nats.example.org', 'host'],
    ['wss:\\\\nats.example.org', 'port'],
    ['wss://nats.example.org\u202e', 'host'],
    ['wss://nats.example.org:', 'port'],
    ['wss://nats.example.org:0', 'port'],
    ['wss://nats.example.org:65536', 'port'],
    ['wss://nats.example.org:4a', 'port'],
    ['wss://nats.example.org/?token=1', 'path'],
    ['wss://nats.example.org/../admin', 'path'],
    ['wss://nats.example.org/%2e%2e', 'path'],
    ['wss://nats.example.org//plans', 'path'],
    ['wss://nats.example.org/#goal:abc', 'plan'],
    ['wss://nats.example.org/#plan:a.b', 'plan'],
    ['wss://nats.example.org/#plan:*', 'plan'],
    ['wss://nats.example.org/#__proto__', 'plan'],
  ])('%j: %s', (text, fault) => {
    expect(read(text)).toBe(fault)
  })

  test('and whatever is accepted, a browser reads as the same address', () => {
    const pieces = fc.constantFrom('wss://', 'ws://', 'a', 'nats.example.org', '127.0.0.1', '@', ':', '/', '#', 'plan:abc', '8080', '%', '?', '[', ']', '::1', '\\', ' ', '.', '..', '0x', 'ü', '\t')
    let accepted = 0
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }).map((each) => each.join('')), (text) => {
        const url = urlOf(text)
        if (!url.includes('://')) return
        accepted += 1
        expect(new URL(url).href).toBe(url)
        expect([new URL(url).username, new URL(url).search, new URL(url).hash]).toEqual(['', '', ''])
      }),
      { numRuns: 20_000, seed: 7 },
    )
    expect(accepted).toBeGreaterThan(200)
  })
})
