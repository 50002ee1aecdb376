import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Change, Value } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { failureOf } from '../../../renderer/data/failure.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'

afterEach(() => vi.restoreAllMocks())

const full = new DOMException('the disk is full', 'QuotaExceededError')

function changeAt(ms: number): Change {
  return { at: formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title: `at ${ms}` } }
}

describe('a commit is written whole or not at all', () => {
  test.each([0, 1, 2, 3])('[S3] when row %i of it can not be written, nothing of it is, and the next is as if it had never been', async (row) => {
    const computer = createFakeComputer()
    const [storage, other] = [createPlanStorage({ id: planId, platform: computer.openWindow() }), createPlanStorage({ id: planId, platform: computer.openWindow() })]
    valueOf(await storage.load())
    valueOf(await other.load())
    const told: Change[] = []
    other.subscribe((commits) => told.push(...commits.flatMap(({ changes }) => changes)))
    valueOf(await storage.append([commitOf([changeAt(1)])]))

    const add = IDBObjectStore.prototype.add
    let count = 0
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      count += 1
      if (count === row + 1) throw full
      return add.call(this, value)
    })
    const large = commitOf(Array.from({ length: 1_000 }, (_, at) => changeAt(10 + at)))
    expect(await storage.append([large])).toEqual({ ok: false, failure: { kind: 'full' } })
    vi.restoreAllMocks()

    await settled()
    expect(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).toHaveLength(1)
    valueOf(await storage.append([commitOf([changeAt(2)])]))
    await settled()
    expect(told).toEqual([changeAt(1), changeAt(2)])
    valueOf(await storage.append([large]))
    await settled()
    expect(told).toHaveLength(1_002)
  })

  test.each([
    ['full', full],
    ['failed', null],
  ])('[S3] when the browser gives up at the very end (%s), nothing is written and it is said', async (kind, reason) => {
    const computer = createFakeComputer()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    const add = IDBObjectStore.prototype.add
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      const request = add.call(this, value)
      request.addEventListener('success', () => {
        this.transaction.abort()
        if (reason !== null) Object.defineProperty(this.transaction, 'error', { value: reason })
      })
      return request
    })
    const answer = await storage.append([commitOf([changeAt(1)])])
    expect(answer).toMatchObject({ ok: false, failure: { kind } })
    vi.restoreAllMocks()
    expect(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).toHaveLength(0)
  })
})

test('[S4] every transaction that writes asks for strict durability', async () => {
  const asked: (string | undefined)[] = []
  const transaction = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...options: Parameters<typeof transaction>) {
    if (options[1] === 'readwrite') asked.push(options[2]?.durability)
    return transaction.apply(this, options)
  })
  const library = createLibrary(createFakeComputer().openWindow())
  valueOf(await library.computer())
  valueOf(await library.nameComputer('x'))
  valueOf(await library.savePlan({ id: planId, title: '', startsOn: '2018-07-01', isSample: false, goals: 0, openedAt: 0, changedAt: 0 }))
  const storage = library.openPlan(planId)
  valueOf(await storage.load())
  valueOf(await storage.append(Array.from({ length: 64 }, (_, at) => commitOf([changeAt(at)]))))
  valueOf(await storage.checkpoint())
  expect(asked).toEqual(['strict', 'strict', 'strict', 'strict', 'strict'])
})

test.each<[string, unknown]>([
  ['an undefined value', undefined],
  ['a number that is none', Number.POSITIVE_INFINITY],
  ['a function', () => 1],
  ['a value that contains itself', circle()],
])('[S7] nothing is written that could not be read back: %s', async (_, value) => {
  const computer = createFakeComputer()
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  valueOf(await storage.load())
  const refused = await storage.append([commitOf([changeAt(1)]), commitOf([{ ...changeAt(2), set: { title: value as Value } }])])
  expect(refused).toEqual({ ok: false, failure: { kind: 'failed', message: 'InvalidChange' } })
  expect(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).toHaveLength(0)
})

describe('what an error means', () => {
  test.each<[string, unknown, unknown]>([
    ['a full disk', full, { kind: 'full' }],
    ['a full disk, as Dexie wraps it', Object.assign(new Error('x'), { name: 'AbortError', inner: full }), { kind: 'full' }],
    ['a full disk, in one of many rows', Object.assign(new Error('x'), { name: 'BulkError', failures: [full] }), { kind: 'full' }],
    ['no IndexedDB', Object.assign(new Error('x'), { name: 'MissingAPIError' }), { kind: 'unavailable' }],
    ['a private window of Firefox', new DOMException('x', 'InvalidStateError'), { kind: 'unavailable' }],
    ['a browser that keeps nothing', new DOMException('x', 'SecurityError'), { kind: 'unavailable' }],
    ['a newer database', new DOMException('x', 'VersionError'), { kind: 'newer' }],
    ['anything else: its name, and none of its words', new RangeError('Salary of the director'), { kind: 'failed', message: 'RangeError' }],
    ['no error at all', 'oops', { kind: 'failed', message: 'Error' }],
  ])('[S14] %s', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure)
  })

  test('[S14] an error within itself ends the search', () => {
    const error = Object.assign(new Error('x'), { inner: undefined as unknown })
    error.inner = error
    expect(failureOf(error)).toEqual({ kind: 'failed', message: 'Error' })
  })

  test('[S14] without IndexedDB every call answers, and none throws', async () => {
    const platform = { ...createFakeComputer().openWindow(), indexedDB: undefined }
    const library = createLibrary(platform)
    const storage = library.openPlan(planId)
    const answers = await Promise.all([library.computer(), library.plans(), library.removePlan(planId), storage.load(), storage.append([commitOf([changeAt(1)])])])
    expect(answers).toEqual(answers.map(() => ({ ok: false, failure: { kind: 'unavailable' } })))
    expect(await storage.checkpoint()).toEqual({ ok: true, value: undefined })
  })
})

function circle(): unknown {
  const list: unknown[] = []
  list.push(list)
  return list
}
