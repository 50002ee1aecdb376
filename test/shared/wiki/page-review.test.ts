import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { act, openSession, type Session } from '../changes/session.ts'
import { copyOf, day, pageDay, readInto, reviewOf } from './page-copies.ts'

const now = (pageDay + 10) * day
const me = openSession({ replica: 'aaaaaaaaaa' })
const october = copyOf({ 'goal:a': { title: 'A', status: 'todo', reason: null, order: 'a0' }, 'goal:b': { title: 'B', status: 'todo' } }, pageDay - 60)
const december = copyOf({ 'goal:a': { title: 'A', status: 'done', reason: null, order: 'a1' }, 'goal:c': { title: 'C' } })
const read = readInto(me, october, now)
const doing = (session: Session, ...edits: readonly Edit[]): Session => act({ session, edits, now }).session

describe('the review of a page', () => {
  test('[W84] a page that is new here is all new', () => {
    const review = reviewOf(me, october)
    expect(review).toMatchObject({ newRecords: ['goal:a', 'goal:b'], changed: [], kept: [], deletedHere: [], gone: [], same: 0, wasRead: false, isOlder: false, nothing: false })
  })

  test('[W84] the same copy again: nothing comes in, everything is the same', () => {
    expect(reviewOf(read, october)).toMatchObject({ newRecords: [], changed: [], kept: [], gone: [], same: 2, wasRead: true, isOlder: false, nothing: true })
  })

  test('[W84] a newer copy: what is new, what changed on the page, and which goals it no longer has', () => {
    const review = reviewOf(read, december)
    expect(review.newRecords).toEqual(['goal:c'])
    expect(review.changed).toEqual([
      { on: 'goal:a', field: 'order', before: 'a0', after: 'a1' },
      { on: 'goal:a', field: 'status', before: 'todo', after: 'done' },
    ])
    expect(review).toMatchObject({ gone: ['goal:b'], kept: [], same: 0, nothing: false })
  })

  test('[W85] a field edited here and changed on the page is listed with both values, and yours stands', () => {
    const edited = doing(read, { on: 'goal:a', set: { status: 'blocked', reason: 'mine', order: 'a5' } })
    const review = reviewOf(edited, december)
    expect(review.kept).toEqual([{ on: 'goal:a', field: 'status', yours: 'blocked', page: 'done', isNews: true }])
    expect(review.changed).toEqual([])
  })

  test('[W85] it is listed again whenever the page is read again, no longer as news', () => {
    const edited = doing(read, { on: 'goal:a', set: { status: 'blocked' } })
    expect(reviewOf(edited, october).kept).toEqual([{ on: 'goal:a', field: 'status', yours: 'blocked', page: 'todo', isNews: false }])
    expect(reviewOf(readInto(edited, december, now), december).kept).toEqual([{ on: 'goal:a', field: 'status', yours: 'blocked', page: 'done', isNews: false }])
  })

  test('[W85] where the page came to say what the person had written, there is nothing to list', () => {
    expect(reviewOf(doing(read, { on: 'goal:a', set: { status: 'done' } }), december).kept).toEqual([])
  })

  test('[W86] goals that were deleted here and stand on the page are listed, so that they can be brought back', () => {
    const without = doing(read, { on: 'goal:a', set: { deleted: true, status: 'blocked' } })
    expect(reviewOf(without, december)).toMatchObject({ deletedHere: ['goal:a'], kept: [], changed: [] })
  })

  test('[W86] a goal that is gone from the page is listed until it is deleted; one a person made never is', () => {
    const more = doing(read, { on: 'goal:mine', set: { title: 'mine' } })
    expect(reviewOf(readInto(more, december, now), december).gone).toEqual(['goal:b'])
    expect(reviewOf(doing(more, { on: 'goal:b', set: { deleted: true } }), december).gone).toEqual([])
  })

  test('[W87] a copy that is older than what was read is told as such', () => {
    const both = readInto(read, december, now)
    expect(reviewOf(both, october)).toMatchObject({ wasRead: true, isOlder: true, nothing: true, gone: [] })
    expect(reviewOf(readInto(me, december, now), october)).toMatchObject({ wasRead: false, isOlder: true, nothing: false })
    expect(reviewOf(read, december).isOlder).toBe(false)
  })
})
