import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { shardCount } from '../../../shared/changes/sharded-map.ts'
import type { Steps } from '../../../shared/changes/steps.ts'
import { readPlanFile, readPlanInSteps } from '../../../shared/file/read-plan-file.ts'
import { bigPlan } from '../../bench/big-plan.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyPlan } from './any-plan.ts'
import { sampleText, writeFile } from './sample-file.ts'

test('[H30] a file that is read in steps, others being read and given up meanwhile, is read as at once', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(20), (changes, stop) => {
      const text = writeFile(foldChanges(changes))
      const [steps, given] = [readPlanInSteps(text), readPlanInSteps(sampleText)]
      let read = steps.next()
      for (let step = 0; read.done !== true; step += 1) {
        if (step < stop) given.next()
        read = steps.next()
      }
      const [inSteps, atOnce] = [read.value, readPlanFile(text)]
      expect(inSteps.ok && portraitOf(inSteps.file.set)).toBe(atOnce.ok && portraitOf(atOnce.file.set))
      expect(inSteps.ok && inSteps.file.byHand).toBe(null)
    }),
  )
})

test('[H31] reading pauses at least once for every 200 lines, and the records come together in portions besides', () => {
  const text = writeFile(bigPlan({ goals: 10_000 }))
  const lines = text.split('\n').length
  expect(lines).toBeGreaterThan(15_000)
  expect(pausesOf(readPlanInSteps(text))).toBeGreaterThan(lines / 200 + shardCount)
})

/** How often work pauses until it is done. */
function pausesOf(steps: Steps<unknown>): number {
  let pauses = 0
  while (steps.next().done !== true) pauses += 1
  return pauses
}
