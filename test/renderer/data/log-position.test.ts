import { expect, test } from 'vitest'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import type { CommitRow } from '../../../renderer/data/commit-row.ts'
import { advance, startPosition } from '../../../renderer/data/log-position.ts'

const rowAt = (seq: number): CommitRow => ({ seq, group: `g${seq}`, part: 0, parts: 1, action: 'test', at: 0, changes: [] })

test('[S10] rows that were seen before count once, in whatever portions the log is read', () => {
  const start = startPosition({ set: emptyChangeSet(), seen: 2, last: 'g2 0', kept: null, count: 0, isGapless: true, tail: [rowAt(1), rowAt(2)] })
  const first = advance(start, [rowAt(1), rowAt(2), rowAt(3), rowAt(4)])
  const second = advance(first.position, [rowAt(3), rowAt(4), rowAt(5)])
  const third = advance(second.position, [rowAt(5)])
  expect([first, second, third].map(({ fresh }) => fresh.map((row) => row.seq))).toEqual([[3, 4], [5], []])
  expect(third.position).toMatchObject({ seen: 5, tail: [1, 2, 3, 4, 5].map(rowAt) })
})
