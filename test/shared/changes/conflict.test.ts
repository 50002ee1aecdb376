import { describe, expect, test } from 'vitest'
import type { Edit, Fields } from '../../../shared/changes/change.ts'
import { findConflicts } from '../../../shared/changes/conflict.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { act, openSession, takeIn, type Session } from './session.ts'
import { stampAt } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)
const goal = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])
const me = openSession({ replica: 'aaaaaaaaaa', set: goal })
const them = openSession({ replica: 'bbbbbbbbbb', set: goal })
const third = openSession({ replica: 'cccccccccc', set: goal })

function doing(session: Session, set: Fields, { at = now, on = 'goal:a' }: { readonly at?: number; readonly on?: Edit['on'] } = {}): Session {
  return act({ session, edits: [{ on, set }], now: at }).session
}

/** The conflicts that a merge raises, each as field, my value, theirs. */
function clashes(mine: Session, theirs: Session): readonly unknown[] {
  return mergeChangeSets(mine.set, theirs.set).conflicts.map((conflict) => [conflict.field, conflict.mine.value, conflict.theirs.value])
}

describe('conflict', () => {
  test('[C60] edits of one field made without knowing of each other are a conflict, on whichever side they are merged', () => {
    const mine = doing(me, { status: 'done' })
    const theirs = doing(them, { status: 'blocked' }, { at: now + 1 })
    expect(clashes(mine, theirs)).toEqual([['status', 'done', 'blocked']])
    expect(clashes(theirs, mine)).toEqual([['status', 'blocked', 'done']])
  })

  test('[C61] the later edit counts at once, and the other stays in the history', () => {
    const mine = doing(me, { status: 'done' })
    const theirs = doing(them, { status: 'blocked' }, { at: now + 1 })
    for (const { set } of [mergeChangeSets(mine.set, theirs.set), mergeChangeSets(theirs.set, mine.set)]) {
      expect(winnerOf(recordIn(set, 'goal:a'), 'status')?.value).toBe('blocked')
      expect(recordIn(set, 'goal:a')?.losers.map((cell) => cell.value)).toEqual(['todo', 'done'])
    }
  })

  test('[C60] edits of different fields are no conflict', () => {
    expect(clashes(doing(me, { status: 'done' }), doing(them, { title: 'U' }))).toEqual([])
  })

  test('[C60] members of one set are fields of their own', () => {
    expect(clashes(doing(me, { 'teams/SRE': true }), doing(them, { 'teams/RelEng': true }))).toEqual([])
  })

  test('[C60] edits of different records are no conflict', () => {
    expect(clashes(doing(me, { status: 'done' }), doing(them, { status: 'blocked' }, { on: 'goal:b' }))).toEqual([])
  })

  test('[C62] an edit that knew of the other replaces it and is no conflict', () => {
    const theirs = doing(them, { status: 'blocked' })
    const mine = doing(takeIn({ session: me, theirs: theirs.set, now }).session, { status: 'done' })
    expect(clashes(mine, theirs)).toEqual([])
    expect(clashes(theirs, mine)).toEqual([])
  })

  test('[C62] an edit that reached a teammate through a third computer is known there', () => {
    const mine = doing(me, { status: 'done' })
    const passedOn = takeIn({ session: third, theirs: mine.set, now }).session
    const theirs = doing(takeIn({ session: them, theirs: passedOn.set, now }).session, { status: 'blocked' })
    expect(clashes(mine, theirs)).toEqual([])
  })

  test('[C62] a computer whose clock runs behind and who knew of my edit is no conflict', () => {
    const mine = doing(me, { status: 'done' })
    const theirs = doing(takeIn({ session: them, theirs: mine.set, now: now - 3_600_000 }).session, { status: 'blocked' }, { at: now - 3_600_000 })
    expect(clashes(mine, theirs)).toEqual([])
    expect(winnerOf(recordIn(mergeChangeSets(mine.set, theirs.set).set, 'goal:a'), 'status')?.value).toBe('blocked')
  })

  test('[C63] the same value set on both sides is no conflict', () => {
    expect(clashes(doing(me, { status: 'done', links: { a: 1, b: 2 } }), doing(them, { status: 'done', links: { b: 2, a: 1 } }))).toEqual([])
  })

  test('[C63] a value set and set back while a teammate set another is a conflict', () => {
    expect(clashes(doing(doing(me, { status: 'done' }), { status: 'todo' }), doing(them, { status: 'blocked' }))).toEqual([['status', 'todo', 'blocked']])
  })

  test('[C64] merging the same pair again raises no second conflict, whichever of the two it is', () => {
    const mine = doing(me, { status: 'done' })
    const theirs = doing(them, { status: 'blocked' })
    const merged = takeIn({ session: mine, theirs: theirs.set, now }).session
    expect(clashes(merged, theirs)).toEqual([])
    expect(clashes(theirs, merged)).toEqual([])
    expect(clashes(merged, mine)).toEqual([])
  })

  test('[C64] once looked at and flipped, the choice is a new edit that clashes with nothing', () => {
    const theirs = doing(them, { status: 'blocked' }, { at: now + 1 })
    const flipped = doing(takeIn({ session: doing(me, { status: 'done' }), theirs: theirs.set, now }).session, { status: 'done' }, { at: now + 2 })
    expect(clashes(theirs, flipped)).toEqual([])
    expect(winnerOf(recordIn(mergeChangeSets(theirs.set, flipped.set).set, 'goal:a'), 'status')?.value).toBe('done')
  })

  test('[C65] a record that one side deleted while the other worked on it is a conflict', () => {
    const mine = doing(doing(me, { title: 'U' }), { status: 'done' })
    const theirs = doing(them, { deleted: true }, { at: now + 1 })
    expect(clashes(mine, theirs)).toEqual([['deleted', 'done', true]])
    expect(clashes(theirs, mine)).toEqual([['deleted', true, 'done']])
    const merged = takeIn({ session: mine, theirs: theirs.set, now }).session
    expect([clashes(merged, theirs), clashes(theirs, merged)]).toEqual([[], []])
  })

  test('[C65] a deletion that knew of the work is no conflict, nor is work on a record deleted by both', () => {
    const mine = doing(me, { title: 'U' })
    const theirs = doing(takeIn({ session: them, theirs: mine.set, now }).session, { deleted: true })
    expect(clashes(mine, theirs)).toEqual([])
    expect(clashes(doing(mine, { deleted: true }), doing(them, { deleted: true }))).toEqual([])
  })

  test('[C65] a deletion against a restoring is one conflict, not two', () => {
    const base = doing(me, { deleted: true })
    const mine = doing(base, { deleted: false })
    const deleted = doing(doing({ ...them, set: base.set }, { deleted: null }), { deleted: true })
    expect(clashes(mine, deleted)).toEqual([['deleted', false, true]])
  })

  test('[C66] records of computers raise no conflict, since each is written by its own computer', () => {
    expect(clashes(doing(me, { name: 'A' }, { on: 'replica:x' }), doing(them, { name: 'B' }, { on: 'replica:x' }))).toEqual([])
  })

  test('[C60] a record only one side has is no conflict', () => {
    const mine = doing(me, { title: 'new' }, { on: 'goal:b' })
    expect(findConflicts({ mine: mine.set, theirs: them.set, on: 'goal:b' })).toEqual([])
    expect(findConflicts({ mine: them.set, theirs: mine.set, on: 'goal:b' })).toEqual([])
  })
})
