import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createLibrary } from '../../../renderer/data/library.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { readSnapshot } from '../../../shared/snapshot/read-snapshot.ts'
import { headOf } from '../../../shared/snapshot/snapshot-head.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { createFakeComputer, planDatabase, planId, settled, valueOf } from './fake-computer.ts'
import { rowsOf, withStores } from './raw-database.ts'

/**
 * A database as a released version left it on somebody's computer. The files in test/files are never made anew: when
 * one no longer opens, it is the app that is wrong.
 */
interface FrozenDatabase {
  readonly name: string
  /** As the browser counts: ten times the app's. */
  readonly version: number
  readonly stores: Readonly<Record<string, { readonly keyPath: string; readonly autoIncrement: boolean; readonly indexes?: readonly string[]; readonly rows: readonly Readonly<Record<string, unknown>>[] }>>
  readonly expected: unknown
}

const frozenPlan = thaw('plan-database-1.json')
const frozenPlan2 = thaw('plan-database-2.json')
const frozenLibrary = thaw('library-database-1.json')

describe('a database of version 1', () => {
  test('[S21] a plan opens and holds what it held', async () => {
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer(await put(frozenPlan)).openWindow() })
    const set = valueOf(await storage.load())
    expect(JSON.parse(portraitOf(set))).toEqual(frozenPlan.expected)
    const log = (frozenPlan.stores['commits']?.rows ?? []).flatMap((row) => row['changes'] as readonly Change[])
    expect(portraitOf(set)).toBe(oraclePortrait(writtenBy(log)))
  })

  test('[S21] its checkpoint is read, not passed over', async () => {
    const withoutOldCommits = frozenPlan.stores['commits']?.rows.filter((row) => Number(row['seq']) >= 70) ?? []
    const half = { ...frozenPlan, stores: { ...frozenPlan.stores, commits: { keyPath: 'seq', autoIncrement: true, rows: withoutOldCommits } } }
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer(await put(half)).openWindow() })
    expect(JSON.parse(portraitOf(valueOf(await storage.load())))).toEqual(frozenPlan.expected)
  })

  test('[S21] it can be worked on', async () => {
    const computer = createFakeComputer(await put(frozenPlan))
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    const changes = Array.from({ length: 64 }, (_, at): Change => ({ at: formatStamp({ ms: 1_600_000_000_000 + at, counter: 0, writer: 'k3f09ab2c10' }), on: 'goal:G0', set: { title: `at ${at}` } }))
    valueOf(await storage.append(changes.map((change) => ({ changes: [change], action: 'goalRenamed', at: 1 }))))
    valueOf(await storage.checkpoint())
    storage.close()
    await settled()
    const again = createPlanStorage({ id: planId, platform: computer.openWindow() })
    const log = (frozenPlan.stores['commits']?.rows ?? []).flatMap((row) => row['changes'] as readonly Change[])
    expect(portraitOf(valueOf(await again.load()))).toBe(oraclePortrait(writtenBy([...log, ...changes])))
  })

  test('[S21] a library opens and holds what it held', async () => {
    const computer = createFakeComputer(await put(frozenLibrary))
    const library = createLibrary(computer.openWindow())
    const [now, plans] = [valueOf(await library.computer()), valueOf(await library.plans())]
    // settings that no version reads any more stay where they are
    const setting = (await rowsOf({ factory: computer.indexedDB, name: frozenLibrary.name, store: 'settings' })).find(({ key }) => key === 'setting/theme')
    expect({ computer: now, plans, theme: setting?.['value'] }).toEqual(frozenLibrary.expected)
  })

  test('[S21] the stores are those this app makes: others need a version of their own', async () => {
    const computer = createFakeComputer()
    const library = createLibrary(computer.openWindow())
    valueOf(await library.plans())
    valueOf(await library.openPlan(planId).load())
    for (const frozen of [frozenPlan, frozenPlan2, frozenLibrary]) {
      const { name, version, stores } = frozen
      const present = (await computer.indexedDB.databases()).find((database) => database.name === name)
      expect(present?.version).toBeGreaterThanOrEqual(version)
      const made: Record<string, unknown> = {}
      await withStores({
        factory: computer.indexedDB,
        name,
        work: (store) => {
          for (const key of Object.keys(stores)) made[key] = { keyPath: store(key).keyPath, autoIncrement: store(key).autoIncrement }
          return undefined
        },
      })
      expect(made).toEqual(Object.fromEntries(Object.entries(stores).map(([key, { keyPath, autoIncrement }]) => [key, { keyPath, autoIncrement }])))
    }
    expect(frozenPlan.name).toBe(planDatabase)
  })
})

describe('a database of version 2', () => {
  test('[S21] a plan opens and holds what it held: what was merged and taken back, what went out, and its snapshots', async () => {
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer(await put(frozenPlan2)).openWindow() })
    const set = valueOf(await storage.load())
    const [exchanges, heads] = [valueOf(await storage.exchanges()), valueOf(await storage.snapshots.list())]
    expect({ set: JSON.parse(portraitOf(set)) as unknown, exchanges, snapshots: heads }).toEqual(frozenPlan2.expected)
    expect(exchanges.map(({ kind }) => kind)).toEqual(['merged', 'merged', 'takenBack', 'exported'])
  })

  test('[S21] its snapshot still proves itself', async () => {
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer(await put(frozenPlan2)).openWindow() })
    const [head] = valueOf(await storage.snapshots.list())
    const read = readSnapshot(valueOf(await storage.snapshots.text(head?.digest ?? '')))
    expect(read.ok && headOf(read.snapshot)).toEqual(head)
  })

  test('[S21] its checkpoint is read, not passed over', async () => {
    const commits = frozenPlan2.stores['commits']?.rows.filter((row) => Number(row['seq']) >= 70) ?? []
    const half = { ...frozenPlan2, stores: { ...frozenPlan2.stores, commits: { keyPath: 'seq', autoIncrement: true, indexes: ['action'], rows: commits } } }
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer(await put(half)).openWindow() })
    expect(JSON.parse(portraitOf(valueOf(await storage.load())))).toEqual((frozenPlan2.expected as { readonly set: unknown }).set) // as the file has it
  })
})

function thaw(file: string): FrozenDatabase {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../files', file), 'utf8')) as FrozenDatabase // made by an earlier version of the app
}

async function put({ name, version, stores }: FrozenDatabase): Promise<IDBFactory> {
  const factory = new IDBFactory()
  await withStores({
    factory,
    name,
    version,
    create: (database) => {
      for (const [name, { keyPath, autoIncrement, indexes = [] }] of Object.entries(stores)) {
        const store = database.createObjectStore(name, { keyPath, autoIncrement })
        for (const index of indexes) store.createIndex(index, index)
      }
    },
    work: (store) => {
      for (const [key, { rows }] of Object.entries(stores)) for (const row of rows) store(key).add(row)
      return undefined
    },
  })
  return factory
}
