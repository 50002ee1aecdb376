import { describe, expect, test } from 'vitest'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { findConflicts } from '../../../shared/changes/conflict.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { undoEdits, undoStepOf } from '../../../shared/changes/undo.ts'
import { pageWriter } from '../../../shared/changes/writer.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { act, openSession, redo, takeIn, undo, type Session } from './session.ts'
import { stampAt } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)
const goal = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo', 'teams/SRE': true } }])
const me = openSession({ replica: 'aaaaaaaaaa', set: goal })
const them = openSession({ replica: 'bbbbbbbbbb', set: goal })

const on = (set: Fields, id: Edit['on'] = 'goal:a'): readonly Edit[] => [{ on: id, set }]
const doing = (session: Session, ...actions: readonly (readonly Edit[])[]): Session => actions.reduce((current, edits) => act({ session: current, edits, now }).session, session)
const undoing = (session: Session, times = 1): Session => Array.from({ length: times }).reduce<Session>((current) => undo({ session: current, now }).session, session)
const redoing = (session: Session, times = 1): Session => Array.from({ length: times }).reduce<Session>((current) => redo({ session: current, now }).session, session)
const merging = (session: Session, theirs: ChangeSet): Session => ({ ...session, set: uniteChangeSets(session.set, theirs).set })

function read({ set }: Session, id: Edit['on'] = 'goal:a'): unknown {
  const record = recordIn(set, id)
  return record === undefined ? undefined : readAny(record)
}

