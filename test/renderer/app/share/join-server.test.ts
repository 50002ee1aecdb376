import { afterEach, beforeEach, expect, test } from 'vitest'
import { createShareActions, type ShareActions } from '../../../../renderer/app/share/share-actions.ts'
import { createSharePlaces, type SharePlaces } from '../../../../renderer/app/share/share-places.ts'
import { createSignedIn } from '../../../../renderer/app/share/signed-in.ts'
import { shareActionText } from '../../../../renderer/text/share-actions.ts'
import { createToaster } from '../../../../renderer/ui/toaster.ts'
import { createFolderMailbox } from '../../../../shared/share/folder/folder-mailbox.ts'
import { shareText } from '../../../../shared/share/share-item.ts'
import { exchangeEntries } from '../../../../shared/plan/merge-state.ts'
import { planId } from '../../data/fake-computer.ts'
import { createFakeLocks } from '../../data/fake-locks.ts'
import { noServers, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder, createMemoryFolders, type MemoryFolder } from './memory-folders.ts'
import { gatherTeam, newPlan, type Team } from './team.ts'

let team: Team
let server: MemoryFolder
/** What was kept of sign-ins: the plans. */
let signedIn: string[]

beforeEach(() => {
  team = gatherTeam()
  server = createMemoryFolder('on the server')
  signedIn = []
})
afterEach(() => team.disband())

const address = `wss://nats.example.org/#${planId}`
const entry = { address, user: 'sre', secret: 'known', isRemembered: false }

/** What a window does about shares where a server answers: what lies there lies in a folder in memory. */
function actionsAt(window: WindowAtShare): ShareActions {
  const folders = createMemoryFolders()
  folders.next = server
  const own = createSharePlaces({ folders, servers: noServers, signedIn: createSignedIn({ openChannel: () => ({ post: () => undefined, close: () => undefined }) }), now: Date.now })
  const places: SharePlaces = {
    ...own,
    openServer: async () => {
      const chosen = await folders.choose({ share: null })
      const files = await folders.open(chosen?.token ?? '')
      return files === null ? { ok: false, reason: 'unreachable' } : { ok: true, value: createFolderMailbox({ files, now: Date.now }) }
    },
    keepCredentials: async (kept) => {
      signedIn.push(kept.plan)
      await own.keepCredentials(kept)
    },
  }
  return createShareActions({ store: window.store, desk: window.desk, toaster: createToaster(), records: window.library.shares, folders, servers: noServers, places, locks: createFakeLocks(), problem: () => undefined })
}

test('[D100] a join through a server that can’t be is told in the form that asked, which stays, and nothing is kept of the sign-in', async () => {
  const window = await team.open(team.there)
  const actions = actionsAt(window)
  actions.joinThroughServer()
  const form = window.store.getState().overlay
  expect(await actions.connectServer('join', entry)).toBe(shareActionText.noPlanThere)
  expect(window.store.getState().overlay).toBe(form)
  server.isOut = true
  expect(await actions.connectServer('join', entry)).toBe(shareActionText.server.unreachable)
  expect(window.store.getState().overlay).toBe(form)
  expect(signedIn).toEqual([])
})

test('[D100] one that can be closes the form and opens the plan, and who closes the form before gives it up', async () => {
  const first = await team.open(team.here)
  await newPlan(first)
  const source = createMemoryFolder('Pipeline.planfolder')
  team.here.folders.next = source
  expect(await first.actions.chooseShareFolder()).toBeNull()
  await expect.poll(() => source.files.size).toBeGreaterThan(1)
  server = source
  const window = await team.open(team.there)
  const actions = actionsAt(window)
  actions.joinThroughServer()
  const given = actions.connectServer('join', entry)
  window.store.setState({ overlay: null })
  expect(await given).toBeNull()
  expect(window.store.getState().phase.kind).not.toBe('plan')
  actions.joinThroughServer()
  expect(await actions.connectServer('join', entry)).toBeNull()
  expect(window.store.getState().overlay).toBeNull()
  expect(window.session().plan.getState().planId).toBe(planId)
  expect(signedIn).toEqual([planId])
})

test('[D102] who connects again to the server of the plan goes on with the same share, and nothing new is listed', async () => {
  const first = await team.open(team.here)
  await newPlan(first)
  const here = actionsAt(first)
  here.shareThroughServer()
  expect(await here.connectServer('share', entry)).toBeNull()
  const record = (): Promise<unknown> => first.library.shares.of(planId)
  const before = await record()
  await first.library.shares.addKnownSnapshots(planId, ['removed-here'])
  here.shareThroughServer()
  expect(await here.connectServer('share', { ...entry, secret: 'another' })).toBeNull()
  expect(await record()).toEqual(before)
  expect(await first.library.shares.knownSnapshots(planId)).toEqual({ ok: true, value: ['removed-here'] })
  const listed = (window: WindowAtShare): readonly string[] => exchangeEntries(window.session().plan.getState().exchanges).map(({ kind }) => kind)
  expect(listed(first)).toEqual(['shared'])
  // another address is another share
  expect(await here.connectServer('share', { ...entry, address: 'wss://other.example.org' })).toBeNull()
  expect(listed(first)).toEqual(['shared', 'unshared', 'shared'])
})

test('[D114] a server that holds another plan is refused with its title, and nothing is kept of the sign-in', async () => {
  const first = await team.open(team.here)
  await newPlan(first)
  const folders = createMemoryFolders()
  folders.next = server
  const chosen = await folders.choose({ share: null })
  const files = await folders.open(chosen?.token ?? '')
  if (files === null) throw new Error('no folder')
  await createFolderMailbox({ files, now: Date.now }).put('share', shareText({ planId: 'plan:another', title: 'Another' }))
  expect(await actionsAt(first).connectServer('share', entry)).toBe(shareActionText.otherPlan('Another'))
  expect(signedIn).toEqual([])
})

test('[D103] who joined finds “joined” in what was exchanged, and who began “shared”', async () => {
  const a = await team.sharing()
  const b = await team.joined()
  const listed = (window: WindowAtShare): readonly string[] => exchangeEntries(window.session().plan.getState().exchanges).map(({ kind }) => kind)
  await expect.poll(() => listed(b)).toEqual(['joined'])
  expect(listed(a)).toEqual(['shared'])
})
