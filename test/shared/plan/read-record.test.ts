import { describe, expect, test } from 'vitest'
import type { Fields, Value } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { addCell, createRecord, winnerOf, type FoldedRecord } from '../../../shared/changes/folded-record.ts'
import { goalSpec } from '../../../shared/model/goal.ts'
import { noteSpec } from '../../../shared/model/note.ts'
import { planSpec } from '../../../shared/model/plan.ts'
import { recordKinds } from '../../../shared/model/ids.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import { specs } from '../../../shared/model/records.ts'
import { readAny, readRecord } from '../../../shared/plan/read-record.ts'

const at = '00jjjjjjjj-000-aaaaaaaaaa0'

function goalWith(set: Fields): FoldedRecord {
  return recordIn(foldChanges([{ at, on: 'goal:a', set }]), 'goal:a') ?? createRecord('goal:a', [])
}

function readGoal(set: Fields): Readonly<Record<string, unknown>> {
  return readRecord(goalSpec, goalWith(set))
}

const emptyGoal = {
  id: 'goal:a', deleted: false, output: null, parent: null, quarter: null, title: '', description: '', status: 'todo', reason: '', waitingOn: '', until: null, since: '', dropped: false, accepted: [], carriedThrough: [], carriedInto: '',
  stretch: false, owner: '', teams: [], dependsOn: [], tasks: [], order: '', carriedFrom: null,
}

describe('reading a record', () => {
  test('[M22] every field is there, and one that was never set reads as empty', () => {
    expect(readRecord(goalSpec, createRecord('goal:a', []))).toEqual(emptyGoal)
  })

  test('[M22] fields that were set read as what they were set to', () => {
    const set = { output: 'output:o', parent: 'goal:p', quarter: 3, title: 'T', status: 'done', stretch: true, order: 'a0', carriedFrom: 'goal:c', waitingOn: 'SRE' }
    expect(readGoal(set)).toEqual({ ...emptyGoal, ...set })
  })

  test('[M23] null reads as empty in every field', () => {
    const nulls = Object.fromEntries(Object.keys(goalSpec.fields).map((field) => [field, null]))
    expect(readGoal({ ...nulls, deleted: null })).toEqual(emptyGoal)
  })

  test.each<readonly [string, Value]>([
    ['title', 7],
    ['title', ['a']],
    ['title', 'x'.repeat(titleLimit + 1)],
    ['title', '\ud800'],
    ['description', 'x'.repeat(textLimit + 1)],
    ['status', 'Finished'],
    ['status', true],
    ['quarter', 5],
    ['quarter', '1'],
    ['stretch', 'true'],
    ['output', 'goal:a'],
    ['output', 'output:'],
    ['parent', 'output:o'],
    ['parent', { id: 'goal:p' }],
    ['order', 7],
    ['carriedFrom', 'note:n'],
  ])('[M24] %s holding %j reads as empty', (field, value) => {
    expect(readGoal({ [field]: value })).toEqual(emptyGoal)
  })

  test.each(['2018', '2018-13', 'October', 20_181_002])('[M24] a note dated %j reads as undated', (date) => {
    const record = { ...goalWith({ date }), id: 'note:n' as const }
    expect(readRecord(noteSpec, record)['date']).toBe('')
  })

  test('[M17] a plan whose first day leaves no room for its year reads as one with the stand-in first day', () => {
    const read = (startsOn: string): unknown => readRecord(planSpec, { ...goalWith({ startsOn }), id: 'plan:p' })['startsOn']
    expect([read('2018-08-31'), read('9999-12-31')]).toEqual(['2018-08-31', '2000-01-01'])
  })

  test('[M25] a field this version does not know is not read, and stays in the record', () => {
    const record = goalWith({ title: 'T', confidence: 0.7, 'labels/x': true })
    expect(readRecord(goalSpec, record)).toEqual({ ...emptyGoal, title: 'T' })
    expect(winnerOf(record, 'confidence')?.value).toBe(0.7)
    expect(winnerOf(record, 'labels/x')?.value).toBe(true)
  })

  test('[M27] a set reads as the members that are true, sorted by code unit', () => {
    const set = { 'teams/SRE': true, 'teams/Åse': true, 'teams/analytics': true, 'teams/Zuid': true, 'teams/Gone': false, 'teams/Odd': 'true', 'teams/None': null }
    expect(readGoal(set)['teams']).toEqual(['SRE', 'Zuid', 'analytics', 'Åse'])
  })

  test('[M27] members of one set are not members of another', () => {
    const read = readGoal({ 'teams/SRE': true, 'tasks/T205923': true, 'dependsOn/goal:b': true })
    expect([read['teams'], read['tasks'], read['dependsOn']]).toEqual([['SRE'], ['T205923'], ['goal:b']])
  })

  test('[M28] a member is text of 1 to 200 characters', () => {
    const long = 'x'.repeat(200)
    expect(readGoal({ 'teams/': true, [`teams/${long}`]: true, [`teams/${long}x`]: true, 'teams/\udc00': true })['teams']).toEqual([long])
  })

  test('[M29] a list in a set field, and a member of a plain field, read as nothing', () => {
    expect(readGoal({ teams: ['SRE'], 'title/x': true, 'deleted/x': true })).toEqual(emptyGoal)
  })

  test('[M30] a record is deleted when it says true, and by nothing else', () => {
    expect([true, false, null, 'true', 1].map((deleted) => readGoal({ deleted })['deleted'])).toEqual([true, false, false, false, false])
  })

  test('[M31] fields named like the machinery of objects are fields nobody knows', () => {
    const hostile = Object.fromEntries<Value>([['__proto__', { title: 'evil' }], ['constructor', 'x'], ['toString', 'x'], ['id', 'goal:b'], ['__proto__/x', true], ['constructor/x', true]])
    const read = readGoal(hostile)
    expect(read).toEqual(emptyGoal)
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  test('[M32] an order key is read even when it is garbage, so that the list keeps its order', () => {
    expect(readGoal({ order: '~~ not a key' })['order']).toBe('~~ not a key')
  })

  test('[M26] a record of a kind this version does not know reads as null, and keeps what it holds', () => {
    const record = addCell(createRecord('milestone:x', []), { field: 'title', at, value: 'T' })
    expect(readAny(record)).toBeNull()
    expect(record.winners).toHaveLength(1)
  })

  test('[M36] every kind reads from nothing, with a value for every field', () => {
    for (const kind of recordKinds) {
      const id = `${kind}:x` as const
      const read = readAny(createRecord(id, []))
      expect(read).toMatchObject({ id, deleted: false })
      expect(Object.keys(read ?? {})).toHaveLength(Object.keys(specs[kind].fields).length + 2)
    }
  })

  test('[M37] the same folded record reads as the same object, and a changed one as another', () => {
    const record = addCell(createRecord('goal:a', []), { field: 'title', at, value: 'T' })
    const changed = addCell(record, { field: 'status', at, value: 'done' })
    expect(readAny(record)).toBe(readAny(record))
    expect(readAny(changed)).not.toBe(readAny(record))
    expect(readAny(changed)).toMatchObject({ title: 'T', status: 'done' })
  })
})
