import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deleteRecord, editFields, editMembers } from '../../../shared/edits/edit-fields.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith({ ...smallPlan, 'goal:t': { title: 'Teams', 'teams/SRE': true, 'teams/RelEng': false } })

test('[U81] only fields that say something else than before are written, and none is no edit', () => {
  expect(editFields({ view, on: 'goal:a', set: { title: 'Verify stage', status: 'todo' } })).toEqual([{ on: 'goal:a', set: { status: 'todo' } }])
  expect(editFields({ view, on: 'goal:a', set: { title: 'Verify stage' } })).toEqual([])
})

test('[U81] emptying a field that never held anything writes nothing', () => {
  expect(editFields({ view, on: 'goal:a', set: { reason: '', quarter: 1, parent: null, stretch: false } })).toEqual([])
  expect(editFields({ view, on: 'goal:a', set: { quarter: null } })).toHaveLength(1)
})

test('[U82] a set gets the members named, each written by itself and only where it differs', () => {
  expect(editMembers({ view, on: 'goal:t', field: 'teams', members: ['SRE'] })).toEqual([])
  expect(editMembers({ view, on: 'goal:t', field: 'teams', members: ['RelEng', 'QA'] })).toEqual([{ on: 'goal:t', set: { 'teams/SRE': false, 'teams/RelEng': true, 'teams/QA': true } }])
  expect(editMembers({ view, on: 'goal:t', field: 'teams', members: [] })).toEqual([{ on: 'goal:t', set: { 'teams/SRE': false } }])
})

test('[U82] whatever a set held, afterwards it holds what was asked for', () => {
  const anyTeams = fc.uniqueArray(fc.constantFrom('SRE', 'RelEng', 'QA', 'a/b', 'constructor'), { maxLength: 4 })
  fc.assert(
    fc.property(anyTeams, anyTeams, (first, second) => {
      const before = after(view, [{ on: 'goal:t', set: { title: 'Teams' } }, ...editMembers({ view, on: 'goal:t', field: 'teams', members: first })])
      const next = after(before, editMembers({ view: before, on: 'goal:t', field: 'teams', members: second }))
      expect(recordOf(next, 'goal:t')?.teams.toSorted()).toEqual(second.toSorted())
    }),
  )
})

test('[U83] deleting is one field of one record: what stood below goes with it, and comes back with it', () => {
  const gone = after(view, deleteRecord('outcome:one'))
  expect(['outcome:one', 'output:1-1', 'goal:b1'].map((id) => isLive(gone, id as 'goal:b1'))).toEqual([false, false, false])
  const back = after(gone, [{ on: 'outcome:one', set: { deleted: null } }])
  expect(['outcome:one', 'output:1-1', 'goal:b1'].map((id) => isLive(back, id as 'goal:b1'))).toEqual([true, true, true])
})
