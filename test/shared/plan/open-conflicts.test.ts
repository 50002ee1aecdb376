import { describe, expect, test } from 'vitest'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { conflictChanges } from '../../../shared/changes/conflict-records.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { openConflicts, openConflictsByGoal } from '../../../shared/plan/open-conflicts.ts'
import { countingSide, keepConflict, settleConflict, settledBy } from '../../../shared/plan/settle-conflict.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { act, openSession } from '../changes/session.ts'
import { stampAt } from '../changes/tiny-domain.ts'

const start = foldChanges([
  { at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } },
  { at: stampAt(1, { writer: 'cccccccccc0' }), on: 'note:n', set: { about: 'goal:a', date: '2018-10-02', text: 'x' } },
])

function edited(replica: string, set: Fields, now: number, on: Edit['on'] = 'goal:a'): ChangeSet {
  return act({ session: openSession({ replica, set: start }), edits: [{ on, set }], now }).session.set
}

function write(set: ChangeSet, edits: readonly Edit[], now: number): PlanView {
  return createView(addChanges(set, edits.map((edit) => ({ at: stampAt(now), ...edit }))).set)
}

/** Mine merged with theirs in a hurry: nobody has looked at what clashed. */
function merged(mine: ChangeSet, theirs: ChangeSet): PlanView {
  const merge = mergeChangeSets(mine, theirs)
  return createView(addChanges(merge.set, conflictChanges(merge)).set)
}

const hurried = merged(edited('aaaaaaaaaa', { status: 'done' }, 10), edited('bbbbbbbbbb', { status: 'blocked' }, 11))
const status = (view: PlanView): unknown => winnerOf(recordIn(view.set, 'goal:a'), 'status')?.value

