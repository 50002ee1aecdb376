import { expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { stampAt } from '../changes/tiny-domain.ts'
import { portraitOf } from '../changes/portrait.ts'

test('[F1] a name stands once in a line: members of a set beside a plain field of its name stand in the history', () => {
  const set = foldChanges([
    { at: stampAt(1), on: 'plan:p', set: { title: 'P' } },
    { at: stampAt(2), on: 'goal:a', set: { weight: 1, 'weight/x': true } },
  ])
  const text = writePlanFile({ set, by: { replica: 'aaaaaaaaaa', name: 'A' }, at: '', app: '' })
  const { goals, history } = JSON.parse(text) as { readonly goals: readonly unknown[]; readonly history: readonly unknown[] } // written in the line above
  expect(goals).toEqual([{ id: 'goal:a', weight: 1, at: { '*': stampAt(2) } }])
  expect(history).toEqual([{ at: stampAt(2), on: 'goal:a', set: { 'weight/x': true } }])
  const read = readPlanFile(text)
  expect(read.ok && portraitOf(read.file.set)).toBe(portraitOf(set))
})
