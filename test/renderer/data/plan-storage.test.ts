import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { anyChanges } from '../../shared/changes/tiny-domain.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 60)

function changeAt(ms: number, writer = 'aaaaaaaaaa0', on: `goal:${string}` = `goal:g${ms % 7}`): Change {
  return { at: formatStamp({ ms, counter: 0, writer }), on, set: { title: `at ${ms}` } }
}

function openIn(computer: FakeComputer): PlanStorage {
  return createPlanStorage({ id: planId, platform: computer.openWindow() })
}

async function portraitIn(computer: FakeComputer): Promise<string> {
  const storage = openIn(computer)
  const set = valueOf(await storage.load())
  storage.close()
  return portraitOf(set)
}


describe('one window', () => {
  test('[S1] a plan that was never written is empty', async () => {
    expect(await portraitIn(createFakeComputer())).toBe(portraitOf(emptyChangeSet()))
  })

  test('[S1] [S2] at any time a load gives the fold of everything appended, whatever checkpoints were made', async () => {
    const anyStep = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('append' as const), commits: fc.array(anyChanges, { maxLength: 3 }) }) },
      { weight: 2, arbitrary: fc.constant({ kind: 'checkpoint' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
      // enough to make the next checkpoint due
      { weight: 2, arbitrary: fc.integer({ min: 64, max: 80 }).map((count) => ({ kind: 'many' as const, count })) },
    )
    let checkpoints = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
        const computer = createFakeComputer()
        let storage = openIn(computer)
        valueOf(await storage.load())
        const appended: Change[] = []
        for (const step of steps) {
          if (step.kind === 'append') {
            appended.push(...step.commits.flat())
            valueOf(await storage.append(step.commits.map((changes) => commitOf(changes))))
          } else if (step.kind === 'many') {
            const changes = Array.from({ length: step.count }, (_, at) => changeAt(100 + appended.length + at))
            appended.push(...changes)
            valueOf(await storage.append(changes.map((change) => commitOf([change]))))
            if (step.count % 2 === 0) valueOf(await storage.checkpoint())
          } else if (step.kind === 'checkpoint') {
            valueOf(await storage.checkpoint())
          } else {
            storage.close()
            storage = openIn(computer)
            valueOf(await storage.load())
          }
        }
        storage.close()
        checkpoints += (await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).length === 0 ? 0 : 1
        expect(await portraitIn(computer)).toBe(oraclePortrait(writtenBy(appended)))
      }),
      { numRuns: runs },
    )
    expect(checkpoints).toBeGreaterThan(runs / 10) // or it has tested nothing of checkpoints
  })

  test('[S2] an edit that is still on its way does not get into a checkpoint', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    valueOf(await storage.load())
    valueOf(await storage.append(Array.from({ length: 70 }, (_, at) => commitOf([changeAt(at)]))))
    valueOf(await storage.checkpoint())
    expect(await portraitIn(computer)).not.toContain('unsaved')
    expect((await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).length).toBeGreaterThan(1)
  })

  test('[S5] a checkpoint leaves every commit in the log, in the order they were written', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    valueOf(await storage.load())
    const commits = Array.from({ length: 100 }, (_, at) => commitOf([changeAt(at)], `action${at}`))
    for (const commit of commits) valueOf(await storage.append([commit]))
    valueOf(await storage.checkpoint())
    const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
    expect(rows.map(({ seq, action, at, changes }) => ({ seq, action, at, changes }))).toEqual(commits.map((commit, at) => ({ seq: at + 1, ...commit })))
  })

  test('[S6] a large commit is many rows of one group, of at most 256 changes each', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    const changes = Array.from({ length: 1_000 }, (_, at) => changeAt(at))
    valueOf(await storage.append([commitOf([changeAt(5_000)]), commitOf(changes)]))
    const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
    const [first, ...rest] = rows
    expect(first).toMatchObject({ part: 0, parts: 1 })
    expect(new Set(rest.map((row) => row['group'])).size).toBe(1)
    expect(rest.map((row) => row['part'])).toEqual(rest.map((_, part) => part))
    expect(rest.every((row) => row['parts'] === rest.length && (row['changes'] as readonly Change[]).length <= 256)).toBe(true)
    expect(rest.flatMap((row) => row['changes'])).toEqual(changes)
  })

  test('[S6] long texts make rows shorter, so that a row is not kept in a file of its own', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    const long = Array.from({ length: 40 }, (_, at) => ({ ...changeAt(at), set: { description: 'x'.repeat(5_000) } }))
    valueOf(await storage.append([commitOf(long)]))
    const rows = await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })
    expect(Math.max(...rows.map((row) => JSON.stringify(row['changes']).length))).toBeLessThan(26_000)
  })

  test('[S1] a commit without changes is nothing to write', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    valueOf(await storage.append([commitOf([])]))
    valueOf(await storage.append([]))
    valueOf(await storage.append([commitOf([changeAt(1)])]))
    expect(await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).toHaveLength(1)
  })

  test('[S25] closing waits for what is under way', async () => {
    const computer = createFakeComputer()
    const storage = openIn(computer)
    const appending = storage.append([commitOf([changeAt(1)])])
    storage.close()
    valueOf(await appending)
    await settled()
    expect(await storage.append([commitOf([changeAt(2)])])).toEqual({ ok: false, failure: { kind: 'unavailable' } })
    expect(await portraitIn(computer)).toBe(portraitOf(foldChanges([changeAt(1)])))
  })
})
