import { describe, expect, test } from 'vitest'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { statusSince } from '../../../shared/history/status-since.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { calendar, ground, pageOf, typedOn } from './any-life.ts'

function since(...changes: readonly Change[]): string | null {
  const view = createView(foldChanges([...ground, ...changes]))
  const goal = recordOf(view, 'goal:a')
  if (goal === null) throw new Error('there is no goal')
  return statusSince({ view, goal, calendar })
}

const typed = (day: string, set: Fields, minute = 0): Change => ({ at: typedOn(day, { minute }), on: 'goal:a', set })
const note = (id: string, date: string, status: string, about = 'goal:a'): Change => ({ at: typedOn('2018-08-20'), on: `note:${id}`, set: { about, quarter: 1, date, status } })

describe('since when a goal has its status', () => {
  test('[A1] it is the last change of the status, whatever else was edited since, and not its being written again', () => {
    expect(since(typed('2018-07-10', { status: 'todo', quarter: 1 }), typed('2018-07-31', { status: 'blocked' }), typed('2018-08-15', { title: 'Another', status: 'blocked', reason: 'why' }))).toBe('2018-07-31')
  })

  test('[A1] a status that was left and came back holds since it came back', () => {
    expect(since(typed('2018-07-10', { status: 'blocked' }), typed('2018-07-31', { status: 'todo' }), typed('2018-08-15', { status: 'blocked' }))).toBe('2018-08-15')
  })

  test('[A2] what somebody says of it counts, also when it is said with the status', () => {
    expect(since(typed('2018-07-31', { status: 'blocked', since: '2018-07-10' }))).toBe('2018-07-10')
    expect(since(typed('2018-07-31', { status: 'blocked' }), typed('2018-08-15', { since: '2018-06' }))).toBe('2018-06')
  })

  test('[A2] what was said of an earlier status says nothing of the next', () => {
    expect(since(typed('2018-07-10', { status: 'blocked', since: '2018-06' }), typed('2018-08-01', { status: 'stalled' }))).toBe('2018-08-01')
  })

  test('[A3] notes that have stated it ever since an earlier date tell since when, whether about the goal or stating it among others', () => {
    const page: Change = { at: pageOf('2018-08-15'), on: 'goal:a', set: { status: 'blocked', quarter: 1, output: 'output:x' } }
    expect(since(page)).toBeNull()
    expect(since(page, note('1', '2018-07-10', 'inProgress'), note('2', '2018-07-31', 'blocked'), note('3', '2018-08-15', 'blocked'))).toBe('2018-07-31')
    expect(since(page, { at: typedOn('2018-08-20'), on: 'note:4', set: { about: 'output:x', quarter: 1, date: '2018-07', 'states/goal:a=blocked': true } })).toBe('2018-07')
    expect(since(page, note('5', '2018-07-10', 'blocked'), note('6', '2018-07-31', 'done'))).toBeNull()
  })

  test('[A3] a note of before it was something else says nothing of now', () => {
    expect(since(note('1', '2018-07-10', 'blocked'), typed('2018-07-10', { status: 'blocked', quarter: 1 }), typed('2018-07-31', { status: 'inProgress' }), typed('2018-08-15', { status: 'blocked' }))).toBe('2018-08-15')
  })
})
