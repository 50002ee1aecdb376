import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderOfPlan, isCopyFolder, isCopyName, libraryFolder, planOfFolder } from '../../../shared/copies/copy-name.ts'
import { idOf } from '../../../shared/model/ids.ts'

const keys = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)

test('[S60] each plan has a folder of its own, also where capitals are not told apart', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const [first, second] = [folderOfPlan(idOf('plan', one)), folderOfPlan(idOf('plan', other))]
      expect(isCopyFolder(first)).toBe(true)
      expect(planOfFolder(first)).toBe(`plan:${one}`)
      expect(first.toLowerCase() === second.toLowerCase()).toBe(one === other)
    }),
  )
})

test.each(['', '.', '..', 'plan-', 'plan-../x', 'plan-a/b', 'plan-a\\b', 'plan-A', 'library/x', 'other', 'plan-a\n', 'plan-con:', `plan-${'a'.repeat(41)}`])('[S60] %j is no folder of copies', (folder) => {
  expect([isCopyFolder(folder), planOfFolder(folder)]).toEqual([false, null])
})

test.each(['', '.', '..', '.log', '-a', '../a', 'a/b', 'a\\b', 'A.log', 'a b', 'a:b', 'a\n', 'a.', 'nul', 'con.log', 'com1.json', 'a'.repeat(121)])('[S60] %j is no name of a file among copies', (name) => {
  expect(isCopyName(name)).toBe(false)
})

test('[S60] names of files are plain', () => {
  expect(['journal-0.log', 'backup-20181206t164200000z.json', libraryFolder].every(isCopyName)).toBe(true)
})
