import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { takeIn } from '../../../shared/changes/take-in.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { reviewMerge, type MergeReview } from '../../../shared/review/merge-review.ts'
import type { ReviewRow, ReviewSection } from '../../../shared/review/review-row.ts'
import { smallPlan } from '../edits/plan-at-hand.ts'
import { common, editedBy, start } from './both-sides.ts'

const records = Object.keys(smallPlan).length
const earlier = { from: start - 86_400_000 }

/** What a file brings that holds these edits, into a plan that was edited too; the file's are the later ones. */
function reviewOf(theirs: readonly Edit[], mine: readonly Edit[] = []): MergeReview {
  return reviewMerge({ mine: editedBy('aaaaaaaaaa', mine, earlier).set, theirs: editedBy('bbbbbbbbbb', theirs).set })
}

/** Rows in few words: what it is about, and the field or the kind of move. */
function told(review: MergeReview, section: ReviewSection): readonly string[] {
  const words = (row: ReviewRow): string => (row.kind === 'move' ? ` to ${row.to}` : row.kind === 'field' ? ` ${row.change.field}` : row.kind === 'clash' ? ` ${row.conflict.field}` : '')
  return review.rows.filter((row) => row.section === section).map((row) => `${row.on}${words(row)}`)
}

const alongOf = (review: MergeReview): readonly string[] => review.rows.flatMap((row) => ('along' in row ? row.along.map(({ field }) => `${row.key.split(' ')[2]} ${field}`) : []))
const edit = (on: RecordId, set: Edit['set']): Edit => ({ on, set })

