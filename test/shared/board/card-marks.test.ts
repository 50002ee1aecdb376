import { expect, test } from 'vitest'
import { marksOf, noMarks, type CardMarks } from '../../../shared/board/card-marks.ts'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { quarterStarts } from '../../../shared/quarter-start/quarter-start.ts'
import { calendar, ground, typedOn } from '../history/any-life.ts'

const typed = (day: string, set: Fields, on: 'goal:a' | 'goal:b' = 'goal:a'): Change => ({ at: typedOn(day), on, set })

function marks(...changes: readonly Change[]): CardMarks {
  const view = createView(foldChanges([...ground, typed('2018-06-20', { quarter: 1 }, 'goal:b'), ...changes]))
  return marksOf({ view, id: 'goal:a', times: { calendar, starts: quarterStarts({ view, calendar }) } })
}

test('[A11] days are counted while a goal is held up or put off, to today', () => {
  expect(marks(typed('2018-06-20', { quarter: 1 }), typed('2018-08-15', { status: 'blocked' }))).toEqual({ ...noMarks, heldSince: '2018-08-15', heldDays: 17 })
  expect(marks(typed('2018-06-20', { quarter: 1, status: 'done' }))).toEqual(noMarks)
  // said to be so from a day that is still to come
  expect(marks(typed('2018-06-20', { quarter: 1, status: 'stalled', since: '2018-10-20' }))).toMatchObject({ heldSince: '2018-10-20', heldDays: null, isHeldAhead: true })
})

test('[A11] what was added or re-worded after the quarter began is marked with the day', () => {
  expect(marks(typed('2018-08-15', { quarter: 1, title: 'New' }))).toEqual({ ...noMarks, addedOn: '2018-08-15' })
  expect(marks(typed('2018-06-20', { quarter: 1, title: 'Old' }), typed('2018-08-15', { title: 'New' }))).toEqual({ ...noMarks, rewordedOn: '2018-08-15' })
})

test('[A11] a goal is dropped while it is postponed, and no longer when it was taken up again, also when it is postponed later', () => {
  const dropped = [typed('2018-06-20', { quarter: 1 }), typed('2018-07-10', { status: 'postponed', dropped: true })]
  expect(marks(...dropped).isDropped).toBe(true)
  expect(marks(...dropped, typed('2018-07-31', { reason: 'why' })).isDropped).toBe(true)
  expect(marks(...dropped, typed('2018-07-31', { status: 'inProgress' })).isDropped).toBe(false)
  expect(marks(...dropped, typed('2018-07-31', { status: 'inProgress' }), typed('2018-08-15', { status: 'postponed' })).isDropped).toBe(false)
})
