import { beforeEach, expect, test } from 'vitest'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { isUnread, type PlanEntry } from '../../../shared/model/plan-entry.ts'
import { libraryName } from '../../../renderer/data/library-database.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import type { Computer, Library } from '../../../renderer/data/storage.ts'
import { commitOf, createFakeComputer, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase, tamper } from './raw-database.ts'

const entry: PlanEntry = { id: planId, title: 'TEC3', startsOn: '2018-07-01', isSample: false, goals: 3, openedAt: 1_000, changedAt: 2_000 }
const other: PlanEntry = { ...entry, id: 'plan:Other', title: 'Other', openedAt: 500 }

let computer: FakeComputer
let before: Computer

beforeEach(async () => {
  computer = createFakeComputer()
  const library = createLibrary(computer.openWindow())
  before = valueOf(await library.computer())
  for (const { id } of [entry, other]) {
    const storage = library.openPlan(id)
    valueOf(await storage.load())
    valueOf(await storage.append([commitOf([{ at: formatStamp({ ms: 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: id, set: { title: 'T' } }])]))
    storage.close()
  }
  valueOf(await library.savePlan(entry))
  valueOf(await library.savePlan(other))
  valueOf(await library.nameComputer('Laptop'))
  await settled()
})

const opened = async (): Promise<{ readonly library: Library; readonly putBack: number }> => {
  const library = createLibrary(computer.openWindow())
  return { library, putBack: valueOf(await library.mend()) }
}
const forgetDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: libraryName })

test('[S70] a list of plans that is whole is left as it is', async () => {
  const { library, putBack } = await opened()
  expect([putBack, valueOf(await library.plans()), valueOf(await library.computer())]).toEqual([0, [entry, other], { ...before, name: 'Laptop' }])
})

test('[S70] a list that is gone is back, and the computer is the one it was', async () => {
  await forgetDatabase()
  const { library, putBack } = await opened()
  expect([putBack, valueOf(await library.plans()), valueOf(await library.computer())]).toEqual([2, [entry, other], { ...before, name: 'Laptop' }])
  expect((await opened()).putBack).toBe(0)
})

test('[S70] an entry that is gone or can not be read is back', async () => {
  await tamper({ computer, name: libraryName, store: 'plans' }, (store) => {
    store.delete(planId)
    store.put({ id: 'nothing of ours' })
  })
  const { library, putBack } = await opened()
  expect([putBack, valueOf(await library.plans())]).toEqual([1, [entry, other]])
})

test('[S70] a plan is listed whose entry no copy has: its journal says that it was here', async () => {
  await forgetDatabase()
  computer.copies.files.delete('library/list.json')
  const { library } = await opened()
  expect(valueOf(await library.plans()).map(({ id }) => id).toSorted()).toEqual([other.id, planId].toSorted())
})

test('[S70] of such a plan the list says what its journal or its newest good backup says, and nothing that neither does', async () => {
  const library = createLibrary(computer.openWindow())
  const storage = library.openPlan(planId)
  valueOf(await storage.load())
  const at = (ms: number): string => formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' })
  valueOf(await storage.append([commitOf([{ at: at(2), on: planId, set: { title: 'From journal', startsOn: '2018-07-01' } }, { at: at(3), on: 'goal:a', set: { title: 'A', parent: planId } }])]))
  storage.close()
  await settled()
  await forgetDatabase()
  computer.copies.files.delete('library/list.json')
  const plans = valueOf(await (await opened()).library.plans())
  const [read, unread] = [planId, other.id].map((id) => plans.find((each) => each.id === id))
  expect(read).toMatchObject({ title: 'From journal', startsOn: '2018-07-01', openedAt: 0, changedAt: 1_543_000_000_000 })
  expect([unread?.title, isUnread(unread ?? other)]).toEqual(['T', true])
})

test('[S70] the sample alone is put back without a word of plans', async () => {
  const library = createLibrary(computer.openWindow())
  valueOf(await library.savePlan({ ...other, isSample: true }))
  await tamper({ computer, name: libraryName, store: 'plans' }, (store) => store.delete(other.id))
  expect((await opened()).putBack).toBe(0)
  expect(valueOf(await library.plans()).map(({ id }) => id)).toContain(other.id)
})

test('[S71] a plan that was removed from this computer does not come back', async () => {
  valueOf(await createLibrary(computer.openWindow()).removePlan(planId))
  await forgetDatabase()
  const { library, putBack } = await opened()
  expect([putBack, valueOf(await library.plans())]).toEqual([1, [other]])
})

test('[S70] without a second copy the list is what the database says', async () => {
  computer.copies.fail = 'unavailable'
  const { library, putBack } = await opened()
  expect([putBack, valueOf(await library.plans())]).toEqual([0, [entry, other]])
})
