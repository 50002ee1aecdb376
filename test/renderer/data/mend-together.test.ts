import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { CopyStore } from '../../../shared/copies/copy-store.ts'
import { folderOfPlan } from '../../../shared/copies/copy-name.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { StoragePlatform } from '../../../renderer/data/platform.ts'
import type { Mended, PlanStorage } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { edit, edits } from './numbered-edits.ts'
import { dropDatabase, rowsOf, tamper, writeAnew } from './raw-database.ts'

const folder = folderOfPlan(planId)

let computer: FakeComputer

const opened = async (more: Partial<StoragePlatform> = {}): Promise<PlanStorage> => {
  const storage = createPlanStorage({ id: planId, platform: { ...computer.openWindow(), ...more } })
  valueOf(await storage.load())
  return storage
}
const append = async (storage: PlanStorage, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) valueOf(await storage.append([commitOf([change])]))
}
const closed = async (storage: PlanStorage): Promise<void> => {
  storage.close()
  await settled()
}
const written = async (changes: readonly Change[]): Promise<void> => {
  const storage = await opened()
  await append(storage, changes)
  await closed(storage)
}
interface Found {
  readonly portrait: string
  readonly mended: Mended | null
}
const find = async (): Promise<Found> => {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const portrait = portraitOf(valueOf(await storage.load()))
  const found = { portrait, mended: storage.mended() }
  await closed(storage)
  return found
}
const portraitAfter = (changes: readonly Change[]): string => oraclePortrait(writtenBy(changes))
const deleteDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: planDatabase })
/** Spoils the lines of the journal that say so. */
const spoil = (said: (line: string) => boolean): void => {
  for (const [name, text] of computer.copies.files) if (name.includes('/journal-')) computer.copies.files.set(name, text.split('\n').map((line) => (said(line) ? `${line}x` : line)).join('\n'))
}
/** Copies of which each call first does something. */
const before = (copies: CopyStore, does: (call: string, name: string) => Promise<void>): CopyStore => ({
  ...copies,
  read: async (place) => {
    await does('read', place.name)
    return copies.read(place)
  },
  write: async (file) => {
    await does('write', file.name)
    return copies.write(file)
  },
  remove: async (place) => {
    await does('remove', place.name)
    return copies.remove(place)
  },
})

beforeEach(() => {
  computer = createFakeComputer()
})

describe('another window writes while this one mends', () => {
  test.each(['read', 'write', 'remove'])('[S74] before each %s of the second copy: nothing it said was saved is lost, in the database or the journal', async (call) => {
    await written(edits(0, 20))
    const other = await opened()
    await append(other, edits(20, 30))
    await tamper({ computer, store: 'commits' }, (commits) => commits.delete(5))
    spoil((line) => line.includes('at 7"'))
    let next = 30
    const copies = before(computer.copies, async (called) => {
      if (called !== call) return
      next += 1
      await append(other, [edit(next - 1)])
    })
    const storage = await opened({ copies })
    expect(next).toBeGreaterThan(30)
    await closed(storage)
    await closed(other)
    const whole = portraitAfter(edits(0, next))
    expect((await find()).portrait).toBe(whole)
    await deleteDatabase()
    expect((await find()).portrait).toBe(whole)
  })
})

describe('rows are told by what they are', () => {
  test('[S76] a database that was begun anew and grew past the journal loses neither', async () => {
    await written(edits(0, 10))
    await writeAnew(computer, () => written(edits(10, 40)))
    expect((await find()).portrait).toBe(portraitAfter(edits(0, 40)))
    expect(await find()).toEqual({ portrait: portraitAfter(edits(0, 40)), mended: null })
    await deleteDatabase()
    expect((await find()).portrait).toBe(portraitAfter(edits(0, 40)))
  })

  test('[S76] rows of which the journal has different ones under one number are all there', async () => {
    await written(edits(0, 10))
    await writeAnew(computer, () => written(edits(10, 20)))
    await deleteDatabase()
    expect((await find()).portrait).toBe(portraitAfter(edits(0, 20)))
  })

  test('[S76] what stands on a checkpoint is there however often that happens', async () => {
    await written(edits(0, 70))
    let next = 70
    const left = [...edits(0, 70)]
    for (let time = 0; time < 4; time += 1) {
      const storage = await opened()
      valueOf(await storage.checkpoint())
      await append(storage, edits(next, next + 3))
      await closed(storage)
      const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
      await tamper({ computer, store: 'commits' }, (commits) => {
        commits.put({ seq: rows.at(-2)?.['seq'] })
        commits.put({ seq: 9 + time })
      })
      spoil((line) => [`at ${next + 1}"`, 'at 8"', 'at 9"'].some((title) => line.includes(title)))
      left.push(edit(next), edit(next + 2))
      next += 3
      expect([time, (await find()).portrait]).toEqual([time, portraitAfter(left)])
    }
    expect(await find()).toEqual({ portrait: portraitAfter(left), mended: null })
  })

  test('[S76] a log that was mended shorter than it was goes on without a gap', async () => {
    await written(edits(0, 20))
    await tamper({ computer, store: 'commits' }, (commits) => commits.put({ seq: 5 }))
    spoil((line) => line.includes('"seq":5}'))
    const all = edits(0, 21).filter((_, at) => at !== 4)
    await find()
    await written([edit(20)])
    const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
    expect(rows.map((row) => row['seq'])).toEqual(rows.map((_, index) => index + 1))
    expect(await find()).toEqual({ portrait: portraitAfter(all), mended: null })
  })
})