describe('undo', () => {
  test('[C70] undo puts back what every field of the action read before', () => {
    const after = undoing(doing(me, on({ status: 'done', title: 'U', 'teams/SRE': false, 'teams/RelEng': true, reason: 'why' })))
    expect(read(after)).toEqual(read(me))
  })

  test('[C70] one undo takes back a whole action, on however many records', () => {
    const after = undoing(doing(me, [...on({ status: 'done' }), ...on({ title: 'new' }, 'goal:b')]))
    expect(read(after)).toEqual(read(me))
    expect(read(after, 'goal:b')).toMatchObject({ deleted: true })
  })

  test('[C70] a member that was never in the set is put back by taking it out, as a file can say it', () => {
    const after = undoing(doing(me, on({ 'teams/RelEng': true, reason: 'why' })))
    const record = recordIn(after.set, 'goal:a')
    expect([winnerOf(record, 'teams/RelEng')?.value, winnerOf(record, 'reason')?.value]).toEqual([false, null])
  })

  test('[C71] undo is a new change: nothing that was written goes away', () => {
    const after = undoing(doing(me, on({ status: 'done' })))
    expect(recordIn(after.set, 'goal:a')?.losers.map((cell) => cell.value)).toEqual(['todo', 'done'])
  })

  test('[C72] steps on one and the same field are taken back one by one, to the beginning', () => {
    const after = doing(me, on({ status: 'inProgress' }), on({ status: 'blocked' }), on({ status: 'done' }))
    expect([1, 2, 3, 4].map((times) => winnerOf(recordIn(undoing(after, times).set, 'goal:a'), 'status')?.value)).toEqual(['blocked', 'inProgress', 'todo', 'todo'])
  })

  test('[C73] redo is the undo of the undo, as often as one likes', () => {
    const after = doing(me, on({ status: 'inProgress' }), on({ status: 'done', title: 'U' }))
    expect(read(redoing(undoing(after, 2), 2))).toEqual(read(after))
    expect(read(redoing(undoing(redoing(undoing(after, 2), 1), 1), 2))).toEqual(read(after))
    expect(read(undoing(redoing(undoing(after, 2), 2), 2))).toEqual(read(me))
  })

  test('[C74] a record that was made is taken back by deleting it, and comes back whole with redo', () => {
    const made = doing(me, on({ title: 'new', status: 'todo' }, 'goal:b'))
    const undone = undoing(made)
    expect(read(undone, 'goal:b')).toMatchObject({ deleted: true, title: 'new' })
    expect(read(redoing(undone), 'goal:b')).toEqual(read(made, 'goal:b'))
    expect(read(undoing(redoing(undone)), 'goal:b')).toEqual(read(undone, 'goal:b'))
  })

  test('[C74] making, editing every field, deleting and restoring a record are taken back to the beginning', () => {
    const after = doing(me, on({ title: 'new' }, 'goal:b'), on({ title: 'newer' }, 'goal:b'), on({ deleted: true }, 'goal:b'), on({ deleted: null }, 'goal:b'))
    expect([1, 2, 3, 4].map((times) => read(undoing(after, times), 'goal:b'))).toMatchObject([
      { title: 'newer', deleted: true }, { title: 'newer', deleted: false }, { title: 'new', deleted: false }, { title: 'new', deleted: true },
    ])
  })

  test('[C75] a deletion is taken back like any other edit', () => {
    expect(read(undoing(doing(me, on({ deleted: true }))))).toEqual(read(me))
  })

  test('[C111] two who both bring a record back, one by undo and one by hand, have nothing to decide', () => {
    const mine = undoing(doing(me, on({ deleted: true })))
    const theirs = doing(them, on({ deleted: true }), on({ deleted: false }))
    expect(findConflicts({ mine: mine.set, theirs: theirs.set, on: 'goal:a' })).toEqual([])
  })

  test("[C76] a teammate's later edit of the same field stays", () => {
    const mine = doing(me, on({ status: 'done', title: 'U' }))
    const theirs = doing({ ...them, set: mine.set }, on({ status: 'blocked' }))
    const after = undoing(merging(mine, theirs.set))
    expect(read(after)).toMatchObject({ status: 'blocked', title: 'T' })
  })

  test("[C76] a teammate's later edit stays even where it says what mine said", () => {
    const mine = doing(me, on({ status: 'done' }))
    const theirs = doing({ ...them, set: mine.set }, on({ status: 'blocked' }), on({ status: 'done' }))
    const after = merging(mine, theirs.set)
    expect(undo({ session: after, now }).changes).toEqual([])
  })

  test("[C76] a teammate's edit that I wrote over and gave back is not taken back with my earlier one", () => {
    const mine = doing(me, on({ status: 'inProgress' }))
    const theirs = doing({ ...them, set: mine.set }, on({ status: 'blocked' }))
    const again = doing(merging(mine, theirs.set), on({ status: 'done' }))
    expect(read(undoing(again, 1))).toMatchObject({ status: 'blocked' })
    expect(read(undoing(again, 2))).toMatchObject({ status: 'blocked' })
  })

  test("[C76] a teammate's concurrent edit that lost to mine does not stand in the way", () => {
    const theirs = doing(them, on({ status: 'blocked' }))
    const mine = act({ session: me, edits: on({ status: 'done' }), now: now + 1_000 }).session
    expect(read(undoing(merging(mine, theirs.set)))).toMatchObject({ status: 'todo' })
  })

  test('[C77] a record that a teammate has worked on since is not deleted by undoing its making', () => {
    const mine = doing(me, on({ title: 'new', status: 'todo' }, 'goal:b'))
    const theirs = doing({ ...them, set: mine.set }, on({ status: 'blocked' }, 'goal:b'))
    expect(read(undoing(merging(mine, theirs.set)), 'goal:b')).toMatchObject({ deleted: false, status: 'blocked' })
  })

  test('[O174] nor is one that a teammate has made as well, as the goal that two carry, whoever did it first', () => {
    for (const theirs of [now - 5, now + 5]) {
      const mine = doing(me, on({ title: 'carried', status: 'todo' }, 'goal:b'))
      const other = act({ session: them, edits: on({ title: 'carried', status: 'todo' }, 'goal:b'), now: theirs }).session
      const after = undoing(merging(mine, other.set))
      expect(read(after, 'goal:b')).toMatchObject({ deleted: false, title: 'carried' })
    }
    expect(read(undoing(doing(me, on({ title: 'carried' }, 'goal:b'))), 'goal:b')).toMatchObject({ deleted: true })
  })

  test('[C77] nor is one of which a newer copy of a page has spoken since', () => {
    const page = (copy: number, set: Fields): ChangeSet => foldChanges([{ at: stampAt(copy, { writer: pageWriter(`${copy}`.repeat(10)) }), on: 'goal:p', set }])
    const imported = takeIn({ session: me, theirs: page(2, { title: 'P', status: 'todo' }), now }).session
    expect(undo({ session: merging(imported, page(3, { status: 'done' })), now }).changes).toEqual([])
    expect(read(undoing(takeIn({ session: imported, theirs: page(3, { status: 'done' }), now }).session, 2), 'goal:p')).toMatchObject({ deleted: true })
  })

  test('[C78] what another window of this computer wrote since stays', () => {
    const mine = doing(me, on({ status: 'done' }))
    const other = doing(openSession({ replica: me.replica, slot: 1, set: mine.set }), on({ status: 'blocked' }))
    expect(undo({ session: merging(mine, other.set), now }).changes).toEqual([])
  })

  test('[C79] a step that has no effect any more is passed over for the one before', () => {
    const mine = doing(me, on({ title: 'U' }), on({ status: 'done' }))
    const theirs = doing({ ...them, set: mine.set }, on({ status: 'blocked' }))
    expect(read(undoing(merging(mine, theirs.set)))).toMatchObject({ status: 'blocked', title: 'T' })
  })

  test('[C80] undoing a merge puts back every field it changed and deletes what it brought', () => {
    const theirs = doing(them, on({ status: 'inProgress' }), on({ status: 'blocked', title: 'V' }), on({ title: 'new' }, 'goal:b'), on({ title: 'newer' }, 'goal:b'))
    const mine = doing(me, on({ reason: 'why' }))
    const merged = takeIn({ session: mine, theirs: theirs.set, now }).session
    const after = undoing(merged)
    expect(read(after)).toEqual(read(mine))
    expect(read(after, 'goal:b')).toMatchObject({ deleted: true })
    expect(read(redoing(after))).toEqual(read(merged))
    expect(read(redoing(after), 'goal:b')).toEqual(read(merged, 'goal:b'))
    expect(read(undoing(after))).toEqual(read(me))
  })

  test('[C80] undoing the import of a page deletes what it made, even after edits that were undone before', () => {
    const page = foldChanges([{ at: stampAt(2, { writer: pageWriter('pppppppppp') }), on: 'goal:p', set: { title: 'P', status: 'todo' } }])
    const imported = takeIn({ session: me, theirs: page, now }).session
    const edited = doing(imported, on({ status: 'done', title: 'Q' }, 'goal:p'))
    expect(read(undoing(edited), 'goal:p')).toEqual(read(imported, 'goal:p'))
    expect(read(undoing(edited, 2), 'goal:p')).toMatchObject({ deleted: true })
  })

  test('[C81] undo writes later than what it takes back, even 8,000 years ahead', () => {
    const far = foldChanges([{ at: stampAt(Date.UTC(10_018, 0), { writer: 'bbbbbbbbbb0' }), on: 'goal:a', set: { status: 'blocked' } }])
    const after = undoing(doing(merging(me, far), on({ status: 'done' })))
    expect(read(after)).toMatchObject({ status: 'blocked' })
  })

  test('[C79] undoing in a set that no longer has the record writes nothing', () => {
    const changes = [{ at: stampAt(5), on: 'goal:b' as const, set: { title: 'new' } }]
    const step = undoStepOf({ before: goal, changes, name: { action: 'add', subject: 'new' } })
    expect(undoEdits({ set: goal, step, replica: 'aaaaaaaaaa' })).toEqual([])
    expect(undoEdits({ set: addChanges(goal, changes).set, step, replica: 'aaaaaaaaaa' })).toEqual([{ on: 'goal:b', set: { deleted: true } }])
    expect(step.name).toEqual({ action: 'add', subject: 'new' })
  })

  test('[C70] fields named like the machinery of objects are put back like any other', () => {
    const edits = [{ on: 'goal:a', set: Object.fromEntries([['__proto__', 'x'], ['constructor', 'y']]) }] as const
    const record = recordIn(undoing(doing(me, edits)).set, 'goal:a')
    expect(winnerOf(record, '__proto__')?.value).toBeNull()
    expect(winnerOf(record, 'constructor')?.value).toBeNull()
  })
})
