import { expect, test } from 'vitest'
import { dateOfNewNote, emptyDraft, isWorthSaving } from '../../../../renderer/features/goal/note-draft.ts'

const startsOn = '2018-07-01'

test('[U31] a new note is of today, also before its quarter begins or where there is none', () => {
  expect(dateOfNewNote({ startsOn, quarter: 2, today: '2018-10-01' })).toBe('2018-10-01')
  expect(dateOfNewNote({ startsOn, quarter: 2, today: '2018-12-31' })).toBe('2018-12-31')
  expect(dateOfNewNote({ startsOn, quarter: 3, today: '2018-12-31' })).toBe('2018-12-31')
  expect(dateOfNewNote({ startsOn, quarter: null, today: '2020-02-02' })).toBe('2020-02-02')
})

test('[U31] once the quarter is over, a new note is of its last month', () => {
  expect(dateOfNewNote({ startsOn, quarter: 2, today: '2019-01-01' })).toBe('2018-12')
  expect(dateOfNewNote({ startsOn, quarter: 4, today: '2026-11-23' })).toBe('2019-06')
})

test('[U31] a note needs words or a status to be saved', () => {
  expect(isWorthSaving(emptyDraft)).toBe(false)
  expect(isWorthSaving({ ...emptyDraft, text: ' \n', date: '2018-10' })).toBe(false)
  expect(isWorthSaving({ ...emptyDraft, status: 'done' })).toBe(true)
  expect(isWorthSaving({ ...emptyDraft, text: 'words' })).toBe(true)
})
