import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { conflictChanges } from '../../../shared/changes/conflict-records.ts'
import { addChanges, changesOf, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { removeChanges } from '../../../shared/changes/remove-changes.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { openConflicts, openConflictsByGoal } from '../../../shared/plan/open-conflicts.ts'
import { createView, updateView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'

const at = (ms: number, writer: string): string => formatStamp({ ms, counter: 0, writer })
const common: readonly Change[] = [
  { at: at(1, 'cccccccccc0'), on: 'plan:p', set: { title: 'P', startsOn: '2018-07-01' } },
  { at: at(1, 'cccccccccc0'), on: 'output:o', set: { title: 'O' } },
  { at: at(1, 'cccccccccc0'), on: 'goal:a', set: { title: 'A', output: 'output:o', order: 'a0' } },
  { at: at(1, 'cccccccccc0'), on: 'goal:b', set: { title: 'B', parent: 'goal:a', order: 'a0' } },
  { at: at(1, 'cccccccccc0'), on: 'goal:gone', set: { title: 'Gone', output: 'output:o', order: 'a1', deleted: true } },
  { at: at(1, 'cccccccccc0'), on: 'note:n', set: { about: 'goal:b', text: 'N' } },
]

const records: readonly RecordId[] = ['goal:a', 'goal:b', 'note:n', 'output:o']
const anySet = fc.oneof(
  fc.constantFrom<Change['set']>({ title: 'T' }, { title: 'U', order: 'a1' }, { status: 'done', order: 'a2' }, { status: 'todo' }, { text: 'X' }),
  fc.record({ deleted: fc.boolean() }),
  fc.constantFrom<Change['set']>({ parent: null }, { parent: 'goal:a' }, { parent: 'goal:gone' }, { about: 'goal:a' }, { about: 'goal:b' }, { output: null }),
)
const anyEdits = fc.array(fc.tuple(fc.constantFrom(...records), anySet), { maxLength: 3 })

/** An edit, one of the conflicts looked at or not any more, all of the other side merged, or taken out again. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...records, 'goal:new' as const), anySet).map(([on, set]) => ({ kind: 'edit', on, set }) as const) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(9), fc.constantFrom(true, null)).map(([which, reviewed]) => ({ kind: 'look', which, reviewed }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'merge' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' } as const) },
)

function edited(writer: string, from: number, edits: readonly (readonly [RecordId, Change['set']])[]): ChangeSet {
  return addChanges(foldChanges(common), edits.map(([on, set], index) => ({ at: at(from + index, writer), on, set }))).set
}

/** What both sides always write, so that there is something to decide about each. */
const both = (word: string, order: string): readonly (readonly [RecordId, Change['set']])[] => [['goal:a', { title: word }], ['goal:b', { status: word === 'Mine' ? 'done' : 'todo', order }], ['note:n', { text: word }], ['output:o', { title: word }]]

const told = (view: PlanView): readonly unknown[] => [openConflicts(view).map((each) => JSON.stringify(each)).toSorted(), [...openConflictsByGoal(view)].map(([goal, count]) => `${goal} ${count}`).toSorted()]

test('[C95] the conflicts that wait, kept up from view to view, are those found at once', () => {
  const seen = { open: 0, kept: 0 }
  fc.assert(
    fc.property(anyEdits, anyEdits, fc.array(anyStep, { minLength: 1, maxLength: 12 }), (mine, theirs, steps) => {
      const other = edited('bbbbbbbbbb0', 20, [...both('Theirs', 'a5'), ...theirs])
      let view = createView(edited('aaaaaaaaaa0', 10, [...both('Mine', 'a6'), ...mine]))
      const keptUp: { readonly set: ChangeSet; readonly told: readonly unknown[] }[] = []
      for (const [index, step] of steps.entries()) {
        const now = at(100 + index, 'aaaaaaaaaa0')
        const conflicts = [...view.set.records.shards.flatMap((shard) => [...shard.keys()])].filter((id) => id.startsWith('conflict:')).toSorted()
        const on = step.kind === 'look' ? conflicts[step.which % Math.max(1, conflicts.length)] : undefined
        const merge = mergeChangeSets(view.set, other)
        const folded =
          step.kind === 'edit' ? addChanges(view.set, [{ at: now, on: step.on, set: step.set }])
          : step.kind === 'look' ? addChanges(view.set, on === undefined ? [] : [{ at: now, on, set: { reviewed: step.reviewed } }])
          : step.kind === 'merge' ? addChanges(view.set, [...changesOf(other), ...conflictChanges(merge)])
          : removeChanges(view.set, [...changesOf(other)].filter((change) => change.at.endsWith('bbbbbbbbbb0')))
        const before = openConflicts(view)
        view = updateView(view, folded)
        keptUp.push({ set: view.set, told: told(view) })
        seen.open += openConflicts(view).length
        if (openConflicts(view) === before && before.length > 0 && folded.touched.size > 0) seen.kept += 1
      }
      // only now, since what is kept up follows the view that was asked about last; a view made at once follows none
      for (const each of keptUp) expect(each.told).toEqual(told(createView(foldChanges([...changesOf(each.set)]))))
    }),
    { numRuns: 400 },
  )
  expect(Math.min(seen.open, seen.kept)).toBeGreaterThan(20)
})

test('[C95] so are those about what was deleted above some work, when that work is taken out and nothing else is', () => {
  const other = edited('bbbbbbbbbb0', 20, [['note:n', { text: 'Theirs' }]])
  const mine = edited('aaaaaaaaaa0', 10, [['goal:a', { deleted: true }]])
  const before = createView(addChanges(mine, [...changesOf(other), ...conflictChanges(mergeChangeSets(mine, other))]).set)
  expect(openConflicts(before).map(({ on, below }) => [on, below])).toEqual([['goal:a', 'note:n']])
  const withdrawn = removeChanges(before.set, [...changesOf(other)].filter((change) => change.at.endsWith('bbbbbbbbbb0')))
  expect(openConflicts(updateView(before, withdrawn))).toEqual([])
})
