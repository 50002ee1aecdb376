import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { rowsOf, tamper } from './raw-database.ts'

const changes = Array.from({ length: 80 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${at % 40}`, set: { title: `at ${at}`, status: 'done' } }))
const whole = portraitOf(foldChanges(changes))

let computer: FakeComputer

/** A plan of 80 commits, 70 of them in a checkpoint, on a computer without a second copy. */
beforeEach(async () => {
  computer = createFakeComputer()
  computer.copies.fail = 'unavailable'
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  valueOf(await storage.load())
  valueOf(await storage.append(changes.slice(0, 70).map((change) => commitOf([change]))))
  valueOf(await storage.checkpoint())
  valueOf(await storage.append([...changes.slice(70, 78).map((change) => commitOf([change])), commitOf(changes.slice(78))]))
  storage.close()
  await settled()
})

/** Changes one row in place. */
async function damage(store: string, key: number | string, change: (row: Record<string, unknown>) => unknown): Promise<void> {
  const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store })
  const row = rows.find((one) => (one['seq'] ?? one['part']) === key)
  await tamper({ computer, store }, (named) => named.put(change(structuredClone(row ?? {}))))
}

async function load(): Promise<unknown> {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const answer = await storage.load()
  storage.close()
  await settled()
  return answer.ok ? portraitOf(answer.value) : answer
}

const dump = async (): Promise<string> => {
  const [commits, checkpoints] = [await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' }), await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })]
  return JSON.stringify({ commits, checkpoints })
}

test('[S1] undamaged, the plan is what was written', async () => {
  expect(await load()).toBe(whole)
})

describe('a commit that can not be read', () => {
  const hostile: readonly [string, (row: Record<string, unknown>) => unknown][] = [
    ['no changes', (row) => ({ ...row, changes: 'none' })],
    ['a change that is none', (row) => ({ ...row, changes: [null] })],
    ['a stamp that is none', (row) => ({ ...row, changes: [{ ...changes[0], at: 'yesterday' }] })],
    ['an id that is none', (row) => ({ ...row, changes: [{ ...changes[0], on: 'goal' }] })],
    ['a value that is no JSON', (row) => ({ ...row, changes: [{ ...changes[0], set: { title: new Date(0) } }] })],
    ['a number that is none', (row) => ({ ...row, changes: [{ ...changes[0], set: { title: Number.NaN } }] })],
    ['an undefined value', (row) => ({ ...row, changes: [{ ...changes[0], set: { title: undefined } }] })],
    ['a value that nests without end', (row) => ({ ...row, changes: [{ ...changes[0], set: { title: nested(200) } }] })],
    ['a field that would change what objects inherit', (row) => ({ ...row, changes: [{ ...changes[0], set: JSON.parse('{"__proto__": {"deleted": true}}') as unknown }] })],
    ['no group', (row) => ({ ...row, group: null })],
    ['a part beyond the parts', (row) => ({ ...row, part: 1 })],
    ['parts that are missing', (row) => ({ ...row, parts: 2 })],
    ['no time', (row) => ({ ...row, at: '2018' })],
  ]
  test.each(hostile)('[S8] %s: the plan is not opened, where it is damaged is said, and nothing is changed', async (_, change) => {
    await damage('commits', 75, change)
    const before = await dump()
    const answer = await load()
    // a part that is missing is noticed at the row that should have been it
    expect(['commits/75', 'commits/76'].map((where) => ({ ok: false, failure: { kind: 'damaged', where } }))).toContainEqual(answer)
    expect(await dump()).toBe(before)
  })

  test('[S8] it is said to another window that reads on, and not taken for what others wrote', async () => {
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    const told: Change[] = []
    storage.subscribe((commits) => told.push(...commits.flatMap(({ changes }) => changes)))
    await tamper({ computer, store: 'commits' }, (store) => store.add({ group: 'x', part: 0, parts: 1, action: 'x', at: 1, changes: ['x'] }))
    expect(await storage.checkpoint()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'commits/80' } })
    expect(told).toEqual([])
  })
})

describe('a checkpoint that can not be read', () => {
  const hostile: readonly [string, number | string, (row: Record<string, unknown>) => unknown][] = [
    ['a head of a later version', 'head', (row) => ({ ...row, version: 2 })],
    ['a head without a point in the log', 'head', (row) => ({ ...row, upTo: -1 })],
    ['a head that knows nonsense', 'head', (row) => ({ ...row, knows: ['x'] })],
    ['a head with too few counts', 'head', (row) => ({ ...row, counts: [1] })],
    ['a shard that is no text', shardOfG0(), (row) => ({ ...row, records: 1 })],
    ['a shard that is cut off', shardOfG0(), (row) => ({ ...row, records: String(row['records']).slice(0, -9) })],
    ['a shard of other records', shardOfG0(), (row) => ({ ...row, records: String(row['records']).replaceAll('goal:g', 'goal:h') })],
    ['a shard that lost its records', shardOfG0(), (row) => ({ ...row, records: '{"fields":[],"stamps":[],"records":[]}' })],
  ]
  test.each(hostile)('[S9] %s: the log is folded instead', async (_, key, change) => {
    await damage('checkpoints', key, change)
    expect(await load()).toBe(whole)
  })

  test.each(['head', shardOfG0()])('[S9] without its part %s: the log is folded instead', async (part) => {
    await tamper({ computer, store: 'checkpoints' }, (store) => store.delete(part))
    expect(await load()).toBe(whole)
  })

  test('[S9] the next checkpoint puts it right, and leaves nothing of it', async () => {
    await damage('checkpoints', 'head', (row) => ({ ...row, version: 2 }))
    await tamper({ computer, store: 'checkpoints' }, (store) => store.put({ part: 99, records: 'left over' }))
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    valueOf(await storage.checkpoint())
    storage.close()
    const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })
    expect(rows.find((row) => row['part'] === 'head')).toMatchObject({ version: 1, upTo: 79 })
    expect(rows.map((row) => row['part'])).not.toContain(99)
    expect(await load()).toBe(whole)
  })

  test.each([1, 40, 70])('[S9] it is not passed over when commit %i is no longer there: then nothing can make up for it', async (seq) => {
    await tamper({ computer, store: 'commits' }, (store) => store.delete(seq))
    await damage('checkpoints', shardOfG0(), (row) => ({ ...row, records: 1 }))
    expect(await load()).toEqual({ ok: false, failure: { kind: 'damaged', where: `checkpoints/${shardOfG0()}` } })
  })

  test('[S9] a log without a commit does not make up for a checkpoint without a head', async () => {
    await tamper({ computer, store: 'commits' }, (store) => store.clear())
    await tamper({ computer, store: 'checkpoints' }, (store) => store.delete('head'))
    expect(await load()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'checkpoints/head' } })
  })

  test('[S9] one that vanished while a window was open is not replaced by half of one', async () => {
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    await tamper({ computer, store: 'checkpoints' }, (store) => store.clear())
    valueOf(await storage.append(Array.from({ length: 64 }, () => commitOf([{ at: formatStamp({ ms: 999, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g1', set: { title: 'new' } }]))))
    valueOf(await storage.checkpoint())
    expect(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).toEqual([])
  })

  test.each([0, 60])('[S9] a log that ends at commit %i, before the checkpoint, has lost commits', async (last) => {
    for (let seq = last + 1; seq < 80; seq += 1) await tamper({ computer, store: 'commits' }, (store) => store.delete(seq))
    expect(await load()).toEqual({ ok: false, failure: { kind: 'damaged', where: 'commits/70' } })
  })
})

/** Where `goal:g0` lies, by the hash of its id. */
function shardOfG0(): number {
  let hash = 0x811c9dc5
  for (const char of 'goal:g0') hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return ((hash >>> 16) ^ hash) & 63
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}