describe('a window that has the plan open while another mends', () => {
  test('[S77] goes on from the log as it is now, and hides nothing behind a checkpoint', async () => {
    await written(edits(0, 70))
    const other = await opened()
    let shown: readonly Change[] = edits(0, 70)
    other.subscribe((commits) => {
      shown = [...shown, ...commits.flatMap(({ changes }) => changes)]
    })
    await append(other, edits(70, 90))
    shown = [...shown, ...edits(70, 90)]
    await tamper({ computer, store: 'commits' }, (commits) => {
      commits.delete(IDBKeyRangeOf(40, 60))
      commits.put({ seq: 50 })
    })
    spoil((line) => Array.from({ length: 21 }, (_, index) => `at ${39 + index}"`).some((title) => line.includes(title)))
    const here = await opened()
    await append(here, edits(90, 100))
    await settled()
    await append(other, edits(100, 180))
    shown = [...shown, ...edits(100, 180)]
    await settled()
    valueOf(await other.checkpoint())
    valueOf(await here.checkpoint())
    expect(portraitOf(await loaded())).toBe(portraitAfter([...edits(0, 39), ...edits(60, 180)]))
    expect(portraitAfter(shown)).toBe(portraitAfter(edits(0, 180)))
    await closed(here)
    await closed(other)
    expect((await find()).portrait).toBe(portraitAfter([...edits(0, 39), ...edits(60, 180)]))
  })
})

test('[S69] where the database is gone, what the journal still has is there', async () => {
  await written(edits(0, 20))
  spoil((line) => line.includes('at 7"'))
  await deleteDatabase()
  const left = edits(0, 20).filter((_, at) => at !== 7)
  expect(await find()).toEqual({ portrait: portraitAfter(left), mended: { commits: 19, isWhole: false, keptAside: false } })
  expect(await find()).toEqual({ portrait: portraitAfter(left), mended: null })
})

test('[S64] of a commit of which a part is lost the rest is kept aside, also where only the journal had it', async () => {
  const brought = Array.from({ length: 600 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 1, writer: 'bbbbbbbbbb0' }), on: `goal:h${at}`, set: { title: `brought ${at}` } }))
  await written(edits(0, 5))
  const storage = await opened()
  valueOf(await storage.append([commitOf(brought)]))
  await closed(storage)
  await deleteDatabase()
  spoil((line) => line.includes('brought 300"'))
  expect(await find()).toEqual({ portrait: portraitAfter(edits(0, 5)), mended: { commits: 5, isWhole: false, keptAside: true } })
  const aside = [...computer.copies.files].flatMap(([name, text]) => (name.includes('damaged-') ? [text] : [])).join('')
  expect([aside.includes('brought 1"'), aside.includes('brought 599"')]).toEqual([true, true])
  expect((await find()).mended).toBeNull()
})

describe('a second copy that fails while one mends', () => {
  test('[S75] a journal that could not be read is not removed', async () => {
    await written(edits(0, 10))
    const other = await opened()
    await append(other, edits(10, 20))
    await closed(other)
    const name = [...computer.copies.files.keys()].find((key) => key.includes('journal-') && (computer.copies.files.get(key) ?? '').includes('at 15"'))
    await tamper({ computer, store: 'commits' }, (commits) => commits.delete(3))
    const { copies } = computer
    copies.files.set(`${folder}/journal-0.log`, `${copies.files.get(`${folder}/journal-0.log`) ?? ''}what was cut off`)
    const storage = await opened({ copies: { ...copies, read: (place) => (`${place.folder}/${place.name}` === name ? Promise.resolve({ ok: false, reason: 'failed' }) : copies.read(place)) } })
    await closed(storage)
    await deleteDatabase()
    expect((await find()).portrait).toBe(portraitAfter(edits(0, 20)))
  })
})

async function loaded() {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const set = valueOf(await storage.load())
  await closed(storage)
  return set
}

function IDBKeyRangeOf(from: number, to: number): IDBKeyRange {
  const { IDBKeyRange } = computer.openWindow()
  if (IDBKeyRange === undefined) throw new Error('no ranges')
  return IDBKeyRange.bound(from, to)
}

test('[S64] that damaged data is kept is said only where there was some: not where the database was gone and another window has mended it meanwhile', async () => {
  await written(edits(0, 30))
  await deleteDatabase()
  const keepDamaged = async (): Promise<boolean> => {
    await find()
    return false
  }
  const storage = await opened({ keepDamaged })
  expect(storage.mended()?.keptAside ?? false).toBe(false)
  expect([...computer.copies.files.keys()].filter((name) => name.includes('/damaged-'))).toEqual([])
  await closed(storage)
})
