import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { maxGoalLevels } from '../../../shared/plan/cut-goals.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { unreachedIn } from '../file/mutated/forest.ts'
import { shapeOf } from './view-shape.ts'

const at = (ms: number): string => formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' })
const count = 200

/** Lines of goals, each as long as is allowed but for a few, so that a link more or less is one too many. */
function chains(length: number): readonly Change[] {
  return Array.from({ length: count }, (_, index): Change => ({ at: at(index + 1), on: `goal:${index}`, set: { title: `${index}`, output: null, ...(index % length === 0 ? {} : { parent: `goal:${index - 1}` }) } }))
}

/** What the rule says, goal by goal and from the top down. */
function cutByRule(parents: ReadonlyMap<GoalId, GoalId | null>): readonly string[] {
  const levels = new Map<GoalId, number>()
  const cut: string[] = []
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const [id, parent] of parents) {
      const above = parent === null ? 0 : levels.get(parent)
      if (levels.has(id) || above === undefined) continue
      isDone = false
      if (above === maxGoalLevels) cut.push(id)
      levels.set(id, above === maxGoalLevels ? 1 : above + 1)
    }
  }
  return cut.toSorted()
}

describe('goals far below each other', () => {
  const anyLink = fc.tuple(fc.nat(count - 1), fc.option(fc.nat(count - 1)), fc.integer({ min: 0, max: 9 }))

  test('[F47] at most 64 stand below each other, whichever way the plan came about', () => {
    let cuts = 0
    fc.assert(
      fc.property(fc.constantFrom(9, 31, 62, 64, 65, 200), fc.array(anyLink, { minLength: 1, maxLength: 6 }), (length, links) => {
        let view = createView(foldChanges(chains(length)))
        expect([...view.cutGoals].toSorted()).toEqual(cutByRule(new Map(Array.from({ length: count }, (_, index) => [`goal:${index}`, index % length === 0 ? null : `goal:${index - 1}`]))))
        for (const [step, [goal, parent, deleted]] of links.entries()) {
          const set = deleted === 0 ? { deleted: true } : { parent: parent === null ? null : `goal:${parent}` }
          view = updateView(view, addChanges(view.set, [{ at: at(1_000 + step), on: `goal:${goal}`, set }]))
          expect(shapeOf(view)).toEqual(shapeOf(createView(view.set)))
          expect(unreachedIn(view)).toEqual([])
          cuts += view.cutGoals.size
        }
      }),
      { numRuns: 150 },
    )
    expect(cuts).toBeGreaterThan(0)
  })
})
