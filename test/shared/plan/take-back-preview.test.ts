import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addedChanges } from '../../../shared/changes/added-changes.ts'
import { isSameValue } from '../../../shared/changes/canonical.ts'
import type { Change, Edit, Value } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { unsetOf } from '../../../shared/changes/undo.ts'
import { isBookkeeping, type RecordId } from '../../../shared/model/ids.ts'
import type { MergeState } from '../../../shared/plan/merge-state.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { isLive } from '../../../shared/plan/plan-view.ts'
import { revertMerge, withdrawMerge } from '../../../shared/plan/take-back-merge.ts'
import { previewTakeBack } from '../../../shared/plan/take-back-preview.ts'
import { anyValue, tinyFields, tinyRecords } from '../changes/tiny-domain.ts'

const at = (ms: number, writer: string): string => formatStamp({ ms, counter: 0, writer })
const merge: MergeState = { id: 'm', file: 'f', by: 'There', at: 0, knows: [], before: [], added: 1, isTakenBack: false, left: null }
const left = { file: 'out.plan.json', at: 1, isSaved: true }

const anyFields = fc.dictionary(fc.constantFrom(...tinyFields), anyValue, { minKeys: 1, maxKeys: 2 })
const anyWritten = (from: number, writer: string): fc.Arbitrary<readonly Change[]> => fc.array(fc.tuple(fc.constantFrom(...tinyRecords), anyFields), { maxLength: 5 }).map((list) => list.map(([on, set], index) => ({ at: at(from + 2 * index, writer), on, set })))

function merged(mine: ChangeSet, theirs: readonly Change[], since: readonly Change[]): { readonly set: ChangeSet; readonly brought: readonly Change[] } {
  const united = uniteChangeSets(mine, foldChanges(theirs))
  return { brought: addedChanges({ before: mine, after: united.set, touched: united.touched.keys() }), set: addChanges(united.set, since).set }
}

function write(set: ChangeSet, edits: readonly Edit[]): ChangeSet {
  return addChanges(set, edits.map((edit) => ({ at: at(1_000, 'dddddddddd0'), ...edit }))).set
}

/** The changes that put back, the last first, what the set said before some edits. */
function undoing(set: ChangeSet, edits: readonly Change[]): readonly Change[] {
  return edits.toReversed().map(({ on, set: fields }, index) => ({ at: at(200 + index, 'aaaaaaaaaa0'), on, set: Object.fromEntries(Object.keys(fields).map((field) => [field, reads(set, on, field)])) }))
}

const reads = (set: ChangeSet, on: RecordId, field: string): Value => winnerOf(recordIn(set, on), field)?.value ?? unsetOf(field)
const portrait = (set: ChangeSet, on: RecordId): Value => tinyFields.map((field) => reads(set, on, field))
const recordOfDeletion = (set: ChangeSet, on: RecordId): boolean => reads(set, on, 'deleted') === true
const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] => rows.map((row) => JSON.stringify(row)).toSorted()

test.each([['withdrawn', null], ['set back by new changes', left]] as const)('[U150] what the preview of a merge says is what happens when it is %s', (_, out) => {
  const seen = { fields: 0, gone: 0, staying: 0, changedBack: 0 }
  fc.assert(
    fc.property(anyWritten(1, 'aaaaaaaaaa0'), anyWritten(2, 'bbbbbbbbbb0'), anyWritten(100, 'aaaaaaaaaa0'), fc.boolean(), (mine, theirs, edits, isUndone) => {
      const here = foldChanges(mine)
      const since = isUndone ? [...edits, ...undoing(merged(here, theirs, []).set, edits)] : edits
      const { set, brought } = merged(here, theirs, since)
      const view = createView(set)
      const taking = { before: [...here.knows.values()], replica: 'aaaaaaaaaa' }
      const preview = previewTakeBack({ view, merge: { ...merge, before: taking.before, left: out }, merges: [], brought, replica: taking.replica })
      const withdrawal = withdrawMerge({ set, added: brought, others: [], ...taking })
      const after = out === null ? write(removeChanges(set, withdrawal.without).set, [...withdrawal.adopted, ...withdrawal.changedBack]) : write(set, revertMerge({ set, added: brought, ...taking }))
      const left = removeChanges(set, withdrawal.without).set
      const then = createView(after)
      const own = tinyRecords.filter((id) => !isBookkeeping(id) && recordIn(set, id) !== undefined)
      const old = own.filter((on) => recordIn(left, on) !== undefined)
      const differ = old.flatMap((on) => tinyFields.filter((field) => !isSameValue(reads(set, on, field), reads(after, on, field))).map((field) => [on, field, reads(set, on, field), reads(after, on, field)]))
      expect(sorted(preview.fields.map(({ on, field, before, after: said }) => [on, field, before ?? unsetOf(field), said]))).toEqual(sorted(differ))
      const came = own.filter((on) => !old.includes(on))
      expect(preview.gone.toSorted()).toEqual(came.filter((on) => isLive(view, on) && (recordIn(after, on) === undefined || recordOfDeletion(after, on))).toSorted())
      expect(preview.stayDeleted.toSorted()).toEqual(old.filter((on) => preview.fields.some((each) => each.on === on) && recordOfDeletion(set, on) && recordOfDeletion(after, on)).toSorted())
      expect(preview.staying.every((on) => isSameValue(portrait(after, on), portrait(set, on)))).toBe(true)
      expect(preview.gone.some((on) => isLive(then, on))).toBe(false)
      seen.fields += preview.fields.length
      seen.gone += preview.gone.length
      seen.staying += preview.staying.length
      seen.changedBack += withdrawal.changedBack.length
    }),
    { numRuns: 500 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
})

test('[U150] a goal below which somebody put something stays when its merge is set back, and is told to', () => {
  const mine = foldChanges([{ at: at(1, 'aaaaaaaaaa0'), on: 'plan:p', set: { title: 'P' } }])
  const theirs = [
    { at: at(2, 'bbbbbbbbbb0'), on: 'goal:a', set: { title: 'Theirs' } },
    { at: at(3, 'bbbbbbbbbb0'), on: 'goal:b', set: { title: 'Theirs as well' } },
  ] as const
  const { set, brought } = merged(mine, theirs, [{ at: at(9, 'aaaaaaaaaa0'), on: 'note:n', set: { about: 'goal:a', text: 'Mine', date: '2018-10-02' } }])
  expect(previewTakeBack({ view: createView(set), merge: { ...merge, left }, merges: [], brought, replica: 'zzzzzzzzzz' })).toEqual({ fields: [], stayDeleted: [], gone: ['goal:b'], staying: ['goal:a'] })
  expect(revertMerge({ set, added: brought, replica: 'zzzzzzzzzz' })).toEqual([{ on: 'goal:b', set: { deleted: true } }])
})
