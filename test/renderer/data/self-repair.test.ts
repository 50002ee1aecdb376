import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { folderOfPlan } from '../../../shared/copies/copy-name.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { StoragePlatform } from '../../../renderer/data/platform.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Commit, Mended, PlanStorage } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase, rowsOf, tamper } from './raw-database.ts'

const folder = folderOfPlan(planId)
const edits = Array.from({ length: 90 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${at % 7}`, set: { title: `at ${at}` } }))
const brought = Array.from({ length: 600 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 1, writer: 'bbbbbbbbbb0' }), on: `goal:h${at}`, set: { title: `brought ${at}` } }))
const commits: readonly Commit[] = [
  ...edits.slice(0, 70).map((change) => commitOf([change])),
  { changes: brought, action: 'fileMerged', at: 5, exchange: { kind: 'merged', id: 'm1', file: 'there.plan.json', by: 'There', knows: [], added: 600 } },
  ...edits.slice(70, 80).map((change) => commitOf([change])),
  { changes: [], without: brought, action: 'mergeTakenBack', at: 6, exchange: { kind: 'takenBack', id: 'm1' } },
  ...edits.slice(80).map((change) => commitOf([change])),
]
const whole = oraclePortrait(writtenBy(edits))

let computer: FakeComputer

const opened = (more: Partial<StoragePlatform> = {}): PlanStorage => createPlanStorage({ id: planId, platform: { ...computer.openWindow(), ...more } })

interface Found {
  readonly portrait: string
  readonly mended: Mended | null
  readonly exchanges: number
}

async function find(more: Partial<StoragePlatform> = {}): Promise<Found> {
  const storage = opened(more)
  const portrait = portraitOf(valueOf(await storage.load()))
  const exchanges = valueOf(await storage.exchanges()).length
  const { mended } = { mended: storage.mended() }
  storage.close()
  await settled()
  return { portrait, mended, exchanges }
}

/** Everything is written, the checkpoint after the first 70 commits included. */
beforeEach(async () => {
  computer = createFakeComputer()
  const storage = opened()
  valueOf(await storage.load())
  valueOf(await storage.append(commits.slice(0, 70)))
  valueOf(await storage.checkpoint())
  for (const commit of commits.slice(70)) valueOf(await storage.append([commit]))
  storage.close()
  await settled()
})


const journal = (): string => computer.copies.files.get(`${folder}/journal-0.log`) ?? ''
const deleteDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: planDatabase })

test('[S62] each row that is written stands in the journal before it is said to be saved', async () => {
  const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
  expect(journal().split('\n').filter((line) => line !== '')).toHaveLength(rows.length)
  expect(await find()).toEqual({ portrait: whole, mended: null, exchanges: 2 })
})

describe('a database that isn’t whole', () => {
  const damages: readonly [string, () => Promise<unknown>, number][] = [
    ['is gone', deleteDatabase, commits.length],
    ['has lost its last commit', () => tamper({ computer, store: 'commits' }, (store) => store.delete(IDBKeyRangeOf(96, 1_000))), 1],
    ['has lost all commits', () => tamper({ computer, store: 'commits' }, (store) => store.clear()), commits.length],
    ['has lost one from its middle', () => tamper({ computer, store: 'commits' }, (store) => store.delete(12)), 1],
    ['has lost log and checkpoint', () => tamper({ computer, store: 'commits' }, (store) => store.clear()).then(() => tamper({ computer, store: 'checkpoints' }, (store) => store.clear())), commits.length],
    ['has a commit that can’t be read', () => tamper({ computer, store: 'commits' }, (store) => store.put({ seq: 90 })), 1],
    ['has a letter changed in a commit', () => changeLetter(90), 1],
  ]
  test.each(damages)('[S63] which %s is whole again when its plan is opened, with its exchanges, and it is told what was put back', async (_, damage, lost) => {
    await damage()
    const found = await find()
    expect(found).toMatchObject({ portrait: whole, exchanges: 2, mended: { commits: lost, isWhole: true } })
    expect(await find()).toEqual({ portrait: whole, mended: null, exchanges: 2 })
  })

  test('[S64] what is left of it is kept aside before anything is written over, three times at most', async () => {
    for (let time = 1; time < 6; time += 1) {
      await tamper({ computer, store: 'commits' }, (store) => store.delete(12))
      expect((await find({ now: () => time })).mended).toMatchObject({ keptAside: true })
    }
    const kept = [...computer.copies.files.keys()].filter((name) => name.includes('damaged-'))
    expect(kept.toSorted()).toEqual([3, 4, 5].map((time) => `${folder}/damaged-${String(time).padStart(15, '0')}.json`))
    const text = computer.copies.files.get(kept[0] ?? '') ?? ''
    expect(text).toContain('at 79')
    expect(JSON.parse(text)).toMatchObject({ commits: expect.anything() as unknown, checkpoints: expect.anything() as unknown })
  })

  test('[S64] the host is asked to keep the files themselves', async () => {
    let asked = 0
    await deleteDatabase()
    const found = await find({ keepDamaged: () => Promise.resolve((asked += 1) === 1) })
    expect([asked, found.mended?.keptAside]).toEqual([1, true])
  })

  test('[S65] without a second copy it is not written over by less', async () => {
    await tamper({ computer, store: 'commits' }, (store) => store.put({ seq: 90 }))
    computer.copies.files.clear()
    const before = JSON.stringify(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' }))
    const storage = opened()
    expect(await storage.load()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'commits/90' } })
    storage.close()
    await settled()
    expect(JSON.stringify(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' }))).toBe(before)
  })
})

describe('a journal that isn’t whole', () => {
  test.each(['is gone', 'ends early', 'holds nothing that can be read'])('[S66] which %s is filled from the database', async (how) => {
    const text = journal()
    const name = `${folder}/journal-0.log`
    if (how === 'is gone') computer.copies.files.delete(name)
    else computer.copies.files.set(name, how === 'ends early' ? text.slice(0, text.length / 2) : 'x'.repeat(1_000))
    expect(await find()).toEqual({ portrait: whole, mended: null, exchanges: 2 })
    await deleteDatabase()
    expect(await find()).toMatchObject({ portrait: whole, mended: { isWhole: true } })
  })

  test('[S67] rows that could not be added wait, are added with the next, and saving is not held up', async () => {
    const storage = opened()
    valueOf(await storage.load())
    const states: unknown[] = []
    storage.copy.subscribe(() => states.push(storage.copy.state()))
    computer.copies.fail = 'full'
    valueOf(await storage.append([{ ...commitOf([later(1)]), at: 77 }]))
    valueOf(await storage.append([commitOf([later(2)])]))
    computer.copies.fail = null
    valueOf(await storage.append([commitOf([later(3)])]))
    expect(states).toEqual([{ kind: 'behind', reason: 'full', since: 77 }, { kind: 'kept' }])
    storage.close()
    await settled()
    await deleteDatabase()
    expect((await find()).portrait).toBe(oraclePortrait(writtenBy([...edits, later(1), later(2), later(3)])))
  })

  test('[S67] where there is no place for a second copy it is said once, and nothing waits', async () => {
    computer.copies.fail = 'unavailable'
    const storage = opened()
    valueOf(await storage.load())
    valueOf(await storage.append([commitOf([later(1)])]))
    expect(storage.copy.state()).toEqual({ kind: 'none' })
    storage.close()
  })
})

test('[S68] a database begun anew without its second copy loses neither what was nor what came', async () => {
  const kept = new Map(computer.copies.files)
  computer.copies.files.clear()
  await deleteDatabase()
  const storage = opened()
  valueOf(await storage.load())
  valueOf(await storage.append([commitOf([later(1)])]))
  storage.close()
  await settled()
  computer.copies.files.clear()
  for (const [name, text] of kept) computer.copies.files.set(name, text)
  expect((await find()).portrait).toBe(oraclePortrait(writtenBy([...edits, later(1)])))
  expect(await find()).toMatchObject({ mended: null })
})

describe('the proof of the whole log', () => {
  const prove = async (): Promise<Mended | null> => {
    const storage = opened()
    valueOf(await storage.load())
    const proven = valueOf(await storage.proveLog())
    storage.close()
    await settled()
    return proven
  }

  test('[S73] a row in the checkpoint that nobody reads is found spoilt, and put back from the journal', async () => {
    await changeLetter(12)
    expect(await find()).toMatchObject({ portrait: whole, mended: null })
    expect(await prove()).toEqual({ commits: 1, isWhole: true, keptAside: true })
    expect(await prove()).toBeNull()
    await tamper({ computer, store: 'checkpoints' }, (store) => store.clear())
    computer.copies.files.clear()
    expect(await find()).toMatchObject({ portrait: whole, mended: null })
  })

  test('[S73] a row that the journal lacks in its middle is added to it', async () => {
    const name = `${folder}/journal-0.log`
    computer.copies.files.set(name, journal().split('\n').map((line) => (line.includes('at 12"') ? `${line}x` : line)).join('\n'))
    expect(await prove()).toBeNull()
    await deleteDatabase()
    expect(await find()).toMatchObject({ portrait: whole, mended: { isWhole: true } })
  })
})

test('[S69] whatever rows database and journal have lost, all that either has is there, and what a checkpoint has', async () => {
  const few = edits.slice(0, 66)
  const lost = fc.uniqueArray(fc.nat({ max: few.length - 1 }), { maxLength: few.length })
  await fc.assert(
    fc.asyncProperty(lost, lost, fc.boolean(), async (fromDatabase, fromJournal, isChecked) => {
      computer = createFakeComputer()
      const storage = opened()
      valueOf(await storage.load())
      valueOf(await storage.append(few.map((change) => commitOf([change]))))
      if (isChecked) valueOf(await storage.checkpoint())
      storage.close()
      await settled()
      await tamper({ computer, store: 'commits' }, (store) => fromDatabase.forEach((at) => store.delete(at + 1)))
      const lines = journal().split('\n').filter((line) => line !== '')
      computer.copies.files.set(`${folder}/journal-0.log`, lines.map((line, at) => (fromJournal.includes(at) ? `${line}x` : line)).join('\n'))
      const { portrait } = await find()
      const left = few.filter((_, at) => isChecked || !fromDatabase.includes(at) || !fromJournal.includes(at))
      expect(portrait).toBe(oraclePortrait(writtenBy(left)))
      expect((await find()).portrait).toBe(portrait)
    }),
    { numRuns: 25 },
  )
})

const later = (at: number): Change => ({ at: formatStamp({ ms: 5_000 + at, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g1', set: { title: `later ${at}` } })

async function changeLetter(seq: number): Promise<void> {
  const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
  const row = rows.find((one) => one['seq'] === seq)
  await tamper({ computer, store: 'commits' }, (store) => store.put(JSON.parse(JSON.stringify(row).replace('"at ', '"bt ')) as unknown))
}

function IDBKeyRangeOf(from: number, to: number): IDBKeyRange {
  const { IDBKeyRange } = computer.openWindow()
  if (IDBKeyRange === undefined) throw new Error('no ranges')
  return IDBKeyRange.bound(from, to)
}
