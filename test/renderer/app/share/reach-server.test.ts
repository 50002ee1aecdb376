import { expect, test } from 'vitest'
import type { MailFailure } from '../../../../shared/share/mailbox.ts'
import type { ServerCredentials } from '../../../../shared/share/server/server-credentials.ts'
import { reachServer } from '../../../../renderer/app/share/reach-server.ts'
import type { SharePlaces } from '../../../../renderer/app/share/share-places.ts'
import { shareActionText } from '../../../../renderer/text/share-actions.ts'
import { planId } from '../../data/fake-computer.ts'
import { createMemoryFolder, createMemoryFolders } from './memory-folders.ts'
import { createFolderMailbox } from '../../../../shared/share/folder/folder-mailbox.ts'

const creds = '-----BEGIN NATS USER JWT-----\nabc.def\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\nSUAAAA\n------END USER NKEY SEED------\n'

interface Shown {
  readonly url: string
  readonly credentials: ServerCredentials
}

/** A server that answers, or says why not; what it was shown is noted. */
function serverThat(refuses: MailFailure | null): { readonly places: Pick<SharePlaces, 'openServer'>; readonly shown: Shown[]; readonly closed: { times: number } } {
  const shown: Shown[] = []
  const closed = { times: 0 }
  const openServer: SharePlaces['openServer'] = async ({ address, credentials }) => {
    shown.push({ url: address.url, credentials })
    const folders = createMemoryFolders()
    folders.next = createMemoryFolder('')
    folders.next.isOut = refuses !== null
    const chosen = await folders.choose({ share: null })
    const files = await folders.open(chosen?.token ?? '')
    if (files === null) throw new Error('nothing was chosen')
    const mailbox = createFolderMailbox({ files, now: Date.now })
    const list: typeof mailbox.list = async () => (refuses === null ? mailbox.list() : { ok: false, reason: refuses })
    return { ok: true, value: { ...mailbox, list, close: async () => void (closed.times += 1) } }
  }
  return { places: { openServer }, shown, closed }
}

const entry = { address: 'wss://nats.example.org', user: '', secret: '', isRemembered: true }
const planOf = (): typeof planId => planId

test('[O74] what is wrong with an address is said, and no server is asked', async () => {
  const { places, shown } = serverThat(null)
  const why = async (address: string): Promise<string> => {
    const reached = await reachServer({ places, entry: { ...entry, address }, planOf })
    return reached.ok ? '' : reached.why
  }
  expect([await why(''), await why('https://nats.example.org'), await why('ws://nats.example.org'), await why('wss://nats.example.org/#goal:a')]).toEqual([shareActionText.address.empty, shareActionText.address.scheme, shareActionText.address.open, shareActionText.address.plan])
  expect(await reachServer({ places, entry: { ...entry, address: 'wss://nats.example.org/#plan:x' }, planOf: (named) => (named === planId ? planId : { why: 'another plan' }) })).toEqual({ ok: false, why: 'another plan' })
  expect(shown).toEqual([])
})

test('[O74] what a person says is shown to the server in its own way: a password, a token, a credentials file, or what stands in the address', async () => {
  const { places, shown } = serverThat(null)
  for (const said of [{}, { user: 'planner', secret: 'right' }, { secret: 'token' }, { secret: creds }, { address: 'wss://planner:pasted@nats.example.org' }]) await reachServer({ places, entry: { ...entry, ...said }, planOf })
  expect(shown.map(({ credentials }) => credentials)).toEqual([{ kind: 'none' }, { kind: 'password', user: 'planner', password: 'right' }, { kind: 'token', token: 'token' }, { kind: 'creds', text: creds.trim() }, { kind: 'password', user: 'planner', password: 'pasted' }])
})

test('[O74] the place that is kept names server and plan and no secret', async () => {
  const { places } = serverThat(null)
  const reached = await reachServer({ places, entry: { ...entry, address: 'wss://planner:pasted@nats.example.org:8443' }, planOf })
  expect(reached).toMatchObject({ ok: true, plan: planId, place: { kind: 'server', address: `wss://nats.example.org:8443/#${planId}`, signsIn: true } })
})

test.each(['unreachable', 'refused', 'full', 'failed'] as const)('[O74] a server that answers “%s” is told of in words, and let go of', async (reason) => {
  const { places, closed } = serverThat(reason)
  expect(await reachServer({ places, entry, planOf })).toEqual({ ok: false, why: shareActionText.server[reason] })
  expect(closed.times).toBe(1)
})