describe('conflicts that wait', () => {
  test('[C101] a conflict waits with both values until a person has kept it', () => {
    const [open] = openConflicts(hurried)
    if (open === undefined) throw new Error('none is open')
    expect([open.field, open.earlier.value, open.later.value, countingSide(hurried, open)]).toEqual(['status', 'done', 'blocked', 'later'])
    expect(openConflictsByGoal(hurried).get('goal:a')).toBe(1)
    expect(openConflicts(write(hurried.set, keepConflict(open), 200))).toEqual([])
  })

  test('[C102] flipping lets the other value count by a new change, and keeping writes nothing but that it was looked at', () => {
    const [open] = openConflicts(hurried)
    if (open === undefined) throw new Error('none is open')
    const flip = settleConflict({ view: hurried, conflict: open, side: 'earlier' })
    const flipped = write(hurried.set, flip, 200)
    expect(status(flipped)).toBe('done')
    expect(recordIn(flipped.set, 'goal:a')?.losers.map((cell) => cell.value)).toContain('blocked')
    expect(openConflicts(flipped)).toEqual([])
    expect(settleConflict({ view: hurried, conflict: open, side: 'later' })).toEqual(keepConflict(open))
  })

  test('[C101] a side counts also where its value was written anew, as undo does, and neither where something else was written', () => {
    const [open] = openConflicts(hurried)
    if (open === undefined) throw new Error('none is open')
    const now = (value: string): PlanView => write(hurried.set, [{ on: 'goal:a', set: { status: value } }], 200)
    expect(['blocked', 'done', 'stalled'].map((value) => countingSide(now(value), open))).toEqual(['later', 'earlier', null])
  })

  test('[C101] who writes the field anew has settled it, who writes another has not', () => {
    const [open] = openConflicts(hurried)
    expect(settledBy(hurried, [{ on: 'goal:a', set: { status: 'stalled' } }])).toEqual(open === undefined ? [] : keepConflict(open))
    expect(settledBy(hurried, [{ on: 'goal:a', set: { title: 'U' } }, { on: 'goal:b', set: { status: 'done' } }])).toEqual([])
  })

  test('[C101] a conflict about a note counts for its goal', () => {
    const view = merged(edited('aaaaaaaaaa', { text: 'mine' }, 10, 'note:n'), edited('bbbbbbbbbb', { text: 'theirs' }, 11, 'note:n'))
    expect(openConflictsByGoal(view).get('goal:a')).toBe(1)
  })

  test.each([
    ['deleted here, worked on there', { deleted: true }, { status: 'blocked' }, 'earlier'],
    ['worked on here, deleted there', { status: 'blocked' }, { deleted: true }, 'later'],
  ] as const)('[C102] %s: the record can be brought back or left', (_, mine, theirs, counting) => {
    const view = merged(edited('aaaaaaaaaa', mine, 10), edited('bbbbbbbbbb', theirs, 11))
    const [open] = openConflicts(view)
    if (open === undefined) throw new Error('none is open')
    expect([open.field, countingSide(view, open)]).toEqual(['deleted', counting])
    const other = counting === 'earlier' ? 'later' : 'earlier'
    const back = write(view.set, settleConflict({ view, conflict: open, side: other }), 200)
    expect(winnerOf(recordIn(back.set, 'goal:a'), 'deleted')?.value).toBe(false)
    expect(settleConflict({ view, conflict: open, side: counting })).toEqual(keepConflict(open))
  })

  test('[C101] of a record that is gone there is nothing to decide', () => {
    expect(openConflicts(write(hurried.set, [{ on: 'goal:a', set: { deleted: true } }], 200))).toEqual([])
  })

  test('[C103] two values under one stamp can be told apart and flipped', () => {
    const [mine, theirs] = ['done', 'blocked'].map((value) => addChanges(start, [{ at: stampAt(9), on: 'goal:a', set: { status: value } }]).set)
    if (mine === undefined || theirs === undefined) throw new Error('two sets')
    const view = merged(mine, theirs)
    const [open] = openConflicts(view)
    if (open === undefined) throw new Error('none is open')
    expect(new Set([open.earlier.value, open.later.value])).toEqual(new Set(['done', 'blocked']))
    expect(status(write(view.set, settleConflict({ view, conflict: open, side: 'earlier' }), 200))).toBe(open.earlier.value)
  })

  test('[U152] a status and the place that came with it are one thing to decide', () => {
    const view = merged(edited('aaaaaaaaaa', { status: 'done', order: 'a1' }, 10), edited('bbbbbbbbbb', { status: 'blocked', order: 'a2' }, 11))
    const [open, ...others] = openConflicts(view)
    if (open === undefined) throw new Error('none is open')
    expect([open.field, open.along.map(({ field }) => field), others]).toEqual(['status', ['order'], []])
    expect(openConflicts(write(view.set, keepConflict(open), 200))).toEqual([])
    const flipped = write(view.set, settleConflict({ view, conflict: open, side: 'earlier' }), 200)
    expect([status(flipped), winnerOf(recordIn(flipped.set, 'goal:a'), 'order')?.value, openConflicts(flipped)]).toEqual(['done', 'a1', []])
  })

  test('[U152] a deletion is one thing to decide, however often the record was worked on without knowing of it', () => {
    const theirs = edited('bbbbbbbbbb', { deleted: true }, 11)
    const [once, twice] = [{ status: 'done' }, { status: 'stalled' }].map((set, index) => edited('aaaaaaaaaa', set, 10 + 2 * index))
    if (once === undefined || twice === undefined) throw new Error('two sets')
    const mine = uniteChangeSets(once, twice).set
    const view = createView(addChanges(merged(mine, theirs).set, conflictChanges(mergeChangeSets(once, theirs))).set)
    const [open, ...others] = openConflicts(view)
    if (open === undefined) throw new Error('none is open')
    expect([open.field, open.later.value, open.along.map((each) => each.earlier.value), others]).toEqual(['deleted', 'stalled', ['done'], []])
    expect(openConflicts(write(view.set, keepConflict(open), 200))).toEqual([])
    for (const [side, isDeleted] of [['earlier', true], ['later', false]] as const) {
      const decided = write(view.set, settleConflict({ view, conflict: open, side }), 200)
      expect([winnerOf(recordIn(decided.set, 'goal:a'), 'deleted')?.value, openConflicts(decided)]).toEqual([isDeleted, []])
    }
  })

  test('[U152] a place alone is decided by itself, and one of other actions too', () => {
    const alone = merged(edited('aaaaaaaaaa', { order: 'a1' }, 10), edited('bbbbbbbbbb', { order: 'a2' }, 11))
    expect(openConflicts(alone).map(({ field }) => field)).toEqual(['order'])
    const mine = act({ session: openSession({ replica: 'aaaaaaaaaa', set: edited('aaaaaaaaaa', { status: 'done' }, 10) }), edits: [{ on: 'goal:a', set: { order: 'a1' } }], now: 12 }).session.set
    const apart = merged(mine, edited('bbbbbbbbbb', { status: 'blocked', order: 'a2' }, 11))
    expect(openConflicts(apart).map(({ field }) => field).toSorted()).toEqual(['order', 'status'])
  })
})
