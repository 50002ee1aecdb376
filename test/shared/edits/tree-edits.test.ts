import { expect, test } from 'vitest'
import { addInTree } from '../../../shared/edits/add-in-tree.ts'
import { orderAtEnd, placeRecord } from '../../../shared/edits/place-record.ts'
import { addOutcome, addOutput, addProgram, createPlan } from '../../../shared/edits/tree-edits.ts'
import { childrenOf, outcomesOf, outputsOf, recordOf } from '../../../shared/plan/plan-view.ts'
import type { TreeId, TreePlace } from '../../../shared/plan/tree/tree-place.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith(smallPlan)
const last = Number.MAX_SAFE_INTEGER

test('[U84] a new plan says what it is called and when its year begins', () => {
  const next = after(planWith({}), createPlan({ id: 'plan:p', title: 'TEC3', startsOn: '2018-07-01' }))
  expect(next.plan).toMatchObject({ id: 'plan:p', title: 'TEC3', startsOn: '2018-07-01' })
})

test('[U84] a new outcome is numbered after the highest of its program, a new output after the highest of its outcome', () => {
  const gaps = planWith({ ...smallPlan, 'output:2-3': { outcome: 'outcome:two', number: '2.3', order: 'a1' }, 'output:odd': { outcome: 'outcome:two', number: 'later', order: 'a2' } })
  expect(outcomesOf(after(gaps, addOutcome({ view: gaps, id: 'outcome:new', program: 'program:tec3', title: 'New' })), 'program:tec3').at(-1)).toMatchObject({ id: 'outcome:new', number: '3' })
  expect(outputsOf(after(gaps, addOutput({ view: gaps, id: 'output:new', outcome: 'outcome:two', title: 'New' })), 'outcome:two').at(-1)).toMatchObject({ id: 'output:new', number: '2.4' })
})

test('[U84] the first of its kind has number one, and an output of no outcome or of one without a number has one without a point', () => {
  const empty = planWith({ 'outcome:o': { title: 'No number', order: 'a0' } })
  expect(addOutcome({ view: empty, id: 'outcome:new', program: 'program:p', title: 'New' })[0]?.set).toMatchObject({ number: '1' })
  expect(addOutput({ view: empty, id: 'output:new', outcome: 'outcome:o', title: 'New' })[0]?.set).toMatchObject({ number: '1', outcome: 'outcome:o' })
  expect(addOutput({ view: empty, id: 'output:new', outcome: null, title: 'New' })[0]?.set).toEqual({ number: '1', title: 'New', order: 'a0' })
})

test('[U84] a new program comes last', () => {
  const next = after(view, addProgram({ view, id: 'program:new', code: 'TEC4', title: 'New' }))
  expect(childrenOf(next, { parent: 'root', kind: 'program' })).toEqual(['program:tec3', 'program:new'])
})

test('[U84] a record is added at the place where somebody began to write it', () => {
  const added = (id: TreeId, to: TreePlace) => after(view, addInTree({ view, id, title: 'New', to }))
  expect(childrenOf(added('program:new', { under: null, index: 0 }), { parent: 'root', kind: 'program' })).toEqual(['program:new', 'program:tec3'])
  expect(childrenOf(added('outcome:new', { under: 'program:tec3', index: 1 }), { parent: 'program:tec3', kind: 'outcome' })).toEqual(['outcome:one', 'outcome:new', 'outcome:two'])
  expect(recordOf(added('outcome:new', { under: 'program:tec3', index: 1 }), 'outcome:new')?.number).toBe('3')
  expect(childrenOf(added('output:new', { under: 'outcome:one', index: last }), { parent: 'outcome:one', kind: 'output' })).toEqual(['output:1-1', 'output:1-2', 'output:new'])
  const goal = added('goal:new', { under: 'output:1-1', quarter: 1, index: 1 })
  expect(childrenOf(goal, { parent: 'output:1-1', kind: 'goal' })).toEqual(['goal:a', 'goal:new', 'goal:b', 'goal:c'])
  expect(recordOf(goal, 'goal:new')).toMatchObject({ output: 'output:1-1', quarter: 1, status: 'todo', title: 'New' })
  expect(childrenOf(added('goal:new', { under: 'goal:b', index: 0 }), { parent: 'goal:b', kind: 'goal' })).toEqual(['goal:new', 'goal:b1', 'goal:b2'])
  expect(recordOf(added('goal:new', { under: null, quarter: 2, index: 0 }), 'goal:new')).toMatchObject({ output: null, quarter: 2 })
})

test('[U84] nothing is added below something of the wrong kind', () => {
  for (const [id, under] of [['program:n', 'outcome:one'], ['outcome:n', 'outcome:one'], ['output:n', 'program:tec3'], ['goal:n', 'outcome:one']] as const) {
    expect(addInTree({ view, id, title: 'New', to: { under, index: 0 } })).toBeNull()
  }
})

test('[U89] a record put where it stands writes nothing; with fields to set it writes those', () => {
  const list = [{ id: 'goal:x', order: 'a0' }, { id: 'goal:y', order: 'a1' }]
  expect(placeRecord({ list, index: 1, on: 'goal:y' })).toEqual([])
  expect(placeRecord({ list, index: 1, on: 'goal:y', set: { status: 'done' } })).toEqual([{ on: 'goal:y', set: { status: 'done', order: expect.any(String) as string } }])
})

test('[U89] the key for the end of a list sorts after every key in it', () => {
  expect(orderAtEnd([])).toBe('a0')
  for (const order of ['a0', 'Zz', 'a5V']) expect(orderAtEnd([{ id: 'goal:x', order }]) > order).toBe(true)
})
