import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { conflictChanges } from '../../../shared/changes/conflict-records.ts'
import { addChanges, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { copyPlan } from '../../../shared/file/copy-plan.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { openConflicts, openConflictsByGoal } from '../../../shared/plan/open-conflicts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { isLive, type PlanView } from '../../../shared/plan/plan-view.ts'
import { countingSide, keepConflict, settleConflict } from '../../../shared/plan/settle-conflict.ts'
import { act, openSession } from '../changes/session.ts'
import { stampAt } from '../changes/tiny-domain.ts'

const writer = 'cccccccccc0'
const start = foldChanges([
  { at: stampAt(1, { writer }), on: 'program:z', set: { title: 'Z' } },
  { at: stampAt(1, { writer }), on: 'outcome:o', set: { title: 'Deploys', program: 'program:z' } },
  { at: stampAt(1, { writer }), on: 'output:p', set: { title: 'P', outcome: 'outcome:o' } },
  { at: stampAt(1, { writer }), on: 'goal:g', set: { title: 'G', output: 'output:p' } },
])

function edited(replica: string, edits: readonly Edit[], now: number, set = start): ChangeSet {
  return edits.reduce((session, edit, index) => act({ session, edits: [edit], now: now + index }).session, openSession({ replica, set })).set
}

function merged(mine: ChangeSet, theirs: ChangeSet): ChangeSet {
  const merge = mergeChangeSets(mine, theirs)
  return addChanges(merge.set, conflictChanges(merge)).set
}

function write(view: PlanView, edits: readonly Edit[]): PlanView {
  return createView(addChanges(view.set, edits.map((edit) => ({ at: stampAt(900), ...edit }))).set)
}

function only(view: PlanView): OpenConflict {
  const [open, ...more] = openConflicts(view)
  if (open === undefined || more.length > 0) throw new Error(`${openConflicts(view).length} are open`)
  return open
}

const deleted = edited('aaaaaaaaaa', [{ on: 'outcome:o', set: { deleted: true } }], 50)
const worked = edited(
  'bbbbbbbbbb',
  [
    { on: 'goal:new', set: { title: 'New', output: 'output:p' } },
    { on: 'note:n', set: { about: 'goal:new', text: 'Begun' } },
    { on: 'outcome:o', set: { description: 'more' } },
  ],
  40,
)
const view = createView(merged(deleted, worked))

describe('work below what was deleted, to be looked at', () => {
  test('[O171] all of it is one thing to review, the same on both computers, told with the latest of the work', () => {
    const open = only(view)
    expect([open.on, open.field, open.below, open.along.length]).toEqual(['outcome:o', 'deleted', undefined, 2])
    expect(open.along.map(({ below }) => below)).toEqual(['note:n', 'goal:new'])
    expect(only(createView(merged(worked, deleted)))).toEqual(open)
    expect(countingSide(view, open)).toBe('later')
  })

  test('[O171] in the panel of a goal what waits is marked, also where the work is a note or the deletion is above', () => {
    expect(openConflictsByGoal(view).get('goal:new')).toBe(1)
    const noted = merged(edited('aaaaaaaaaa', [{ on: 'goal:g', set: { deleted: true } }], 50), edited('bbbbbbbbbb', [{ on: 'note:n', set: { about: 'goal:g', text: 'x' } }], 60))
    expect(openConflictsByGoal(createView(noted)).get('goal:g')).toBe(1)
  })

  test('[O172] bringing it back brings back what is deleted above it too, and the work is there', () => {
    const alone = merged(deleted, edited('bbbbbbbbbb', [{ on: 'goal:new', set: { title: 'New', output: 'output:p' } }], 40))
    const both = createView(edited('dddddddddd', [{ on: 'program:z', set: { deleted: true } }], 300, alone))
    expect(isLive(both, 'goal:new')).toBe(false)
    const back = write(both, settleConflict({ view: both, conflict: only(both), side: 'earlier' }))
    expect([isLive(back, 'goal:new'), openConflicts(back)]).toEqual([true, []])
  })

  test('[O172] left deleted, nothing but that it was looked at is written, and nothing waits', () => {
    const edits = keepConflict(only(view))
    expect(edits.every(({ on, set }) => on.startsWith('conflict:') && set['reviewed'] === true)).toBe(true)
    expect(openConflicts(write(view, edits))).toEqual([])
    expect(settleConflict({ view, conflict: only(view), side: 'later' }).toSorted((a, b) => (a.on < b.on ? -1 : 1))).toEqual(edits.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
  })

  test('[O172] nothing waits while the work is in sight again, or is deleted itself', () => {
    const alone = createView(merged(deleted, edited('bbbbbbbbbb', [{ on: 'goal:new', set: { title: 'New', output: 'output:p' } }], 40)))
    expect(only(alone).below).toBe('goal:new')
    for (const edit of [{ on: 'outcome:o', set: { deleted: false } }, { on: 'goal:new', set: { deleted: true } }, { on: 'goal:new', set: { output: null } }] as const) expect(openConflicts(write(alone, [edit]))).toEqual([])
  })

  test('[F54] it waits in a copy of the plan, under the id that whoever finds it there gives it', () => {
    const makeId = ((count) => (kind: string) => `${kind}:copy${String((count += 1)).padStart(6, '0')}`)(0) as Parameters<typeof copyPlan>[0]['makeId']
    const { set } = copyPlan({ set: view.set, makeId })
    expect(only(createView(set)).along.length).toBe(2)
  })
})
