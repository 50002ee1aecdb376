import { describe, expect, test } from 'vitest'
import type { Edit, Value } from '../../../shared/changes/change.ts'
import { emptyChangeSet, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { formatStamp, maxAheadMs } from '../../../shared/changes/stamp.ts'
import { pageWriter } from '../../../shared/changes/writer.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import { isPageStamp, pageDayOf, pageStamp } from '../../../shared/wiki/page/page-stamp.ts'
import { act, openSession, type Session } from '../changes/session.ts'
import { copyOf, day, mergeFile, pageDay, readInto } from './page-copies.ts'

const now = (pageDay + 10) * day
const me = openSession({ replica: 'aaaaaaaaaa' })
const them = openSession({ replica: 'bbbbbbbbbb' })
const october = copyOf({ 'goal:a': { title: 'A', status: 'todo', reason: null, 'teams/SRE': true }, 'goal:b': { title: 'B', status: 'todo' } }, pageDay - 60)
const december = copyOf({ 'goal:a': { title: 'A', status: 'done', reason: null }, 'goal:b': { title: 'B', status: 'todo' } })

const says = (set: ChangeSet, field: string, on: Edit['on'] = 'goal:a'): Value | undefined => winnerOf(recordIn(set, on), field)?.value
const doing = (session: Session, edit: Edit, at = now): Session => act({ session, edits: [edit], now: at }).session

describe('the stamp of a page', () => {
  test('[W80] it is the same on every computer and lies below every edit', () => {
    const at = pageStamp({ key: 'pppppppppp', date: pageDay * day, knows: new Map() })
    expect(at).toBe(pageStamp({ key: 'pppppppppp', date: pageDay * day, knows: me.set.knows }))
    expect(at < formatStamp({ ms: Date.UTC(1971), counter: 0, writer: 'aaaaaaaaaa0' })).toBe(true)
    expect(isPageStamp(at)).toBe(true)
  })

  test('[W80] it says the date of the page; the stamp of an edit says none', () => {
    expect(pageDayOf(pageStamp({ key: 'pppppppppp', date: pageDay * day, knows: new Map() }))).toBe('2018-12-06')
    expect(pageDayOf(pageStamp({ key: 'pppppppppp', date: Date.UTC(9999, 11, 31), knows: new Map() }))).toBe('9999-12-31')
    expect(pageDayOf(pageStamp({ key: 'pppppppppp', date: Date.UTC(1912), knows: new Map() }))).toBe('1970-01-01')
    expect(pageDayOf(formatStamp({ ms: now, counter: 0, writer: 'aaaaaaaaaa0' }))).toBeNull()
  })

  test('[W80] a stamp that only says it is of a page, but lies among those of edits, is not one', () => {
    const false_ = formatStamp({ ms: now, counter: 0, writer: pageWriter('pppppppppp') })
    expect(isPageStamp(false_)).toBe(false)
    expect(isPageStamp(pageStamp({ key: 'qqqqqqqqqq', date: 0, knows: new Map([[pageWriter('pppppppppp'), false_]]) }))).toBe(true)
  })

  test('[W80] a page dated in the future neither waits for a word about clocks nor moves the clock', () => {
    const read = readInto(me, copyOf({ 'goal:a': { title: 'A' } }, pageDay + 3_650), now)
    expect(read.clock.usual.ms).toBeLessThan(maxAheadMs)
    expect([...read.set.knows.values()].every((at) => at < formatStamp({ ms: maxAheadMs, counter: 0, writer: '' }))).toBe(true)
  })
})

describe('reading a page', () => {
  test('[W81] into an empty plan brings everything it says', () => {
    const set = pageChangeSet({ ...october, mine: emptyChangeSet() })
    expect(says(set, 'status')).toBe('todo')
    expect(says(set, 'teams/SRE')).toBe(true)
    expect(set.records.size).toBe(2)
  })

  test('[W81] the same copy again changes nothing, whatever was edited in between', () => {
    const edited = doing(readInto(me, october, now), { on: 'goal:a', set: { status: 'blocked', 'teams/SRE': false } })
    expect(readInto(edited, october, now).set).toBe(edited.set)
  })

  test('[W81] an older copy that was read before changes nothing after a newer one', () => {
    const both = readInto(readInto(me, october, now), december, now)
    expect(readInto(both, october, now).set).toBe(both.set)
    expect(readInto(both, december, now).set).toBe(both.set)
  })

  test('[W82] of a newer copy only what changed on the page comes in', () => {
    const set = pageChangeSet({ ...december, mine: readInto(me, october, now).set })
    expect([...recordIn(set, 'goal:a')?.winners ?? []].map(({ field, value }) => [field, value])).toEqual([['status', 'done'], ['teams/SRE', false]])
    expect(recordIn(set, 'goal:b')).toBeUndefined()
  })

  test('[W82] a team that the page no longer names is taken off, unless a person put it there', () => {
    const before = readInto(me, october, now)
    expect(says(readInto(before, december, now).set, 'teams/SRE')).toBe(false)
    const added = doing(before, { on: 'goal:a', set: { 'teams/RelEng': true } })
    expect(says(readInto(added, december, now).set, 'teams/RelEng')).toBe(true)
  })

  test('[W82] copies of one day stand over each other in the order they are read', () => {
    const sameDay = copyOf({ 'goal:a': { title: 'A', status: 'blocked' } }, pageDay - 60)
    expect(says(readInto(readInto(me, october, now), sameDay, now).set, 'status')).toBe('blocked')
    expect(says(readInto(readInto(me, sameDay, now), october, now).set, 'status')).toBe('todo')
  })

  test('[W82] a copy read later stands over one of a later date: somebody took a note off the page', () => {
    expect(says(readInto(readInto(me, december, now), october, now).set, 'status')).toBe('todo')
  })

  test("[W83] what a person wrote stands, also where the page's date is later than the clock of the edit", () => {
    for (const at of [now, (pageDay - 30) * day, Date.UTC(1971)]) {
      const edited = doing(readInto(me, october, at), { on: 'goal:a', set: { status: 'blocked' } }, at)
      expect(says(readInto(edited, december, at).set, 'status')).toBe('blocked')
    }
  })

  test('[W83] and it stands on the computer of somebody who read the newer copy without knowing of the edit', () => {
    const before = (pageDay - 30) * day
    const edited = doing(readInto(me, october, before), { on: 'goal:a', set: { status: 'blocked' } }, before)
    const theirs = readInto(readInto(them, october, now), december, now)
    expect(says(mergeFile(theirs, edited, now).session.set, 'status')).toBe('blocked')
    expect(mergeFile(theirs, edited, now).conflicts).toBe(1)
  })

  test('[W83] a goal that was deleted here stays deleted', () => {
    const without = doing(readInto(me, october, now), { on: 'goal:a', set: { deleted: true } })
    expect(says(readInto(without, december, now).set, 'deleted')).toBe(true)
  })
})
