import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { changesPerRow, commitsOfRows, rowsOfCommit, type CommitRow } from '../../../renderer/data/commit-row.ts'
import type { Commit } from '../../../renderer/data/storage.ts'

const changes = (count: number): readonly Change[] => Array.from({ length: count }, (_, index) => ({ at: formatStamp({ ms: index + 1, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${index}`, set: { title: 'T' } }))
const large = 2 * changesPerRow + 1

const commits: readonly Commit[] = [
  { action: 'goalEdited', at: 1, changes: changes(1) },
  { action: 'fileMerged', at: 2, changes: changes(large), exchange: { kind: 'merged', id: 'm1', file: 'f', by: '', knows: [], added: large } },
  { action: 'mergeTakenBack', at: 3, changes: changes(2), without: changes(large), exchange: { kind: 'takenBack', id: 'm1' } },
  { action: 'planExported', at: 4, changes: [], exchange: { kind: 'exported', file: 'f' } },
]

test('[S10] a commit that is large enough for several rows is told whole, and tells of its exchange once', () => {
  const rows = commits.flatMap((commit, index) => rowsOfCommit({ commit, group: `g${index}` })).map((row, index): CommitRow => ({ ...row, seq: index + 1 }))
  expect(rows.length).toBeGreaterThan(commits.length)
  expect(commitsOfRows(rows)).toEqual(commits)
})
