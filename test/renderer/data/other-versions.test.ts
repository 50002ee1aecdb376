import { expect, test, vi } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { commitOf, createFakeComputer, planDatabase, planId, valueOf } from './fake-computer.ts'
import { withStores } from './raw-database.ts'

const change: Change = { at: formatStamp({ ms: 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title: 'one' } }

/** A window of an app that lets go of nothing until it is told to. */
async function holdOpen(factory: IDBFactory, { name, version }: { readonly name: string; readonly version: number }): Promise<() => void> {
  const request = factory.open(name, version)
  await new Promise((opened) => request.addEventListener('success', opened))
  return () => request.result.close()
}

test('[V3] an older window that holds the database blocks, and once it lets go the same call succeeds', async () => {
  const computer = createFakeComputer()
  await withStores({
    factory: computer.indexedDB,
    name: planDatabase,
    version: 10,
    create: (database) => {
      database.createObjectStore('commits', { keyPath: 'seq', autoIncrement: true })
      database.createObjectStore('checkpoints', { keyPath: 'part' })
    },
    work: () => undefined,
  })
  const letGo = await holdOpen(computer.indexedDB, { name: planDatabase, version: 10 })
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  expect(await storage.load()).toEqual({ ok: false, failure: { kind: 'blocked' } })
  letGo()
  valueOf(await storage.load())
  valueOf(await storage.append([commitOf([change])]))
})

test('[V16] removing a plan from the computer does not wait for ever for a window that does not let go, and can be tried again', async () => {
  const computer = createFakeComputer()
  const library = createLibrary(computer.openWindow())
  const storage = library.openPlan(planId)
  valueOf(await storage.append([commitOf([change])]))
  const version = (await computer.indexedDB.databases()).find(({ name }) => name === planDatabase)?.version ?? 0
  const letGo = await holdOpen(computer.indexedDB, { name: planDatabase, version })
  expect(await library.removePlan(planId)).toEqual({ ok: false, failure: { kind: 'blocked' } })
  letGo()
  valueOf(await library.removePlan(planId))
  expect((await computer.indexedDB.databases()).map(({ name }) => name)).not.toContain(planDatabase)
})

test('[V4] a window is told when a newer version takes over what it has open, and not when a plan is removed', async () => {
  const computer = createFakeComputer()
  const onOutdated = vi.fn<() => void>()
  const storage = createPlanStorage({ id: planId, platform: { ...computer.openWindow(), onOutdated } })
  valueOf(await storage.load())
  await withStores({ factory: computer.indexedDB, name: planDatabase, version: 1000, work: () => undefined })
  expect(onOutdated).toHaveBeenCalledTimes(1)
  const other = createFakeComputer()
  const removed = createPlanStorage({ id: planId, platform: { ...other.openWindow(), onOutdated } })
  valueOf(await removed.load())
  valueOf(await createLibrary(other.openWindow()).removePlan(planId))
  expect(onOutdated).toHaveBeenCalledTimes(1)
})

test('[V17] a list of plans that can’t be read is left as it is where nothing could take its place', async () => {
  vi.spyOn(console, 'warn').mockReturnValue() // Dexie announces that it will add the store, which it then may not
  const computer = createFakeComputer()
  await withStores({ factory: computer.indexedDB, name: 'quarterdeck-library', version: 10, create: (database) => database.createObjectStore('plans', { keyPath: 'id' }), work: () => undefined })
  const library = createLibrary(computer.openWindow())
  expect(await library.mend()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'stores' } })
  expect(await computer.indexedDB.databases()).toEqual([{ name: 'quarterdeck-library', version: 10 }])
  vi.restoreAllMocks()
})