describe('what a merge would do', () => {
  test('[F20] is counted before it is done: new, changed, moved, deleted, brought back, the same', () => {
    const review = reviewOf([
      edit('goal:new', { output: 'output:1-1', quarter: 1, title: 'New', order: 'a9' }),
      edit('note:new', { about: 'goal:a', date: '2018-10-02', text: 'x' }),
      edit('output:new', { outcome: 'outcome:two', number: '2.2', title: 'New', order: 'a9' }),
      edit('goal:a', { status: 'blocked', reason: 'why', 'teams/SRE': true }),
      edit('goal:b', { title: 'Cache all images' }),
      edit('goal:c', { deleted: true, status: 'done' }),
      edit('goal:d', { quarter: 3 }),
    ])
    expect(review.counts).toEqual({ clashes: 0, deletions: 0, changed: 4, moved: 1, newGoals: 1, newNotes: 1, newOthers: 1, newUnknown: 0, deleted: 1, restored: 0 })
    expect(told(review, 'changed')).toEqual(['goal:a reason', 'goal:a status', 'goal:a teams/SRE', 'goal:b title'])
    expect(told(review, 'deleted')).toEqual(['goal:c'])
    expect([review.same, review.nothing]).toEqual([records - 4, false])
  })

  test('[U121] another quarter, another output, another goal above and another place in the list are told apart', () => {
    const review = reviewOf([
      edit('goal:a', { quarter: 2, order: 'a5' }),
      edit('goal:b2', { parent: 'goal:c', order: 'a4' }),
      edit('goal:c', { order: 'a6' }),
      edit('goal:d', { output: 'output:2-1', order: 'a7' }),
      edit('output:1-2', { outcome: 'outcome:two' }),
    ])
    expect(told(review, 'moved').toSorted()).toEqual(['goal:a to quarter', 'goal:b2 to parent', 'goal:c to order', 'goal:d to output', 'output:1-2 to outcome'])
    expect(alongOf(review).toSorted()).toEqual(['output order', 'parent order', 'quarter order'])
  })

  test('[U121] a new place that came with a new status goes along with it', () => {
    const review = reviewOf([edit('goal:a', { status: 'todo', order: 'a6' })])
    expect([told(review, 'changed'), told(review, 'moved'), alongOf(review)]).toEqual([['goal:a status'], [], ['status order']])
  })

  test('[U121] rows are grouped by goal: what changed in its notes is told under it', () => {
    const notes = [edit('note:b', { about: 'goal:b', date: '2018-10-02', text: 'Old' }), edit('note:a', { about: 'goal:a', date: '2018-10-02', text: 'Old' })]
    const { set } = editedBy('cccccccccc', notes, { from: start - 200_000_000 })
    const theirs = editedBy('bbbbbbbbbb', [edit('note:b', { text: 'New' }), edit('goal:b', { title: 'B' }), edit('note:a', { text: 'New' }), edit('goal:a', { title: 'A' })], { set })
    const review = reviewMerge({ mine: set, theirs: theirs.set })
    expect(review.rows.map(({ group, on }) => [group, on])).toEqual([['goal:a', 'goal:a'], ['goal:a', 'note:a'], ['goal:b', 'goal:b'], ['goal:b', 'note:b']])
  })

  test('[F20] rows stand in the order of the plan: by output, quarter and place, goals that belong to none first', () => {
    const goal = (on: RecordId, output: string | null, quarter: number, order: string): Edit => edit(on, { ...(output === null ? {} : { output }), quarter, title: on, order })
    const review = reviewOf([goal('goal:1', 'output:2-1', 1, 'a0'), goal('goal:2', 'output:1-1', 2, 'a0'), goal('goal:3', 'output:1-1', 1, 'a2'), goal('goal:4', 'output:1-1', 1, 'a1V'), goal('goal:5', null, 1, 'a0')])
    expect(told(review, 'newGoals')).toEqual(['goal:5', 'goal:4', 'goal:3', 'goal:2', 'goal:1'])
  })

  test('[F20] sub-goals stand below their goal, whatever their order among themselves', () => {
    const review = reviewOf(['goal:c', 'goal:b2', 'goal:b', 'goal:a', 'goal:b1'].map((on) => edit(on as RecordId, { reason: 'why' })))
    expect(told(review, 'changed')).toEqual(['goal:a reason', 'goal:b reason', 'goal:b1 reason', 'goal:b2 reason', 'goal:c reason'])
  })

  test('[F20] what both sides edited comes first and is no changed field besides, whichever counts', () => {
    const theirs = [edit('goal:a', { status: 'blocked' }), edit('goal:b', { title: 'Theirs' })]
    const review = reviewOf(theirs, [edit('goal:a', { status: 'todo' })])
    expect(review.rows.map(({ section, on, counts }) => [section, on, counts])).toEqual([['clashes', 'goal:a', 'theirs'], ['changed', 'goal:b', 'theirs']])
    const mineIsLater = reviewMerge({ mine: editedBy('aaaaaaaaaa', [edit('goal:a', { status: 'todo' })], { from: start + 86_400_000 }).set, theirs: editedBy('bbbbbbbbbb', theirs).set })
    expect(mineIsLater.rows.map(({ section, counts }) => [section, counts])).toEqual([['clashes', 'mine'], ['changed', 'theirs']])
  })

  test('[U121] a card moved on both sides is one question, its new status and place together', () => {
    const review = reviewOf([edit('goal:a', { status: 'blocked', order: 'a7' })], [edit('goal:a', { status: 'todo', order: 'a8' })])
    expect([told(review, 'clashes'), alongOf(review).length, review.merge.conflicts.length]).toEqual([['goal:a status'], 1, 2])
  })

  test('[U121] deleted on one side and worked on at the other is a question of its own, whichever side it was', () => {
    const [deletion, work] = [edit('goal:a', { deleted: true }), edit('goal:a', { title: 'Still at it' })]
    const row = (review: MergeReview): unknown => review.rows.map(({ kind, section, counts, ...rest }) => [kind, section, counts, 'deletedBy' in rest && rest.deletedBy])
    expect(row(reviewOf([deletion], [work]))).toEqual([['deletion', 'deletions', 'theirs', 'theirs']])
    expect(row(reviewOf([work], [deletion]))).toEqual([['deletion', 'deletions', 'mine', 'mine']])
    // what changed in a record that stays deleted is not told besides
    expect(reviewOf([work, edit('goal:a', { status: 'todo' })], [deletion]).rows).toHaveLength(1)
  })

  test('[U190] edits that others made on both sides and left open come along and are counted, and nothing is asked of them', () => {
    const [one, two] = [editedBy('aaaaaaaaaa', [edit('goal:a', { title: 'One' })], earlier).set, editedBy('bbbbbbbbbb', [edit('goal:a', { title: 'Two' })]).set]
    const { found, folded } = takeIn({ set: one, theirs: two, edits: [], reviewed: new Set(), stamp: () => [] })
    expect(found).toHaveLength(1)
    const review = reviewMerge({ mine: common, theirs: folded.set })
    expect([review.counts.clashes, review.leftOpen]).toEqual([0, 1])
    expect(reviewMerge({ mine: folded.set, theirs: two }).leftOpen).toBe(0) // it waits here already
    expect(reviewMerge({ mine: common, theirs: takeIn({ set: one, theirs: two, edits: [], reviewed: null, stamp: () => [] }).folded.set }).leftOpen).toBe(0)
  })

  test('[F21] your own file, an older one or the same again: nothing', () => {
    const { set } = reviewOf([edit('goal:a', { status: 'blocked' })]).merge
    for (const theirs of [common, set, editedBy('bbbbbbbbbb', [edit('goal:a', { status: 'blocked' })]).set]) {
      expect(reviewMerge({ mine: set, theirs })).toMatchObject({ nothing: true, rows: [], same: records })
    }
  })

  test('[F21] the name of a computer is no news, but it does come in', () => {
    expect(reviewOf([edit('replica:bbbbbbbbbb', { name: 'SRE laptop' })])).toMatchObject({ rows: [], same: records, nothing: false })
  })
})
