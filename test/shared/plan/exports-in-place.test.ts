import { expect, test } from 'vitest'
import { exportsInPlace } from '../../../shared/plan/exports-in-place.ts'
import { exported, exporting, givenUp, merged, saved, takenBack } from './exchanges.ts'

test('[U189] a file went out when it was taken from the plan, by the name under which it was saved; one that was given up did not', () => {
  const log = [exporting('e1', 1), merged('m1', 2), exporting('e2', 3), saved('e1', 4), merged('m2', 5), givenUp('e2', 6), exporting('e3', 7), exported('old', 8)]
  expect(exportsInPlace(log)).toEqual([{ ...saved('e1', 1) }, merged('m1', 2), merged('m2', 5), exporting('e3', 7), exported('old', 8)])
  expect(exportsInPlace([merged('m1', 1), exported('old', 2)])).toEqual([merged('m1', 1), exported('old', 2)])
})

test('[U189] a file that was given up stays on its way where a merge was taken back meanwhile', () => {
  const log = [merged('m1', 1), exporting('e1', 2), takenBack('m1', 3), givenUp('e1', 4)]
  expect(exportsInPlace(log)).toEqual(log.slice(0, 3))
  expect(exportsInPlace([merged('m1', 1), takenBack('m1', 2), exporting('e1', 3), givenUp('e1', 4), takenBack('m1', 5)])).toEqual([merged('m1', 1), takenBack('m1', 2), takenBack('m1', 5)])
})

test('[U189] what a page had no time to write, and is written twice, went out once, when it was written first', () => {
  expect(exportsInPlace([exporting('e1', 1), merged('m1', 2), exporting('e1', 3), saved('e1', 4)])).toEqual([saved('e1', 1), merged('m1', 2)])
})
