import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { libraryName } from '../../../renderer/data/library-database.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { StoragePlatform } from '../../../renderer/data/platform.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { commitOf, createFakeComputer, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase } from './raw-database.ts'

const entry: PlanEntry = { id: planId, title: 'TEC3', startsOn: '2018-07-01', isSample: false, goals: 3, openedAt: 1_000, changedAt: 2_000 }
const edit = (at: number): Change => ({ at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${at % 7}`, set: { title: `at ${at}` } })

let computer: FakeComputer

const opened = async (more: Partial<StoragePlatform> = {}): Promise<PlanStorage> => {
  const storage = createPlanStorage({ id: planId, platform: { ...computer.openWindow(), ...more } })
  valueOf(await storage.load())
  return storage
}
const journals = (): readonly string[] => [...computer.copies.files.keys()].filter((name) => name.includes('/journal-'))
const forgetLibrary = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: libraryName })

/** A plan of 450 commits, in the list. */
beforeEach(async () => {
  computer = createFakeComputer()
  const storage = await opened()
  valueOf(await storage.append(Array.from({ length: 450 }, (_, at) => commitOf([edit(at)]))))
  storage.close()
  valueOf(await createLibrary(computer.openWindow()).savePlan(entry))
  await settled()
})

/** What is left of the plan, and how many plans a start without the list brings back. */
const whatIsLeft = async (): Promise<unknown> => {
  const left = journals()
  await forgetLibrary()
  const library = createLibrary(computer.openWindow())
  return [left, valueOf(await library.mend()), valueOf(await library.plans())]
}
const nothing = [[], 0, []]

describe('a plan that is removed', () => {
  test('[S79] stays off where another window had rows waiting for the second copy', async () => {
    const other = await opened()
    computer.copies.fail = 'full'
    valueOf(await other.append([commitOf([edit(500)])]))
    computer.copies.fail = null
    valueOf(await createLibrary(computer.openWindow()).removePlan(planId))
    await other.copy.catchUp()
    expect(await whatIsLeft()).toEqual(nothing)
    other.close()
  })

  test('[S79] stays off where its journal is just being filled, as when its last backup is made', async () => {
    for (const name of journals()) computer.copies.files.delete(name)
    const storage = await opened({ pause: settled })
    storage.close()
    valueOf(await createLibrary(computer.openWindow()).removePlan(planId))
    await settled()
    await settled()
    expect(await whatIsLeft()).toEqual(nothing)
  })

  test('[S79] stays off where another window just holds the log against the journal', async () => {
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
    const other = await opened()
    let isOpen = false
    const slow = await opened({ pause: () => (isOpen ? gate : Promise.resolve()) })
    isOpen = true
    const proof = slow.proveLog()
    await settled()
    valueOf(await createLibrary(computer.openWindow()).removePlan(planId))
    goOn()
    await proof
    expect(await whatIsLeft()).toEqual(nothing)
    for (const storage of [other, slow]) storage.close()
  })

  test('[S79] is not said to be removed while its journal, which would bring it back, can’t be', async () => {
    computer.copies.fail = 'denied'
    const library = createLibrary(computer.openWindow())
    expect(await library.removePlan(planId)).toMatchObject({ ok: false })
    computer.copies.fail = null
    expect(valueOf(await library.plans())).toEqual([entry])
    const storage = await opened()
    expect(storage.mended()).toBeNull()
    storage.close()
    await settled()
    valueOf(await library.removePlan(planId))
    expect(await whatIsLeft()).toEqual(nothing)
  })

  test('[S79] comes off where there is no place for a second copy', async () => {
    computer.copies.fail = 'unavailable'
    const library = createLibrary(computer.openWindow())
    valueOf(await library.removePlan(planId))
    expect(valueOf(await library.plans())).toEqual([])
  })
})

describe('the list of plans', () => {
  test('[S79] a plan that has no journal yet is back with the list, where its database is here', async () => {
    for (const name of journals()) computer.copies.files.delete(name)
    await forgetLibrary()
    const library = createLibrary(computer.openWindow())
    expect(valueOf(await library.mend())).toBe(1)
    expect(valueOf(await library.plans())).toEqual([entry])
  })

  test('[S79] of two windows that write it at once, the copy has what both wrote', async () => {
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
    const { copies } = computer
    const late = createLibrary({ ...computer.openWindow(), copies: { ...copies, write: async (file) => {
      await gate
      return copies.write(file)
    } } })
    const named = late.nameComputer('Old')
    await settled()
    const here = createLibrary(computer.openWindow())
    valueOf(await here.nameComputer('New'))
    const moved = valueOf(await here.takeNewReplica())
    goOn()
    valueOf(await named)
    await forgetLibrary()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.mend())
    expect(valueOf(await library.computer())).toEqual({ ...moved, name: 'New' })
  })

  test('[S79] is not begun anew because it could not be read for once', async () => {
    const window = computer.openWindow()
    let fails = 4 // Dexie asks so often by itself
    const indexedDB = new Proxy(computer.indexedDB, {
      get: (factory, key) => {
        if (key !== 'open') return (Reflect.get(factory, key) as () => unknown).bind(factory)
        return (...asked: [string, number?]) => {
          if (fails > 0) {
            fails -= 1
            throw new DOMException('busy', 'UnknownError')
          }
          return factory.open(...asked)
        }
      },
    })
    computer.copies.files.delete('library/list.json')
    const before = valueOf(await createLibrary(computer.openWindow()).computer())
    const library = createLibrary({ ...window, indexedDB })
    expect(valueOf(await library.mend())).toBe(0)
    expect(valueOf(await library.plans())).toEqual([entry])
    expect(valueOf(await library.computer())).toEqual(before)
  })
})
