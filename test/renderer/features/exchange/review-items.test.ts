import { expect, test } from 'vitest'
import type { ReviewRow, ReviewSection } from '../../../../shared/review/review-row.ts'
import { isQuestion, itemsOf, sectionsOf } from '../../../../renderer/features/exchange/review-items.ts'
import { sideOfKey, walkReview } from '../../../../renderer/features/exchange/walk-review.ts'

const record = (section: ReviewSection, group: `goal:${string}`, on = group): ReviewRow => ({ key: `record ${section} ${on}`, kind: 'record', section, on, group, counts: 'theirs' })
const cell = (at: string): { readonly field: string; readonly at: string; readonly value: string } => ({ field: 'title', at, value: at })
const clash = (on: `goal:${string}`): ReviewRow => ({ key: `clash ${on}`, kind: 'clash', section: 'clashes', on, group: on, counts: 'theirs', conflict: { on, field: 'title', mine: cell('1'), theirs: cell('2') }, along: [] })

const items = itemsOf([record('newGoals', 'goal:c'), clash('goal:a'), clash('goal:b'), record('newGoals', 'goal:c', 'goal:d'), record('deleted', 'goal:e')])
const from = (index: number, key: string, page = { up: 0, down: items.length - 1 }): number | null => walkReview({ key, items, from: index, page })

test('[U126] what both sides edited comes first; each section has a head, and a group names its goal once', () => {
  expect(items.map((item) => (item.kind === 'head' ? [item.section, item.rows.length, item.explainsTicks] : [item.row.on, item.position, item.size, item.isFirst, item.isLast]))).toEqual([
    ['clashes', 2, false],
    ['goal:a', 1, 2, true, true],
    ['goal:b', 2, 2, true, true],
    ['newGoals', 2, true],
    ['goal:c', 1, 2, true, false],
    ['goal:d', 2, 2, false, true],
    ['deleted', 1, false],
    ['goal:e', 1, 1, true, true],
  ])
  expect(sectionsOf(items.slice(2, 5).map((item) => ({ item }))).map(({ section, heads, rows }) => [section, heads.length, rows.length])).toEqual([['clashes', 0, 1], ['newGoals', 1, 1]])
})

test('[U127] arrows and letters walk from row to row, over the heads, and stay at the ends', () => {
  expect([from(1, 'ArrowDown'), from(2, 'j'), from(4, 'ArrowUp'), from(7, 'ArrowDown'), from(1, 'k')]).toEqual([2, 4, 2, 7, 1])
  expect([from(5, 'Home'), from(1, 'End'), from(1, 'x')]).toEqual([1, 7, null])
})

test('[U127] the next conflict is jumped to, in both directions and round the ends', () => {
  expect([from(1, 'n'), from(2, 'n'), from(7, 'N'), from(1, 'N')]).toEqual([2, 1, 2, 2])
  expect(items.filter((item) => item.kind === 'row' && isQuestion(item.row))).toHaveLength(2)
})

test('[U127] a page leads to a row in any case, and never the wrong way', () => {
  expect([from(1, 'PageDown', { up: 0, down: 3 }), from(5, 'PageUp', { up: 3, down: 7 }), from(5, 'PageDown'), from(5, 'PageUp')]).toEqual([4, 2, 7, 1])
})

test('[U127] what stands on the left is chosen by the left arrow or 1, what stands on the right by the right one or 2', () => {
  expect(['ArrowLeft', '1', 'ArrowRight', '2', '3'].map(sideOfKey)).toEqual(['mine', 'mine', 'theirs', 'theirs', null])
})
