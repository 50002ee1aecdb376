import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { comparePlans } from '../../../shared/compare/compare-plans.ts'
import { createBoard } from '../../../shared/board/board.ts'
import { emptyFilter } from '../../../shared/board/query.ts'
import { maxGoalLevels } from '../../../shared/plan/cut-goals.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { openableKeys, treeRows } from '../../../shared/plan/tree/tree-rows.ts'
import { countPlan } from '../../../shared/plan/plan-counts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { goalsOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { rollupOf } from '../../../shared/plan/rollup.ts'
import { unreachedIn } from './mutated/forest.ts'
import { read, sampleChanges, stampAt, writeFile } from './sample-file.ts'

/** A file with these goals beside those of the sample, read: accepted, every record reached once, and written back as it was. */
function accepted(goals: readonly Change[]): PlanView {
  const set = foldChanges([...sampleChanges, ...goals])
  const text = writeFile(set)
  const file = read(text)
  expect(file.byHand).toBeNull()
  expect(writeFile(file.set)).toBe(text)
  expect(file.set.records.size).toBe(set.records.size)
  const view = createView(file.set)
  expect(unreachedIn(view)).toEqual([])
  return view
}

function goal(name: string | number, set: Change['set'], ms = 4): Change {
  return { at: stampAt(ms), on: `goal:${name}`, set: { title: `Goal ${name}`, output: 'output:1', ...set } }
}

const idsOf = (view: PlanView, parent: Parameters<typeof goalsOf>[1]): readonly string[] => goalsOf(view, parent).map(({ id }) => id)

describe('parents that make no tree are accepted, since two people can make them without a mistake of either', () => {
  test('[F46] a goal that is its own parent stands on its output', () => {
    const view = accepted([goal('x', { parent: 'goal:x' })])
    expect(idsOf(view, 'output:1')).toContain('goal:x')
  })

  test('[F46] of two goals that are each other’s parents the link that was set last is cut', () => {
    const view = accepted([goal('x', { parent: 'goal:y' }, 4), goal('y', { parent: 'goal:x' }, 5)])
    expect([idsOf(view, 'output:1').includes('goal:y'), idsOf(view, 'goal:y')]).toEqual([true, ['goal:x']])
  })

  test('[F46] a circle of 1,000 goals is cut once', () => {
    const view = accepted(Array.from({ length: 1_000 }, (_, index) => goal(index, { parent: `goal:${(index + 1) % 1_000}` }, 10 + index)))
    // besides, one cannot walk a thousand levels down
    expect([...view.cutGoals].toSorted().slice(-3)).toEqual(['goal:871', 'goal:935', 'goal:999'])
    expect(view.cutGoals.size).toBe(Math.ceil(1_000 / maxGoalLevels))
    expect(idsOf(view, 'output:1')).toContain('goal:999')
    expect(idsOf(view, 'goal:999')).toEqual(['goal:998'])
  })

  test('[F47] of 4,000 goals each below the one before each 65th stands on its output, and nothing that walks a plan fails', () => {
    const view = accepted(Array.from({ length: 4_000 }, (_, index) => goal(index, { status: 'done', ...(index === 0 ? {} : { parent: `goal:${index - 1}` }) })))
    expect([idsOf(view, 'goal:62'), idsOf(view, 'goal:63'), idsOf(view, 'goal:64')]).toEqual([['goal:63'], [], ['goal:65']])
    expect(rollupOf(view, 'output:1').goals).toBe(1 + Math.ceil(4_000 / maxGoalLevels))
    expect(countPlan(view).records.goal).toBe(4_000 + 1)
    expect(comparePlans({ before: createView(foldChanges(sampleChanges)), after: view, scope: 'year' }).rows.length).toBe(4_000)
    expect(treeRows(view, { open: new Map(openableKeys(view).map((key) => [key, true])), text: '' }).length).toBeGreaterThan(4_000)
    expect(createBoard(view, { scope: 'unscheduled', subGoals: true, due: notesDue({ startsOn: '2018-07-01', today: '2018-10-15' }), filter: emptyFilter }).shown).toBe(4_000)
  })

  test('[F46] what belongs to a record that is not there stands at the top, and keeps saying where it belongs', () => {
    const view = accepted([
      goal('x', { output: 'output:gone' }),
      goal('y', { parent: 'goal:gone' }),
      { at: stampAt(4), on: 'output:2', set: { title: 'Orphan', outcome: 'outcome:gone' } },
      { at: stampAt(4), on: 'outcome:2', set: { title: 'Orphan', program: 'program:gone' } },
      { at: stampAt(4), on: 'note:2', set: { text: 'Orphan', about: 'goal:gone' } },
    ])
    expect([idsOf(view, 'root'), idsOf(view, 'output:1').includes('goal:y')]).toEqual([['goal:x'], true])
    expect([...view.orphans].toSorted()).toEqual(['goal:x', 'goal:y', 'note:2', 'outcome:2', 'output:2'])
  })

  test('[F46] a note about itself, a goal that carries on from itself and depends on itself, say so and do no harm', () => {
    const view = accepted([goal('x', { carriedFrom: 'goal:x', 'dependsOn/goal:x': true }), { at: stampAt(4), on: 'note:2', set: { text: 'x', about: 'goal:x' } }])
    expect(goalsOf(view, 'output:1').find(({ id }) => id === 'goal:x')).toMatchObject({ carriedFrom: 'goal:x', dependsOn: ['goal:x'] })
  })
})

test('[F46] order keys that are garbage, missing or equal keep an order that is the same everywhere: by key, then by id', () => {
  const keys = ['', '!', 'zzzz', 'a0', 'a0', 'a00', 'ä', '\u{1f680}', 'A'.repeat(200), null]
  const goals = keys.map((order, index) => goal(`k${index}`, { output: null, order }))
  const [view, turned] = [accepted(goals), createView(foldChanges([...goals.toReversed(), ...sampleChanges]))]
  expect(idsOf(view, 'root')).toEqual(['goal:k0', 'goal:k9', 'goal:k1', 'goal:k8', 'goal:k3', 'goal:k4', 'goal:k5', 'goal:k2', 'goal:k6', 'goal:k7'])
  expect(idsOf(turned, 'root')).toEqual(idsOf(view, 'root'))
})

test('[F42] 100,000 goals are accepted: a plan of any organisation has fewer, and the limit is at 250,000 records', { timeout: 60_000 }, () => {
  const set = foldChanges([...sampleChanges, ...Array.from({ length: 100_000 }, (_, index) => goal(index, { order: `a${index}`, quarter: (index % 4) + 1, status: 'todo' }))])
  const text = writeFile(set)
  const file = read(text)
  expect(countPlan(createView(file.set)).records.goal).toBe(100_001)
  expect(writeFile(file.set) === text).toBe(true)
})
