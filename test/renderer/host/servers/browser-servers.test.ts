import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowserServers } from '../../../../renderer/host/servers/browser-servers.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) })
})
afterEach(() => void vi.unstubAllGlobals())

test('[O36] in a browser a secret is kept, each plan’s apart, and one that was forgotten is gone', async () => {
  const servers = createBrowserServers()
  expect(servers.keeps).toBe('browser')
  expect(await servers.keepSecret('plan:a', 'one')).toBe(true)
  expect(await servers.keepSecret('plan:b', 'two')).toBe(true)
  expect(await Promise.all(['plan:a', 'plan:b', 'plan:c'].map(servers.secret))).toEqual(['one', 'two', null])
  expect(await servers.keepSecret('plan:a', null)).toBe(true)
  expect(await servers.secret('plan:a')).toBeNull()
})

test('[O36] a browser that is told to keep nothing says so', async () => {
  vi.stubGlobal('localStorage', undefined)
  expect(await createBrowserServers().keepSecret('plan:a', 'one')).toBe(false)
  expect(await createBrowserServers().secret('plan:a')).toBeNull()
})

test('[O36] only what is a server may be connected to', async () => {
  expect(await createBrowserServers().allow('wss://nats.example.org/')).toBe(true)
  expect(await createBrowserServers().allow('ws://nats.example.org/')).toBe(false)
})
