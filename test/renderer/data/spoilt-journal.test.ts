import { beforeEach, describe, expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { finish } from '../../../shared/changes/steps.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { folderOfPlan } from '../../../shared/copies/copy-name.ts'
import { writeBackupInSteps } from '../../../shared/copies/write-backup.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Mended, PlanStorage } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { dropDatabase } from './raw-database.ts'

const journal = `${folderOfPlan(planId)}/journal-0.log`
const changes: readonly Change[] = [{ at: formatStamp({ ms: 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: planId, set: { title: 'Our year', startsOn: '2026-07-01' } }, ...['a', 'b', 'c'].map((key, at): Change => ({ at: formatStamp({ ms: 2 + at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:${key}`, set: { title: key } }))]
const portrait = (count: number): string => oraclePortrait(writtenBy(changes.slice(0, count)))

let computer: FakeComputer

const opened = (): PlanStorage => createPlanStorage({ id: planId, platform: computer.openWindow() })
const loseDatabase = (): Promise<void> =>
  dropDatabase({ factory: computer.indexedDB, name: planDatabase })
const spoilLine = (place: number): void => {
  const lines = (computer.copies.files.get(journal) ?? '').split('\n').filter((line) => line !== '')
  computer.copies.files.set(journal, lines.map((line, at) => (at === place ? line.replace('"seq"', '"sep"') : line)).join('\n'))
}

async function backUp(count: number): Promise<void> {
  const { backups, close } = opened()
  const written = finish(writeBackupInSteps({ view: createView(foldChanges(changes.slice(0, count))), by: { replica: 'aaaaaaaaaa', name: 'Laptop' }, at: '2026-11-26T12:00:00.000Z', app: 'Quarterdeck' }))
  expect(await backups.make({ written, reason: 'timer', at: 1_000 })).toMatchObject({ ok: true })
  close()
  await settled()
}

async function found(): Promise<{ readonly portrait: string; readonly mended: Mended | null }> {
  const storage = opened()
  const set = valueOf(await storage.load())
  const mended = storage.mended()
  storage.close()
  await settled()
  return { portrait: portraitOf(set), mended }
}

/** Four commits, and the database lost. */
beforeEach(async () => {
  computer = createFakeComputer()
  const storage = opened()
  valueOf(await storage.load())
  for (const change of changes) valueOf(await storage.append([commitOf([change])]))
  storage.close()
  await settled()
  await loseDatabase()
})

describe('a database that is lost, and a journal with a line that can’t be read', () => {
  test.each([0, 1, 2, 3])('[S114] has what only a backup holds still, whichever line it is (%i)', async (place) => {
    await backUp(4)
    await loseDatabase()
    spoilLine(place)
    expect(await found()).toEqual({ portrait: portrait(4), mended: { commits: expect.any(Number) as unknown, isWhole: false, keptAside: false } })
    expect(await found()).toEqual({ portrait: portrait(4), mended: null })
  })

  test('[S114] does not say that nothing is missing where the last line is spoilt and there is no backup', async () => {
    spoilLine(3)
    expect(await found()).toMatchObject({ portrait: portrait(3), mended: { isWhole: false } })
  })

  test.each(['is empty', 'can’t be read at all'])('[S114] stands on the newest backup where the journal %s', async (how) => {
    await backUp(3)
    await loseDatabase()
    computer.copies.files.set(journal, how === 'is empty' ? '' : 'x'.repeat(500))
    expect(await found()).toMatchObject({ portrait: portrait(3), mended: { isWhole: false } })
    expect(await found()).toEqual({ portrait: portrait(3), mended: null })
  })

  test('[S115] is not shown as a plan that is empty where nothing is left of it', async () => {
    computer.copies.files.set(journal, '')
    const storage = opened()
    expect(await storage.load()).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
    storage.close()
    await settled()
  })
})

test('[S116] a backup of a clock that was years ahead does not go before the newest of today', async () => {
  const storage = opened()
  const [today, ahead] = [1_700_000_000_000, 2_000_000_000_000]
  for (const [count, at] of [[2, ahead], [4, today]] as const) {
    const written = finish(writeBackupInSteps({ view: createView(foldChanges(changes.slice(0, count))), by: { replica: 'aaaaaaaaaa', name: 'Laptop' }, at: new Date(at).toISOString(), app: 'Quarterdeck' }))
    await storage.backups.make({ written, reason: 'hand', at })
  }
  expect(await storage.backups.newestGood(today + 1)).toMatchObject({ value: { backup: { at: today } } })
  expect(await storage.backups.newestGood(ahead + 1)).toMatchObject({ value: { backup: { at: ahead } } })
  expect(await storage.backups.newestGood(1)).toMatchObject({ value: { backup: { at: ahead } } })
  storage.close()
  await settled()
})

test('[S66] a journal of which nobody can say how far it goes is not written once more', async () => {
  await found()
  const before = computer.copies.files.get(journal)
  const platform = computer.openWindow()
  let asked = 0
  const list: typeof platform.copies.list = (folder) => {
    asked += 1
    return asked === 1 ? Promise.resolve({ ok: false, reason: 'failed' }) : platform.copies.list(folder)
  }
  const storage = createPlanStorage({ id: planId, platform: { ...platform, copies: { ...platform.copies, list } } })
  expect(portraitOf(valueOf(await storage.load()))).toBe(portrait(4))
  storage.close()
  await settled()
  expect([...computer.copies.files].filter(([name]) => name.includes('journal-'))).toEqual([[journal, before]])
})
