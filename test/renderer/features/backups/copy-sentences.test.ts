import { expect, test } from 'vitest'
import { copySentences } from '../../../../renderer/features/backups/copy-sentences.ts'
import { createPlanBackups, type ListedBackup } from '../../../../renderer/data/plan-backups.ts'
import { createBackupStore } from '../../../../renderer/state/backup-store.ts'
import { emptyChangeSet, foldChanges } from '../../../../shared/changes/fold.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { createMemoryCopies } from '../../../shared/copies/memory-copies.ts'

const now = new Date('2018-12-06T12:00:00').getTime()
const backup = (minutes: number, more: Partial<ListedBackup> = {}): ListedBackup => ({ name: `b${minutes}`, at: now - minutes * 60_000, reason: 'timer', goals: 1, records: 1, digest: 'aaaaaaaa', size: 1, isDamaged: false, isProven: false, ...more })
const none = { journal: null, backups: null }
const said = (more: Partial<Parameters<typeof copySentences>[0]> = {}): readonly string[] =>
  copySentences({ past: [], troubles: none, journalProvenAt: null, today: '2018-12-06', ...more }).map(({ kind, text }) => `${kind}: ${text}`)

test('[U211] of each half of the second copy is said what is known, and that it is in order only of what was read', () => {
  const journal = 'open: Every change is written to a second copy as well, as soon as it is saved.'
  expect(said()).toEqual([journal])
  expect(said({ past: [backup(10)] })).toEqual([journal, 'open: The newest backup is of 11:50.'])
  expect(said({ past: [backup(10, { isProven: true })], journalProvenAt: now })).toEqual(['good: The second copy of every change was read through at 12:00, and is in order.', 'good: The newest backup is of 11:50. It was read and is whole.'])
  expect(said({ past: [backup(10, { isDamaged: true }), backup(20, { isProven: true })] })[1]).toBe('bad: The newest backup, of 11:50, is damaged. The newest one that is whole is of 11:40.')
  expect(said({ past: [backup(10, { isDamaged: true })] })[1]).toBe('bad: The newest backup, of 11:50, is damaged. None of them is whole.')
})

test('[U211] where a half is in trouble nothing else is said of it', () => {
  const trouble = { reason: 'full', since: null } as const
  expect(said({ troubles: { journal: null, backups: trouble } })).toHaveLength(1)
  expect(said({ troubles: { journal: { ...trouble, since: now }, backups: trouble } })).toEqual([])
})

test('[U211] damage to the newest backup is found without anybody picking it', async () => {
  const copies = createMemoryCopies()
  let at = now
  let set = emptyChangeSet()
  const store = createBackupStore({ backups: createPlanBackups({ copies, id: 'plan:t' }), plan: () => ({ view: createView(set), by: { replica: 'aaaaaaaaaa', name: '' } }), app: 'Quarterdeck', now: () => at })
  for (const title of ['A', 'B']) {
    set = foldChanges([{ at: '0000000001-000-aaaaaaaaaa0', on: 'plan:t', set: { title, startsOn: '2018-07-01' } }])
    at += 60_000
    await store.getState().make('hand')
  }
  const [newest] = store.getState().backups ?? []
  const key = `plan-t/${newest?.name ?? ''}`
  copies.files.set(key, (copies.files.get(key) ?? '').replace('"B"', '"C"'))
  await store.getState().prove()
  expect(store.getState().backups?.map(({ isDamaged, isProven }) => [isDamaged, isProven])).toEqual([[true, false], [false, true]])
})
