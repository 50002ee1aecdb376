import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { Commit } from '../../../renderer/data/storage.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase, withStores } from './raw-database.ts'

afterEach(() => vi.restoreAllMocks())

const change: Change = { at: formatStamp({ ms: 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title: 'one' } }

async function databases(computer: FakeComputer): Promise<unknown> {
  return computer.indexedDB.databases()
}

describe('a database of another version', () => {
  test.each([
    ['with our stores', ['commits', 'checkpoints', 'more']],
    ['without one of our stores', ['log']],
  ])('[S15] a newer one, %s, is refused and left as it is', async (_, stores) => {
    const computer = createFakeComputer()
    await withStores({ factory: computer.indexedDB, name: planDatabase, version: 1000, create: (database) => stores.forEach((name) => database.createObjectStore(name, { autoIncrement: true })), work: () => undefined })
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    expect(await storage.load()).toEqual({ ok: false, failure: { kind: 'newer' } })
    expect(await storage.append([commitOf([change])])).toEqual({ ok: false, failure: { kind: 'newer' } })
    storage.close()
    await settled()
    await withStores({ factory: computer.indexedDB, name: planDatabase, work: (store) => void stores.map(store) })
    expect(await databases(computer)).toEqual([{ name: planDatabase, version: 1000 }])
  })

  test('[S15] one that lacks a store is damaged, and is not patched up', async () => {
    vi.spyOn(console, 'warn').mockReturnValue() // Dexie announces that it will add the store, which it then may not
    const computer = createFakeComputer()
    await withStores({ factory: computer.indexedDB, name: planDatabase, version: 10, create: (database) => database.createObjectStore('checkpoints', { keyPath: 'part' }), work: () => undefined })
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    expect(await storage.load()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'stores' } })
    storage.close()
    await settled()
    expect(await databases(computer)).toEqual([{ name: planDatabase, version: 10 }])
  })
})

describe('another window', () => {
  test('[S16] [S17] removes the plan from this computer: this window lets go, says so, and does not begin it anew', async () => {
    const computer = createFakeComputer()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    valueOf(await storage.append([commitOf([change])]))
    const library = createLibrary(computer.openWindow())
    valueOf(await library.savePlan({ id: planId, title: 'TEC3', startsOn: '2018-07-01', isSample: false, goals: 1, openedAt: 1, changedAt: 1 }))
    const warn = vi.spyOn(console, 'warn')
    valueOf(await library.removePlan(planId))
    expect(warn).not.toHaveBeenCalled()
    expect(valueOf(await library.plans())).toEqual([])
    expect(await storage.append([commitOf([change])])).toEqual({ ok: false, failure: { kind: 'removed' } })
    expect(await databases(computer)).toEqual([{ name: 'quarterdeck-library', version: 10 }])
  })

  test('[S16] brings a newer version of the app: this window lets go and says so', async () => {
    const computer = createFakeComputer()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    await withStores({ factory: computer.indexedDB, name: planDatabase, version: 1000, work: () => undefined })
    expect(await storage.append([commitOf([change])])).toEqual({ ok: false, failure: { kind: 'newer' } })
  })

  test('[S17] a plan that is removed and begun again is empty', async () => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    const storage = library.openPlan(planId)
    valueOf(await storage.append([commitOf([change])]))
    valueOf(await library.removePlan(planId))
    valueOf(await library.removePlan(planId))
    expect(portraitOf(valueOf(await library.openPlan(planId).load()))).toBe(portraitOf(emptyChangeSet()))
  })
})

