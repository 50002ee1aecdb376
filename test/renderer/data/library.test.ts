import { IDBObjectStore } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import { createLibrary } from '../../../renderer/data/library.ts'
import { browserPlatform } from '../../../renderer/data/platform.ts'
import { createMemoryCopies } from '../../shared/copies/memory-copies.ts'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import { createFakeComputer, planId, settled, valueOf } from './fake-computer.ts'
import { rowsOf, tamper } from './raw-database.ts'

const name = 'quarterdeck-library'
const entry: PlanEntry = { id: planId, title: 'TEC3', startsOn: '2018-07-01', isSample: false, goals: 33, openedAt: 5, changedAt: 7 }

describe('this computer', () => {
  test('[S19] its replica id is drawn once, also when two windows start at the same time', async () => {
    const computer = createFakeComputer()
    const libraries = [createLibrary(computer.openWindow()), createLibrary(computer.openWindow())]
    const replicas = (await Promise.all(libraries.map((library) => library.computer()))).map((answer) => valueOf(answer).replica)
    expect(replicas[0]).toMatch(/^[0-9a-z]{10}$/)
    expect(replicas[1]).toBe(replicas[0])
    expect(valueOf(await createLibrary(computer.openWindow()).computer())).toEqual({ replica: replicas[0], name: '' })
  })

  test('[S52] [O68] one whose profile was copied draws another replica id, keeps its name, the new id and that it was copied', async () => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.nameComputer('SRE laptop'))
    const { replica } = valueOf(await library.computer())
    const renamed = valueOf(await library.takeNewReplica())
    expect(renamed.replica).toMatch(/^[0-9a-z]{10}$/)
    expect(renamed).toEqual({ replica: expect.not.stringMatching(replica) as string, name: 'SRE laptop', isCopy: true })
    expect(valueOf(await createLibrary(computer.openWindow()).computer())).toEqual(renamed)
  })

  test('[S19] asking for it again writes nothing', async () => {
    const library = createLibrary(createFakeComputer().openWindow())
    valueOf(await library.computer())
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    valueOf(await library.computer())
    expect(put).not.toHaveBeenCalled()
    put.mockRestore()
  })

  test('[S19] two computers draw different ids', async () => {
    const { randomBytes } = browserPlatform({ copies: createMemoryCopies(), slot: 0, keepDamaged: () => Promise.resolve(false) })
    const drawn = Array.from({ length: 50 }, async () => valueOf(await createLibrary({ ...createFakeComputer().openWindow(), randomBytes }).computer()).replica)
    expect(new Set(await Promise.all(drawn)).size).toBe(50)
  })

  test('[S19] it keeps its id when it is given a name', async () => {
    const library = createLibrary(createFakeComputer().openWindow())
    valueOf(await library.nameComputer('SRE laptop'))
    const first = valueOf(await library.computer())
    expect(first.name).toBe('SRE laptop')
    valueOf(await library.nameComputer('Train'))
    expect(valueOf(await library.computer())).toEqual({ replica: first.replica, name: 'Train' })
  })

  test.each([{ replica: 'short', name: '' }, { replica: '0123456789' }, null, 7])('[S19] an id that can not be read is not replaced by another: %j', async (value) => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.computer())
    await tamper({ computer, name, store: 'settings' }, (store) => store.put({ key: 'computer', value }))
    expect(await library.computer()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'settings/computer' } })
    expect(await library.nameComputer('x')).toMatchObject({ ok: false })
    expect(await rowsOf({ factory: computer.indexedDB, name, store: 'settings' })).toEqual([{ key: 'computer', value }])
  })
})

describe('the list of plans', () => {
  test('[S18] the most recently opened plan comes first', async () => {
    const library = createLibrary(createFakeComputer().openWindow())
    for (const [id, openedAt] of [['plan:a', 1], ['plan:c', 3], ['plan:b', 3]] as const) valueOf(await library.savePlan({ ...entry, id, openedAt }))
    expect(valueOf(await library.plans()).map((plan) => plan.id)).toEqual(['plan:b', 'plan:c', 'plan:a'])
  })

  test('[S18] an entry is what was saved last', async () => {
    const library = createLibrary(createFakeComputer().openWindow())
    valueOf(await library.savePlan(entry))
    valueOf(await library.savePlan({ ...entry, title: 'Renamed', isSample: true }))
    expect(valueOf(await library.plans())).toEqual([{ ...entry, title: 'Renamed', isSample: true }])
  })

  test('[S18] what can not be read in an entry is left empty: the plan can still be opened', async () => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.plans())
    await tamper({ computer, name, store: 'plans' }, (store) => store.put({ id: planId, title: 7, startsOn: '2018-02-31', isSample: 'yes', goals: -1, openedAt: Number.NaN }))
    expect(valueOf(await library.plans())).toEqual([{ id: planId, title: '', startsOn: '2000-01-01', isSample: false, goals: 0, openedAt: 0, changedAt: 0 }])
  })

  test('[S18] an entry that names no plan is damage', async () => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.savePlan(entry))
    await tamper({ computer, name, store: 'plans' }, (store) => store.put({ id: 'goal:a' }))
    expect(await library.plans()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'plans/goal:a' } })
  })

  test('[S24] other windows are told of a change, this one is not', async () => {
    const computer = createFakeComputer()
    const [here, there] = [createLibrary(computer.openWindow()), createLibrary(computer.openWindow())]
    const told = { here: 0, there: 0 }
    here.subscribe(() => (told.here += 1))
    const stop = there.subscribe(() => (told.there += 1))
    valueOf(await here.savePlan(entry))
    valueOf(await here.nameComputer('x'))
    valueOf(await here.removePlan(planId))
    await settled()
    expect(told).toEqual({ here: 0, there: 3 })
    stop()
    valueOf(await here.savePlan(entry))
    await settled()
    expect(told.there).toBe(3)
  })
})
