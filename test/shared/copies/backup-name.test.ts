import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, backupReasons, compareBackups, parseBackupName, shortDigest } from '../../../shared/copies/backup-name.ts'
import { isCopyName } from '../../../shared/copies/copy-name.ts'
import { statedDigest, writeBackupInSteps } from '../../../shared/copies/write-backup.ts'
import { finish, type Steps } from '../../../shared/changes/steps.ts'
import { restoreInSteps } from '../../../shared/edits/restore-edits.ts'
import { digestOfContent } from '../../../shared/file/digest.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'

const facts = fc.record({
  at: fc.integer({ min: 0, max: 253_402_300_799_999 }),
  reason: fc.constantFrom(...backupReasons),
  goals: fc.nat({ max: 250_000 }),
  records: fc.nat({ max: 250_000 }),
  digest: fc.stringMatching(/^[0-9a-f]{8}$/),
})

describe('the name of a backup', () => {
  test('[S80] says when and why it was made, how much it holds, and which equal it', () => {
    fc.assert(
      fc.property(facts, (said) => {
        const name = backupName(said)
        expect(isCopyName(name)).toBe(true)
        expect(parseBackupName(name)).toEqual({ name, ...said })
      }),
    )
    expect(backupName({ at: Date.UTC(2018, 11, 6, 16, 42, 0, 123), reason: 'takeBack', goals: 33, records: 71, digest: '1a2b3c4d' })).toBe('backup-2018-12-06t16-42-00-123z-takeback-33-71-1a2b3c4d.json')
  })

  test.each([NaN, Infinity, -1, 9e15, 1.5])('[S80] is a name at whatever the clock reads: %d', (at) => {
    expect(parseBackupName(backupName({ at, reason: 'hand', goals: 1, records: 1, digest: '00000000' }))).not.toBeNull()
  })

  test.each(['journal-0.log', 'backup-.json', 'backup-2018-13-06t16-42-00-123z-hand-1-1-00000000.json', 'backup-2018-12-06t16-42-00-123z-other-1-1-00000000.json', 'backup-2018-12-06t16-42-00-123z-hand-1-1-00000000.json.tmp'])('[S80] %s is the name of none', (name) => {
    expect(parseBackupName(name)).toBeNull()
  })

  test('[S80] sorts the newest first', () => {
    fc.assert(
      fc.property(fc.array(facts), (all) => {
        const backups = all.flatMap((each) => parseBackupName(backupName(each)) ?? [])
        const sorted = backups.toSorted(compareBackups).map(({ name }) => name)
        expect(sorted.map((name) => name.slice(0, 32))).toEqual(backups.map(({ name }) => name.slice(0, 32)).toSorted().toReversed())
      }),
    )
  })
})

test('[H31] writing a backup of ten thousand goals, and working out how to go back to it, pause every few hundred records', () => {
  const goals = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`goal:g${index}`, { title: `Goal ${index}`, order: 'a0' }]))
  const view = planWith({ ...smallPlan, ...goals })
  const pauses = (steps: Steps<unknown>): number => {
    let count = 0
    while (steps.next().done !== true) count += 1
    return count
  }
  expect(pauses(writeBackupInSteps({ view, by: { replica: 'aaaaaaaaaa', name: '' }, at: '', app: '' }))).toBeGreaterThan(50)
  expect(pauses(restoreInSteps({ now: view.set, past: planWith(smallPlan).set }))).toBeGreaterThan(15)
})

test('[S80] a backup is a plan file, and its name tells of the plan as people see it', () => {
  const view = after(planWith(smallPlan), [{ on: 'goal:a', set: { deleted: true } }])
  const said = { view, by: { replica: 'aaaaaaaaaa', name: 'SRE laptop' }, app: 'Quarterdeck' }
  const [one, other] = ['2018-12-06T16:42:00.000Z', '2018-12-07T16:42:00.000Z'].map((at) => finish(writeBackupInSteps({ ...said, at })))
  expect(one).toMatchObject({ goals: 3, records: 12 })
  expect(statedDigest(one?.text ?? '')).toBe(digestOfContent(JSON.parse(one?.text ?? '') as Record<string, unknown>))
  expect(statedDigest((one?.text ?? '').slice(0, -3))).toBeNull()
  expect(one?.digest).toBe(shortDigest(statedDigest(one?.text ?? '') ?? ''))
  expect(other?.digest).toBe(one?.digest)
  expect(other?.text).not.toBe(one?.text)
})
