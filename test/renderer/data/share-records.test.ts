import { expect, test } from 'vitest'
import { createLibrary } from '../../../renderer/data/library.ts'
import { readSeenPlan, readShareRecord, type ShareRecord } from '../../../renderer/data/share-record.ts'
import { createFakeComputer, planId, settled, valueOf } from './fake-computer.ts'

const folder: ShareRecord = { plan: planId, id: 's1', place: { kind: 'folder', token: 't', name: 'Pipeline.planfolder' } }
const server: ShareRecord = { plan: planId, id: 's2', place: { kind: 'server', address: 'wss://nats.example.org/#plan:tec3', signsIn: true } }

test('[O69] where a plan is shared is kept until it is forgotten, and every window is told', async () => {
  const computer = createFakeComputer()
  const [here, there] = [createLibrary(computer.openWindow()), createLibrary(computer.openWindow())]
  const told = { here: 0, there: 0 }
  here.shares.subscribe(() => (told.here += 1))
  const stop = there.shares.subscribe(() => (told.there += 1))
  expect(valueOf(await here.shares.of(planId))).toBeNull()
  for (const record of [folder, server]) {
    valueOf(await here.shares.save(record))
    expect(valueOf(await there.shares.of(planId))).toEqual(record)
  }
  await settled()
  expect(told).toEqual({ here: 2, there: 2 })
  stop()
  valueOf(await here.shares.forget(planId))
  await settled()
  expect([valueOf(await createLibrary(computer.openWindow()).shares.of(planId)), told.there]).toEqual([null, 2])
})

test('[O69] it stands beside who this computer is, and neither disturbs the other', async () => {
  const library = createLibrary(createFakeComputer().openWindow())
  const computer = valueOf(await library.computer())
  valueOf(await library.shares.save(folder))
  valueOf(await library.nameComputer('SRE laptop'))
  expect(valueOf(await library.computer())).toEqual({ ...computer, name: 'SRE laptop' })
  expect(valueOf(await library.shares.of(planId))).toEqual(folder)
})

test('[O69] the snapshots that were ever here are kept with it, each once, and forgotten with it', async () => {
  const { shares } = createLibrary(createFakeComputer().openWindow())
  await Promise.all([shares.addKnownSnapshots(planId, ['a', 'b']), shares.addKnownSnapshots(planId, ['b', 'c'])])
  expect(valueOf(await shares.knownSnapshots(planId)).toSorted()).toEqual(['a', 'b', 'c'])
  valueOf(await shares.forget(planId))
  expect(valueOf(await shares.knownSnapshots(planId))).toEqual([])
})

test.each([undefined, null, {}, { value: null }, { value: { id: 1, place: folder.place } }, { value: { id: 's', place: null } }, { value: { id: 's', place: { kind: 'folder', token: 1, name: '' } } }, { value: { id: 's', place: { kind: 'server', address: 'a' } } }, { value: { id: 's', place: { kind: 'pigeon' } } }])(
  '[O69] what can’t be read says that the plan isn’t shared: %j',
  (row) => {
    expect(readShareRecord({ row, plan: planId })).toBeNull()
  },
)

test('[J88] how the own plan file lay is kept with the share it lay in, until that is forgotten', async () => {
  const { shares } = createLibrary(createFakeComputer().openWindow())
  const seen = { replica: 'aaaaaaaaaa', version: '5-70', bytes: 70, knows: new Map([['aaaaaaaaaa0', '0000000001-000-aaaaaaaaaa0']]), mark: 'abc', at: 1_544_000_000_000 }
  expect(valueOf(await shares.seenPlan(folder))).toBeNull()
  valueOf(await shares.keepSeenPlan(folder, seen))
  expect(valueOf(await shares.seenPlan(folder))).toEqual(seen)
  expect(valueOf(await shares.seenPlan(server))).toBeNull()
  valueOf(await shares.forget(planId))
  expect(valueOf(await shares.seenPlan(folder))).toBeNull()
})

test.each([undefined, { value: 's1' }, { value: { share: 's1' } }, { value: { share: 's1', replica: 'aaaaaaaaaa', version: '1', bytes: '1', knows: [], mark: '', at: 1 } }, { value: { share: 's1', replica: 'aaaaaaaaaa', version: '1', bytes: 1, knows: ['never'], mark: '', at: 1 } }])('[J89] what can’t be read of it says that the file is to be read: %j', (row) => {
  expect(readSeenPlan({ row, share: 's1' })).toBeNull()
})
