import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLibrary } from '../../renderer/data/library.ts'
import { planFormatVersion } from '../../shared/file/plan-file.ts'
import { planFileSchema } from '../../shared/file/plan-schema.ts'
import { specs } from '../../shared/model/records.ts'
import { snapshotFormatVersion } from '../../shared/snapshot/snapshot.ts'
import { createFakeComputer, planId, valueOf } from '../renderer/data/fake-computer.ts'
import { missingFrozen, requiredFields, type AnyField } from './frozen-things.ts'
import { projectFiles, root } from './tracked.ts'

const files = projectFiles().flatMap((path) => (path.startsWith('test/files/') ? [path.slice('test/files/'.length)] : []))

/** How many versions the databases have by now, as the app makes them on a new computer. */
async function databaseVersions(): Promise<Readonly<Record<string, number>>> {
  const computer = createFakeComputer()
  const library = createLibrary(computer.openWindow())
  valueOf(await library.plans())
  valueOf(await library.openPlan(planId).load())
  const made = await computer.indexedDB.databases()
  const versionOf = (isIt: (name: string) => boolean): number => (made.find(({ name }) => name !== undefined && isIt(name))?.version ?? 0) / 10 // Dexie counts in tenths
  return { 'library-database': versionOf((name) => name.endsWith('library')), 'plan-database': versionOf((name) => name.includes('-plan-')) }
}

describe('what went out is there for every build', () => {
  test('[F56] a frozen file of this version of the format, of snapshots, and of every version of the databases', async () => {
    const databases = await databaseVersions()
    expect(Math.min(...Object.values(databases))).toBeGreaterThan(0)
    expect(missingFrozen({ format: planFormatVersion, snapshotFormat: snapshotFormatVersion, databases, files })).toEqual([])
  })

  test('[F56] each frozen database is opened by a test', () => {
    const spec = readFileSync(join(root, 'test/renderer/data/frozen-databases.test.ts'), 'utf8')
    expect(files.filter((name) => name.includes('-database-') && !spec.includes(`'${name}'`))).toEqual([])
  })

  test.each([
    ['a new version of the format', { format: 1.2 }, ['plan-file-1.2.plan.json', 'plan-file-1.2.expected.json']],
    ['a new version of snapshots', { snapshotFormat: 2 }, ['snapshot-2-….snapshot.json']],
    ['a migration of the plans', { databases: { 'plan-database': 2 } }, ['plan-database-2.json']],
    ['a frozen file that was removed', { databases: { 'library-database': 1 } }, ['library-database-1.json']],
  ])('[F56] %s without its file is found', (_, change, missing) => {
    const present = { format: 1.1, snapshotFormat: 1, databases: { 'plan-database': 1 }, files: ['plan-file-1.1.plan.json', 'plan-file-1.1.expected.json', 'plan-database-1.json', 'snapshot-1-year.snapshot.json'] }
    expect(missingFrozen(present)).toEqual([])
    expect(missingFrozen({ ...present, ...change })).toEqual(missing)
  })
})

describe('no record written before is unreadable', () => {
  test('[F57] every field says what it reads as where it was never set', () => {
    expect(requiredFields(specs)).toEqual([])
  })

  test('[F57] a file has to hold no more than it ever had to: format, version, plan, and of a record its id', () => {
    const schema = planFileSchema() as { readonly required: unknown; readonly $defs: Readonly<Record<string, { readonly required?: unknown }>> } // made there
    expect(schema.required).toEqual(['format', 'version', 'plan'])
    expect(Object.fromEntries(Object.entries(schema.$defs).flatMap(([name, { required }]) => (required === undefined ? [] : [[name, required]])))).toEqual({ record: ['id'], change: ['at', 'on', 'set'], stamps: ['*'] })
  })

  test('[F57] a required field is found: one without a value of its own, one whose value no file could hold, a set that isn’t empty', () => {
    const text: AnyField = { accepts: (value) => typeof value === 'string', empty: '', isSet: false }
    const { empty: _, ...without } = text
    const goal = { fields: { title: text, budget: without, team: { ...text, empty: undefined }, weight: { ...text, empty: 7 }, labels: { ...text, empty: ['new'], isSet: true }, tasks: { ...text, empty: [], isSet: true }, parent: { ...text, empty: null } } }
    expect(requiredFields({ goal })).toEqual(['goal.budget', 'goal.team', 'goal.weight', 'goal.labels'])
  })
})
