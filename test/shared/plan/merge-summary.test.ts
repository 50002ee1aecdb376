import { describe, expect, test } from 'vitest'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { summarizeMerge, type MergeSummary } from '../../../shared/plan/merge-summary.ts'
import { smallPlan } from '../edits/plan-at-hand.ts'

const at = (ms: number, writer = 'aaaaaaaaaa0'): string => formatStamp({ ms, counter: 0, writer })
const plan: readonly Change[] = Object.entries(smallPlan).map(([on, set]) => ({ at: at(1), on: on as RecordId, set }))
const mine = foldChanges(plan)

/** The plan after edits made on another computer. */
function theirs(...edits: readonly Edit[]): ChangeSet {
  return foldChanges([...plan, ...edits.map((edit, index) => ({ at: at(5 + index, 'bbbbbbbbbb0'), ...edit }))])
}

const summaryOf = (...edits: readonly Edit[]): MergeSummary => summarizeMerge({ mine, theirs: theirs(...edits) })

describe('what a merge would do', () => {
  test('[F20] is counted before it is done: new, changed, deleted, brought back, the same', () => {
    const summary = summaryOf(
      { on: 'goal:new', set: { output: 'output:1-1', quarter: 1, title: 'New', order: 'a9' } },
      { on: 'note:new', set: { about: 'goal:a', date: '2018-10-02', text: 'x' } },
      { on: 'output:new', set: { outcome: 'outcome:two', number: '2.2', title: 'New', order: 'a9' } },
      { on: 'goal:a', set: { status: 'blocked', reason: 'why', 'teams/SRE': true } },
      { on: 'goal:b', set: { title: 'Cache all images' } },
      { on: 'goal:c', set: { deleted: true, status: 'done' } },
    )
    expect(summary).toMatchObject({ newGoals: ['goal:new'], newNotes: ['note:new'], newOthers: ['output:new'], deleted: ['goal:c'], restored: [], fields: 4, moved: 0, clashes: [], changes: 8, nothing: false })
    expect(summary.changed.map(({ on, fields }) => [on, fields.map(({ field }) => field)])).toEqual([
      ['goal:a', ['reason', 'status', 'teams/SRE']],
      ['goal:b', ['title']],
    ])
    expect(summary.same).toBe(plan.length - 3)
  })

  test('[F20] a goal that only stands elsewhere in its list is counted apart', () => {
    const summary = summaryOf({ on: 'goal:a', set: { order: 'a5' } }, { on: 'goal:b', set: { order: 'a6', status: 'done' } })
    expect(summary).toMatchObject({ moved: 1, fields: 1, changes: 2 })
  })

  test('[F20] lists stand in the order of the plan: by output, quarter and place, goals that belong to none first', () => {
    const goal = (on: RecordId, output: string | null, quarter: number, order: string): Edit => ({ on, set: { ...(output === null ? {} : { output }), quarter, title: on, order } })
    const summary = summaryOf(goal('goal:1', 'output:2-1', 1, 'a0'), goal('goal:2', 'output:1-1', 2, 'a0'), goal('goal:3', 'output:1-1', 1, 'a2'), goal('goal:4', 'output:1-1', 1, 'a1'), goal('goal:5', null, 1, 'a0'))
    expect(summary.newGoals).toEqual(['goal:5', 'goal:4', 'goal:3', 'goal:2', 'goal:1'])
  })

  test('[F20] what both sides edited is listed, and what counts reads as it will', () => {
    const edited = foldChanges([...plan, { at: at(9, 'cccccccccc0'), on: 'goal:a', set: { status: 'todo' } }])
    const summary = summarizeMerge({ mine: edited, theirs: theirs({ on: 'goal:a', set: { status: 'blocked' } }) })
    expect(summary).toMatchObject({ fields: 0, changes: 0, nothing: false })
    expect(summary.clashes.map(({ on, field, mine: my, theirs: their }) => [on, field, my.value, their.value])).toEqual([['goal:a', 'status', 'todo', 'blocked']])
  })

  test('[F21] your own file, an older one or the same again: nothing', () => {
    const after = summaryOf({ on: 'goal:a', set: { status: 'blocked' } }).merge.set
    for (const file of [mine, after, theirs({ on: 'goal:a', set: { status: 'blocked' } })]) {
      expect(summarizeMerge({ mine: after, theirs: file })).toMatchObject({ nothing: true, changes: 0, same: plan.length, clashes: [] })
    }
  })

  test('[F21] the name of a computer is no news, but it does come in', () => {
    expect(summaryOf({ on: 'replica:bbbbbbbbbb', set: { name: 'SRE laptop' } })).toMatchObject({ changes: 0, newOthers: [], same: plan.length, nothing: false })
  })
})
