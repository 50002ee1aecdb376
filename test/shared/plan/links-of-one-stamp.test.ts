import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import { shapeOf } from './view-shape.ts'

const at = (ms: number): string => formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' })
const goals = ['goal:a', 'goal:b', 'goal:c'] as const

const apart = foldChanges(goals.map((on, index) => ({ at: at(index + 1), on, set: { title: on, parent: null } })))

test('[C95] a link that another of the same stamp takes the place of, as a copied profile makes them, is no way around the cut', () => {
  const link = (on: (typeof goals)[number], parent: string, ms: number) => ({ at: at(ms), on, set: { parent } }) as const
  let view = createView(apart)
  for (const change of [link('goal:b', 'goal:c', 20), link('goal:c', 'goal:a', 10), link('goal:c', 'goal:b', 10)]) view = updateView(view, addChanges(view.set, [change]))
  expect([...view.cutGoals]).toEqual(['goal:b'])
  expect(shapeOf(view)).toEqual(shapeOf(createView(view.set)))
})

test('[C95] however few stamps the links have, the view kept up step by step is the view made at once', () => {
  let cuts = 0
  const anyLink = fc.record({ on: fc.constantFrom(...goals), parent: fc.constantFrom(...goals, null), ms: fc.integer({ min: 10, max: 12 }) })
  fc.assert(
    fc.property(fc.array(anyLink, { minLength: 2, maxLength: 8 }), (links) => {
      let view = createView(apart)
      for (const { on, parent, ms } of links) {
        view = updateView(view, addChanges(view.set, [{ at: at(ms), on, set: { parent } }]))
        expect(shapeOf(view)).toEqual(shapeOf(createView(view.set)))
        cuts += view.cutGoals.size
      }
    }),
    { numRuns: 500 },
  )
  expect(cuts).toBeGreaterThan(100)
})
