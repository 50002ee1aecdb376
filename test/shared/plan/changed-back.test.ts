import { expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { addChanges, changesOf, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { OtherMerge } from '../../../shared/plan/other-merges.ts'
import { changedBack } from '../../../shared/plan/changed-back.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { stampAt } from '../changes/tiny-domain.ts'

const [me, them, third] = ['aaaaaaaaaa0', 'bbbbbbbbbb0', 'cccccccccc0']
const mine = foldChanges([{ at: stampAt(1, { writer: me }), on: 'goal:a', set: { title: 'A', status: 'inProgress', deleted: null } }])
/** What a colleague's file brought. */
const brought = [{ at: stampAt(10, { writer: them }), on: 'goal:a', set: { status: 'blocked', deleted: true, 'teams/SRE': true } }] as const

/** What is set back when the file goes again, after these edits one minute after the other. @param from who wrote them */
function back(edits: readonly Fields[], { writer = me, from = 20, before = mine, staying = [], setBack = [] }: { readonly writer?: string | undefined; readonly from?: number; readonly before?: ChangeSet; readonly staying?: readonly 'goal:a'[]; readonly setBack?: readonly OtherMerge[] } = {}): unknown {
  const set = addChanges(addChanges(before, brought).set, edits.map((fields, index) => ({ at: stampAt(from + index, { writer }), on: 'goal:a', set: fields }))).set
  return changedBack({ left: removeChanges(set, brought).set, without: brought, before: [...before.knows.values()], replica: me.slice(0, 10), staying: new Set(staying), setBack }).map((edit) => edit.set)
}

test('[C109] what was changed and changed back to what a file brought goes with it: the field says what it said before', () => {
  expect(back([{ status: 'done' }, { status: 'blocked' }])).toEqual([{ status: 'inProgress' }])
  expect(back([{ deleted: false }, { deleted: true }])).toEqual([{ deleted: false }])
  expect(back([{ 'teams/SRE': false }, { 'teams/SRE': true }])).toEqual([{ 'teams/SRE': false }])
  expect(back([{ status: 'done' }, { status: 'stalled' }, { status: 'done' }, { status: 'blocked' }])).toEqual([{ status: 'inProgress' }])
})

test('[C109] an edit that says something else stays, and so does one that says the same without a change in between', () => {
  expect(back([{ status: 'done' }])).toEqual([])
  expect(back([{ status: 'blocked' }])).toEqual([])
  expect(back([{ status: 'done' }, { status: 'blocked' }, { status: 'stalled' }])).toEqual([])
})

test('[C109] what somebody else wrote stays, what was written before the merge too, and records that stay whole', () => {
  expect(back([{ status: 'done' }, { status: 'blocked' }], { writer: third })).toEqual([])
  const old = addChanges(mine, [{ at: stampAt(20, { writer: me }), on: 'goal:a', set: { status: 'done' } }, { at: stampAt(21, { writer: me }), on: 'goal:a', set: { status: 'blocked' } }]).set
  expect(back([], { before: old })).toEqual([])
  expect(back([{ status: 'done' }, { status: 'blocked' }], { staying: ['goal:a'] })).toEqual([])
})

test('[C109] what another merge brought that was set back stands in the way no more', () => {
  const other = addChanges(mine, [{ at: stampAt(15, { writer: third }), on: 'goal:a', set: { status: 'done' } }]).set
  const set = addChanges(addChanges(addChanges(mine, brought).set, [...changesOf(other)]).set, [{ at: stampAt(20, { writer: me }), on: 'goal:a', set: { status: 'blocked' } }]).set
  const back = (setBack: readonly OtherMerge[]): unknown => changedBack({ left: removeChanges(set, brought).set, without: brought, before: [...mine.knows.values()], replica: me.slice(0, 10), staying: new Set(), setBack }).map((edit) => edit.set)
  expect(back([])).toEqual([])
  expect(back([{ knows: other.knows, before: mine.knows }])).toEqual([{ status: 'inProgress' }])
})
