import { expect, test } from 'vitest'
import { conflictItems, type ConflictItem } from '../../../../renderer/features/merges/conflict-items.ts'
import { afterDecision, walkConflicts } from '../../../../renderer/features/merges/walk-conflicts.ts'
import { foldChanges } from '../../../../shared/changes/fold.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import type { OpenConflict } from '../../../../shared/plan/open-conflict.ts'
import { createView } from '../../../../shared/plan/plan-index.ts'
import { stampAt } from '../../../shared/changes/tiny-domain.ts'

const view = createView(
  foldChanges([
    { at: stampAt(1), on: 'goal:a', set: { title: 'A' } },
    { at: stampAt(1), on: 'goal:b', set: { title: 'B' } },
    { at: stampAt(1), on: 'note:n', set: { about: 'goal:a', date: '2018-10-02', text: 'x' } },
    { at: stampAt(1), on: 'output:o', set: { title: 'O' } },
  ]),
)

function conflict(key: string, on: RecordId): OpenConflict {
  const cell = { field: 'title', value: 'x' }
  return { id: `conflict:${key}`, on, field: 'title', earlier: { ...cell, at: stampAt(2) }, later: { ...cell, at: stampAt(3) }, along: [] }
}

const items = conflictItems(view, [conflict('1', 'goal:a'), conflict('2', 'goal:b'), conflict('3', 'note:n'), conflict('4', 'output:o')].map((each) => ({ conflict: each, isDecided: false })))
const keys = (list: readonly ConflictItem[]): readonly string[] => list.map(({ key }) => key)

test('[U155] conflicts stand below the goal they are about, those of its notes with it, and know their place', () => {
  expect(keys(items)).toEqual(['head goal:a', 'conflict:1', 'conflict:3', 'head goal:b', 'conflict:2', 'head output:o', 'conflict:4'])
  expect(items.flatMap((item) => (item.kind === 'conflict' ? [item.position] : []))).toEqual([1, 2, 3, 4])
})

test('[U155] keys lead from conflict to conflict over the heads, and stay at the ends', () => {
  const walk = (key: string, from: number): number | null => walkConflicts({ key, items, from, page: 3 })
  expect([walk('j', 1), walk('ArrowDown', 2), walk('ArrowDown', 6)]).toEqual([2, 4, 6])
  expect([walk('k', 4), walk('ArrowUp', 2), walk('ArrowUp', 1)]).toEqual([2, 1, 1])
  expect([walk('Home', 6), walk('End', 1), walk('PageDown', 1), walk('PageDown', 4), walk('PageUp', 6), walk('PageUp', 2)]).toEqual([1, 6, 4, 6, 2, 1])
  expect(walk('x', 1)).toBeNull()
})

test('[U155] after a decision the next conflict has the focus, after the last the one before', () => {
  expect(afterDecision(items, 1)?.key).toBe('conflict:3')
  expect(afterDecision(items, 2)?.key).toBe('conflict:2')
  expect(afterDecision(items, 6)?.key).toBe('conflict:2')
  expect(afterDecision(items.slice(5), 1)).toBeNull()
})

test('[D139] the place of one that was decided is passed over, and nobody counts it', () => {
  const held = conflictItems(view, [
    { conflict: conflict('1', 'goal:a'), isDecided: false },
    { conflict: conflict('3', 'note:n'), isDecided: true },
    { conflict: conflict('2', 'goal:b'), isDecided: false },
  ])
  expect(keys(held)).toEqual(['head goal:a', 'conflict:1', 'conflict:3', 'head goal:b', 'conflict:2'])
  expect(held.flatMap((item) => (item.kind === 'conflict' ? [`${item.position} of ${item.total}`] : []))).toEqual(['1 of 2', '2 of 2'])
  expect([walkConflicts({ key: 'j', items: held, from: 1, page: 3 }), afterDecision(held, 1)?.key]).toEqual([4, 'conflict:2'])
})
