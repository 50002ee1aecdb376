import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldInSteps } from '../../../shared/changes/fold-in-steps.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { portraitOf } from './portrait.ts'
import { anyChanges, stampAt } from './tiny-domain.ts'

test('[H30] changes fold in steps to what they fold to at once, each record in its own shard', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const [inSteps, atOnce] = [finish(foldInSteps(changes)), foldChanges(changes)]
      expect(portraitOf(inSteps)).toBe(portraitOf(atOnce))
      expect(inSteps.records).toEqual(atOnce.records)
    }),
  )
})

test('[H31] folding a plan of ten thousand records pauses so often that no step folds more than a few hundred of them', () => {
  const changes = Array.from({ length: 10_000 }, (_, index) => ({ at: stampAt(1), on: `goal:g${index}` as const, set: { title: `${index}` } }))
  const steps = foldInSteps(changes)
  let pauses = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) pauses += 1
  expect([...valuesOf(step.value.records)]).toHaveLength(changes.length)
  expect(Math.max(...step.value.records.shards.map((shard) => shard.size))).toBeLessThan(300)
  expect(pauses).toBeGreaterThan(64)
})
