import { expect, test } from 'vitest'
import { stepsDone } from '../../../renderer/state/run-steps.ts'
import type { Steps } from '../../../shared/changes/steps.ts'

function* steps(end: () => string): Steps<string> {
  yield
  yield
  return end()
}

test('[H30] steps that are done say their result, and steps that break off say so: whoever waits for them is not left waiting', async () => {
  expect(await stepsDone(steps(() => 'done'))).toBe('done')
  const broken = (): string => {
    throw new RangeError('broken')
  }
  await expect(stepsDone(steps(broken))).rejects.toThrow('broken')
})
