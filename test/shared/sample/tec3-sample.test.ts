import { describe, expect, test } from 'vitest'
import { isRecordId, type RecordId } from '../../../shared/model/ids.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import { asksForReason, isStatus, statuses } from '../../../shared/model/status.ts'
import { isQuarter, spanOf } from '../../../shared/model/year.ts'
import { sampleChangeSet, samplePlanId, tec3Sample } from '../../../shared/sample/tec3-sample.ts'
import { pageDayOf } from '../../../shared/wiki/page/page-stamp.ts'
import { textOf } from '../wiki/board-of.ts'
import { notHeld } from '../wiki/held-cells.ts'

const edits = tec3Sample()
const byId = new Map<unknown, (typeof edits)[number]>(edits.map((edit) => [edit.on, edit]))
const goals = edits.filter((edit) => edit.on.startsWith('goal:'))
const notes = edits.filter((edit) => edit.on.startsWith('note:'))

describe('the sample plan', () => {
  test('[W40] it is the same every time and holds only what records can hold', () => {
    expect(tec3Sample()).toEqual(edits)
    expect(byId.size).toBe(edits.length)
    expect(notHeld(edits)).toEqual([])
  })

  test('[W40] whatever a record refers to is there', () => {
    const references = ['program', 'outcome', 'output', 'parent', 'about', 'carriedFrom']
    const referred = edits.flatMap(({ set }) => [...references.map((field) => set[field]), ...Object.keys(set).map((field) => splitField(field).member)].filter((value) => isRecordId(value)))
    expect(referred.length).toBeGreaterThan(100)
    expect(referred.filter((id) => !byId.has(id))).toEqual([])
    expect(byId.get(samplePlanId)?.set['startsOn']).toBe('2018-07-01')
  })

  test('[W40] it shows everything a plan can have: seven statuses, every quarter, sub-goals, stretch, carried goals', () => {
    const tops = goals.filter((goal) => goal.set['parent'] === null)
    expect([tops.length, goals.length, notes.length]).toEqual([30, 44, 45])
    expect(statuses.filter((status) => !tops.some((goal) => goal.set['status'] === status))).toEqual([])
    expect(new Set(tops.map((goal) => goal.set['quarter']))).toEqual(new Set([1, 2, 3, 4, null]))
    const has = (field: string): number => goals.filter((goal) => (goal.set[field] ?? false) !== false).length
    expect(['stretch', 'carriedFrom', 'parent', 'reason', 'waitingOn', 'description'].filter((field) => has(field) === 0)).toEqual([])
    expect(goals.filter((goal) => isStatus(goal.set['status']) && asksForReason(goal.set['status']) && goal.set['reason'] === null)).toEqual([])
  })

  test('[W40] a goal\'s last note states the goal\'s status, and a note is dated in its quarter', () => {
    const parentOf = (goal: (typeof goals)[number] | undefined) => byId.get(goal?.set['parent']) ?? goal
    const strays = notes.filter((note) => {
      const quarter = note.set['quarter'] ?? parentOf(byId.get(note.set['about']))?.set['quarter']
      const { from, to } = spanOf({ startsOn: '2018-07-01', quarter: isQuarter(quarter) ? quarter : 1 })
      const date = textOf(note, 'date')
      return date < from.slice(0, date.length) || date > to
    })
    // one is late, as notes are
    expect(strays.map((note) => textOf(note, 'date'))).toEqual(['2019-04-08'])
    const last = new Map<RecordId, unknown>()
    for (const note of notes) if (note.set['status'] !== null && isRecordId(note.set['about'])) last.set(note.set['about'], note.set['status'])
    expect(goals.filter((goal) => last.has(goal.on) && last.get(goal.on) !== goal.set['status']).map((goal) => goal.on)).toEqual([])
  })

  test('[W40] it is stamped as a page of the day of its last note, the same on every computer', () => {
    const { knows, records } = sampleChangeSet()
    expect([...knows.values()].map(pageDayOf)).toEqual(['2019-06-13'])
    expect(notes.map((note) => textOf(note, 'date')).toSorted().at(-1)).toBe('2019-06-13')
    expect(records.size).toBe(edits.length)
  })
})
