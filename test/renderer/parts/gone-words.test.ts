import { expect, test } from 'vitest'
import { goneWords } from '../../../renderer/parts/gone-words.ts'
import type { Edit } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { bringBack } from '../../../shared/plan/bring-back.ts'
import type { OthersChange } from '../../../shared/plan/others-change.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { stampAt } from '../../shared/changes/tiny-domain.ts'

function viewWith(...edits: readonly Edit[]): PlanView {
  const base: readonly Edit[] = [
    { on: 'outcome:o', set: { title: 'Deploys' } },
    { on: 'output:p', set: { title: 'P', outcome: 'outcome:o' } },
    { on: 'goal:g', set: { title: 'G', output: 'output:p' } },
  ]
  return createView(foldChanges([...base, ...edits].map((edit, index) => ({ at: stampAt(1 + index), ...edit }))))
}

const noted: OthersChange = { kind: 'created', at: stampAt(9), on: 'note:n', steps: [] }
const deleted: OthersChange = { kind: 'deleted', at: stampAt(9), on: 'goal:g', steps: [] }
const words = (view: PlanView, changes = [noted]): string => goneWords(view, { about: 'goal:g', changes }).replaceAll(/[\u2068\u2069]/g, '')

test('[O173] a row says where its record is deleted or gone with something above it, unless the change says so', () => {
  expect(words(viewWith())).toBe('')
  expect(words(viewWith({ on: 'goal:g', set: { deleted: true } }))).toBe('deleted meanwhile')
  expect(words(viewWith({ on: 'goal:g', set: { deleted: true } }), [deleted, noted])).toBe('')
  expect(words(viewWith({ on: 'outcome:o', set: { deleted: true } }))).toBe('gone with “Deploys”, which was deleted')
})

test('[O173] what is brought back comes with all above it that is deleted, and nothing else', () => {
  const view = viewWith({ on: 'outcome:o', set: { deleted: true } }, { on: 'goal:g', set: { deleted: true } })
  expect(bringBack(view, ['goal:g'])).toEqual([{ on: 'goal:g', set: { deleted: false } }, { on: 'outcome:o', set: { deleted: false } }])
  expect(bringBack(viewWith(), ['goal:g'])).toEqual([])
})