describe('the browser closes a database of its own accord', () => {
  test('[S16] it is opened again when it is needed', async () => {
    const { computer, closeAll } = watched()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    await closeAll()
    valueOf(await storage.append([commitOf([change])]))
    expect(portraitOf(valueOf(await storage.load()))).toBe(portraitOf(foldChanges([change])))
  })

  test('[S16] and when it is gone by then, that is said, and no empty one is put in its place', async () => {
    const { computer, closeAll } = watched()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    await settled()
    await closeAll()
    await dropDatabase({ factory: computer.indexedDB, name: planDatabase })
    expect(await storage.append([commitOf([change])])).toEqual({ ok: false, failure: { kind: 'damaged', where: 'stores' } })
    await settled()
    expect(await databases(computer)).toEqual([])
  })

  test('[Z3] by two windows at once too: what both write next is there', async () => {
    const { computer, closeAll } = watched()
    const [one, other] = [computer.openWindow(), computer.openWindow()].map((platform) => createPlanStorage({ id: planId, platform }))
    if (one === undefined || other === undefined) throw new Error('two windows were opened')
    valueOf(await one.load())
    valueOf(await other.load())
    for (let at = 0; at < 20; at += 1) valueOf(await (at % 2 === 0 ? one : other).append([commitOf([{ ...change, on: `goal:g${at}` }])]))
    await settled()
    await closeAll()
    await dropDatabase({ factory: computer.indexedDB, name: planDatabase })
    const last = [one, other].map((storage, at) => ({ storage, commits: [commitOf([{ ...change, on: `goal:last${at}` }])] }))
    const answers = await Promise.all(last.map(({ storage, commits }) => storage.append(commits)))
    await settled()
    // what one window has put in its place while the other was at it may be refused once, and is tried again
    for (const [at, { storage, commits }] of last.entries()) if (answers[at]?.ok !== true) valueOf(await storage.append(commits))
    await settled()
    expect(valueOf(await createPlanStorage({ id: planId, platform: computer.openWindow() }).load()).records.size).toBe(22)
  })

  test('[Z3] also what the second copy had no room for is there, once it has', async () => {
    const { computer, closeAll } = watched()
    let hasRoom = true
    const { copies } = computer
    const window = { ...computer.openWindow(), copies: { ...copies, append: (addition: Parameters<typeof copies.append>[0]) => (hasRoom ? copies.append(addition) : Promise.resolve({ ok: false, reason: 'full' } as const)) } }
    const storage = createPlanStorage({ id: planId, platform: window })
    valueOf(await storage.load())
    valueOf(await storage.append([commitOf([change])]))
    hasRoom = false
    valueOf(await storage.append([commitOf([{ ...change, on: 'goal:no-room' }])]))
    expect(storage.copy.state()).toMatchObject({ kind: 'behind', reason: 'full' })
    expect(storage.copy.uncopied().map(({ changes }) => changes[0]?.on)).toEqual(['goal:no-room'])
    await settled()
    await closeAll()
    await dropDatabase({ factory: computer.indexedDB, name: planDatabase })
    // while there is none, nothing takes the number of what only this window still has
    expect(await storage.append([commitOf([{ ...change, on: 'goal:last' }])])).toEqual({ ok: false, failure: { kind: 'damaged', where: 'stores' } })
    await settled()
    hasRoom = true
    valueOf(await storage.append([commitOf([{ ...change, on: 'goal:last' }])]))
    await settled()
    expect(valueOf(await createPlanStorage({ id: planId, platform: computer.openWindow() }).load()).records.size).toBe(3)
  })

  test('[Z3] when it is gone by then and the second copy has it all, it is made whole with the next edit, which is saved', async () => {
    const { computer, closeAll } = watched()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    const other = createPlanStorage({ id: planId, platform: computer.openWindow() })
    const shown: Commit[] = []
    valueOf(await storage.load())
    valueOf(await other.load())
    valueOf(await storage.append(Array.from({ length: 70 }, (_, at) => commitOf([{ ...change, on: `goal:g${at}` }]))))
    valueOf(await storage.checkpoint())
    storage.subscribe((commits) => shown.push(...commits))
    await settled()
    computer.isDeaf = true
    valueOf(await other.append([commitOf([{ ...change, on: 'goal:other' }])]))
    await settled()
    await closeAll()
    await dropDatabase({ factory: computer.indexedDB, name: planDatabase })
    valueOf(await storage.append([commitOf([{ ...change, on: 'goal:last' }])]))
    await settled()
    expect(storage.mended()).toMatchObject({ commits: 71, isWhole: true })
    expect(shown.map(({ changes }) => changes[0]?.on)).toEqual(['goal:other'])
    valueOf(await other.append([commitOf([{ ...change, on: 'goal:later' }])])) // the other window goes on as well
    valueOf(await storage.append(Array.from({ length: 70 }, (_, at) => commitOf([{ ...change, on: `goal:h${at}` }]))))
    valueOf(await storage.checkpoint())
    const again = valueOf(await createPlanStorage({ id: planId, platform: computer.openWindow() }).load())
    expect(again.records.size).toBe(70 + 3 + 70)
  })
})

/** A computer whose browser can be made to close every open database, as it does when its storage process ends. */
function watched(): { readonly computer: FakeComputer; readonly closeAll: () => Promise<void> } {
  const factory = new IDBFactory()
  const opened: IDBOpenDBRequest[] = []
  const open = factory.open.bind(factory)
  vi.spyOn(factory, 'open').mockImplementation((...asked) => {
    const request = open(...asked)
    opened.push(request)
    return request
  })
  return {
    computer: createFakeComputer(factory),
    closeAll: async () => {
      for (const { result } of opened) forceCloseDatabase(result as never) // it wants its own class where the types say the class's type
      await settled()
    },
  }
}
