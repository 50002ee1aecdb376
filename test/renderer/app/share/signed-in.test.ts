import { expect, test } from 'vitest'
import { createSharePlaces, type SharePlaces } from '../../../../renderer/app/share/share-places.ts'
import { createSignedIn } from '../../../../renderer/app/share/signed-in.ts'
import type { ServerAccess } from '../../../../renderer/host/share-places.ts'
import { createFakeComputer, planId, settled, type FakeComputer } from '../../data/fake-computer.ts'
import { createMemoryFolders } from './memory-folders.ts'

const url = 'wss://nats.example.org/'
const share = { plan: planId, place: { kind: 'server', address: `${url}#${planId}`, signsIn: true } } as const
const token = { plan: planId, address: { url }, credentials: { kind: 'token', token: 's3cret' } } as const

interface Kept extends ServerAccess {
  readonly secrets: ReadonlyMap<string, string>
}

/** A place that keeps secrets; whoever knows one is asked before it connects, and says no. */
function keeping(keeps: ServerAccess['keeps']): Kept {
  const secrets = new Map<string, string>()
  return {
    secrets,
    keeps,
    allow: () => Promise.resolve(false),
    keepSecret: (plan, secret) => {
      if (keeps === 'nowhere') return Promise.resolve(false)
      if (secret === null) secrets.delete(plan)
      else secrets.set(plan, secret)
      return Promise.resolve(true)
    },
    secret: (plan) => Promise.resolve(secrets.get(plan) ?? null),
  }
}

function openWindow(computer: FakeComputer, servers: ServerAccess): SharePlaces {
  return createSharePlaces({ folders: createMemoryFolders(), servers, signedIn: createSignedIn(computer.openWindow()), now: Date.now })
}

/** Whether a window could sign in, or what is missing. */
async function reasonIn(places: SharePlaces): Promise<string> {
  const opened = await places.openMailbox(share)
  return opened.ok ? '' : opened.reason
}

test('[D98] what a server is shown is known until the last window is closed where it isn’t to be remembered, and nothing of it is kept', async () => {
  const [computer, servers] = [createFakeComputer(), keeping('browser')]
  const first = openWindow(computer, servers)
  expect(await reasonIn(first)).toBe('signIn')
  await first.keepCredentials({ ...token, isRemembered: true })
  expect([...servers.secrets.keys()]).toEqual([planId])
  await first.keepCredentials({ ...token, isRemembered: false })
  expect([...servers.secrets.keys()]).toEqual([])
  await settled()
  // another window of the same computer may be the one that speaks with the server
  const second = openWindow(computer, servers)
  expect([await reasonIn(first), await reasonIn(second)]).toEqual(['asks', 'asks'])
  await first.forget(share)
  await settled()
  expect([await reasonIn(first), await reasonIn(second)]).toEqual(['signIn', 'signIn'])
})

test('[D99] after a restart it is known where it was remembered; elsewhere the sign-in is needed', async () => {
  const reasonAfter = async (keeps: ServerAccess['keeps'], isRemembered: boolean): Promise<string> => {
    const servers = keeping(keeps)
    await openWindow(createFakeComputer(), servers).keepCredentials({ ...token, isRemembered })
    return reasonIn(openWindow(createFakeComputer(), servers))
  }
  expect([await reasonAfter('browser', true), await reasonAfter('browser', false), await reasonAfter('keyStore', true), await reasonAfter('nowhere', true)]).toEqual(['asks', 'signIn', 'asks', 'signIn'])
})

test('[D98] another window that says something else makes nobody sign in, and of another server neither', async () => {
  const computer = createFakeComputer()
  const places = openWindow(computer, keeping('browser'))
  const { post } = computer.openWindow().openChannel({ name: 'quarterdeck signed in', onMessage: () => undefined })
  const elsewhere = JSON.stringify({ url: 'wss://other.example.org/', credentials: token.credentials })
  for (const said of [null, 7, 'set', { kind: 'set', plan: 7, secret: 's' }, { kind: 'set', plan: planId, secret: 'x'.repeat(100_001) }, { kind: 'set', plan: planId, secret: elsewhere }]) post(said)
  await settled()
  expect(await reasonIn(places)).toBe('signIn')
})
