import { afterEach, expect, test, vi } from 'vitest'
import type { ServerAccess } from '../../renderer/host/share-places.ts'
import { computerAtShare, type ComputerAtShare } from '../renderer/app/share/computer-at-share.ts'
import { newPlan, standing } from '../renderer/app/share/team.ts'
import { openConfig, startNatsServer, type NatsServer } from './nats-server.ts'

const servers: NatsServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  vi.unstubAllGlobals()
})

async function start(more = ''): Promise<NatsServer> {
  const server = await startNatsServer((places) => openConfig(places, more))
  servers.push(server)
  return server
}

/** A computer that keeps what servers are shown, as a browser does where a person wants that. */
function computer(): { readonly at: ComputerAtShare; readonly kept: ReadonlyMap<string, string> } {
  // a page that is never hidden, and hears nothing of its network
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  const kept = new Map<string, string>()
  const access: ServerAccess = {
    keeps: 'browser',
    allow: () => Promise.resolve(true),
    keepSecret: (plan, secret) => {
      if (secret === null) kept.delete(plan)
      else kept.set(plan, secret)
      return Promise.resolve(true)
    },
    secret: (plan) => Promise.resolve(kept.get(plan) ?? null),
  }
  return { at: computerAtShare({ servers: access }), kept }
}

const asks = 'authorization { users: [ { user: "planner", password: "hunter2" } ] }'

test('[O159] what a server was shown is forgotten when the next one asks for nothing, and when the same one is connected to again without it', async () => {
  const [first, second, changing] = await Promise.all([start(asks), start(), start(asks)])
  const { at, kept } = computer()
  const window = await at.openWindow()
  await newPlan(window)
  const connect = async (address: string, login: { readonly user: string; readonly secret: string }): Promise<void> => {
    expect(await window.actions.connectServer('share', { address, ...login, isRemembered: login.secret !== '' })).toBeNull()
    await expect.poll(() => standing(window), { timeout: 20_000 }).toBe('upToDate')
  }
  const signIn = { user: 'planner', secret: 'hunter2' }
  const nothing = { user: '', secret: '' }
  await connect(first.url, signIn)
  expect(kept.size).toBe(1)
  await connect(second.url, nothing)
  expect([...kept]).toEqual([])
  await connect(changing.url, signIn)
  expect(kept.size).toBe(1)
  await changing.kill()
  changing.config(openConfig(changing.places))
  await changing.start()
  await connect(changing.url, nothing)
  expect([...kept]).toEqual([])
  await window.close()
})
