import { beforeEach, expect, test } from 'vitest'
import { folderOfPlan } from '../../../shared/copies/copy-name.ts'
import { noGoals } from '../../../shared/model/status.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase, tamper } from './raw-database.ts'

const folder = folderOfPlan(planId)

let computer: FakeComputer

beforeEach(() => {
  computer = createFakeComputer()
})

const opened = (): PlanStorage => createPlanStorage({ id: planId, platform: computer.openWindow() })
const deleteDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: planDatabase })

const digest = `sha256:${'ab'.repeat(32)}`
const snapshot = { head: { digest, scope: 'year', at: '2018-12-06T16:42:00Z', by: { replica: 'aaaaaaaaaa', name: 'Laptop' }, byStatus: { ...noGoals(), todo: 1 } }, text: '{"a":1}' } as const

const keep = async (): Promise<void> => {
  const storage = opened()
  valueOf(await storage.load())
  valueOf(await storage.snapshots.keep(snapshot))
  storage.close()
  await settled()
}
const listed = async (): Promise<readonly unknown[]> => {
  const storage = opened()
  valueOf(await storage.load())
  await settled()
  const heads = valueOf(await storage.snapshots.list())
  const texts = await Promise.all(heads.map(async (head) => valueOf(await storage.snapshots.text(head.digest))))
  storage.close()
  await settled()
  return [heads, texts]
}

test.each([
  ['the database is gone', deleteDatabase],
  ['their rows are gone', () => tamper({ computer, store: 'snapshots' }, (store) => store.clear())],
  ['their texts are gone', () => tamper({ computer, store: 'snapshotTexts' }, (store) => store.clear())],
  ['their copies are gone, and then the database', async () => {
    computer.copies.files.delete(`${folder}/snapshot-${'ab'.repeat(32)}.json`)
    await listed()
    await deleteDatabase()
  }],
])('[S72] snapshots are there again when %s', async (_, damage) => {
  await keep()
  await damage()
  expect(await listed()).toEqual([[snapshot.head], ['{"a":1}']])
})

test('[S72] snapshots are there again though their copy was damaged, since a copy that is damaged is written again in time', async () => {
  await keep()
  const name = `${folder}/snapshot-${'ab'.repeat(32)}.json`
  computer.copies.files.set(name, (computer.copies.files.get(name) ?? '').slice(0, -9))
  const storage = opened()
  valueOf(await storage.load())
  valueOf(await storage.proveLog())
  storage.close()
  await settled()
  await deleteDatabase()
  expect(await listed()).toEqual([[snapshot.head], ['{"a":1}']])
})

test('[S72] a snapshot is not said to be removed while its copy, which would bring it back, can’t be', async () => {
  await keep()
  const storage = opened()
  valueOf(await storage.load())
  computer.copies.fail = 'denied'
  expect(await storage.snapshots.remove(digest)).toMatchObject({ ok: false })
  computer.copies.fail = null
  valueOf(await storage.snapshots.remove(digest))
  storage.close()
  await settled()
  expect(await listed()).toEqual([[], []])
})

test('[S72] a snapshot that was removed stays so', async () => {
  await keep()
  const storage = opened()
  valueOf(await storage.load())
  valueOf(await storage.snapshots.remove(digest))
  storage.close()
  await settled()
  await deleteDatabase()
  expect(await listed()).toEqual([[], []])
})
