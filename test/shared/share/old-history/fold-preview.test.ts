import { expect, test } from 'vitest'
import type { Change, Edit } from '../../../../shared/changes/change.ts'
import { foldChanges } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { finish } from '../../../../shared/changes/steps.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { dayToFoldBefore, foldPreviewInSteps, type FoldPreview, type PreviewFold } from '../../../../shared/share/old-history/fold-preview.ts'
import type { ShareMember } from '../../../../shared/share/share-state.ts'

const [self, other, third] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']

function on(record: RecordId, day: string, set: Edit['set'], replica = self): Change {
  return { at: formatStamp({ ms: Date.parse(`${day}T12:00:00Z`), counter: 0, writer: `${replica}0` }), on: record, set }
}

const changes = [
  ...['2026-01-02', '2026-01-10', '2026-02-01', '2026-03-01'].map((day) => on('goal:a', day, { description: day, ...(day === '2026-01-02' && { title: 'A', status: 'todo' }) })),
  on('goal:b', '2026-06-20', { title: 'B' }),
  on('goal:c', '2026-06-21', { title: 'C' }, other),
  on('goal:d', '2025-01-01', { title: 'D' }, third),
]

function preview(more: Partial<PreviewFold>): FoldPreview {
  return finish(foldPreviewInSteps({ set: foldChanges(changes), merges: [], day: '2026-06-01', self, members: [], gone: new Set(), ...more }))
}

function member(replica: string, behind: readonly string[]): ShareMember {
  return { replica, name: 'SRE laptop', at: Date.parse('2026-06-22T00:00:00Z'), lags: behind.length > 0, behind }
}

test('[O112] all computers that wrote or were heard of since the day are asked, and one that has never told what it has keeps all of it', () => {
  const silent = preview({})
  expect(silent.changes).toEqual([])
  expect(silent.asked.map(({ replica, keeps }) => [replica, keeps])).toEqual([[other, null]])
  const all = preview({ members: [member(other, [])] })
  expect([all.changes.length, all.asked.map(({ keeps }) => keeps)]).toEqual([2, [0]])
})

test('[O112] what a computer hasn’t seen stays, and it is told how much; who is gone for good isn’t asked', () => {
  const since = (day: string): string => on('goal:a', day, {}).at
  const behind = preview({ members: [member(other, [since('2026-02-01')])] })
  expect([behind.changes.length, behind.asked.map(({ keeps }) => keeps)]).toEqual([0, [0]])
  const far = preview({ members: [member(other, [`${self}0`])] })
  expect([far.changes.length, far.asked.map(({ keeps }) => keeps)]).toEqual([0, [2]])
  expect(preview({ members: [member(other, [`${self}0`])], gone: new Set([other]) })).toMatchObject({ asked: [], changes: { length: 2 } })
})

test('[O112] half a year stays whole', () => {
  expect([dayToFoldBefore('2026-11-27'), dayToFoldBefore('2026-08-31')]).toEqual(['2026-05-27', '2026-02-28'])
})
