import { expect, test } from 'vitest'
import { checkIn, checkInAll, type CheckInNote } from '../../../shared/edits/check-in-edits.ts'
import { restate } from '../../../shared/edits/note-edits.ts'
import { notesAbout, recordOf } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith(smallPlan)
const said = (more: Partial<CheckInNote>): CheckInNote => ({ view, id: 'note:n', date: '2018-09', text: 'It waits.', goal: 'goal:b', status: 'blocked', reason: null, waitingOn: null, since: null, ...more })

test('[N14] a check-in writes the note, the status it states and the reason, and nothing that nobody has touched', () => {
  const next = after(view, checkIn(said({ reason: 'No disks', waitingOn: 'SRE' })))
  expect(recordOf(next, 'goal:b')).toMatchObject({ status: 'blocked', reason: 'No disks', waitingOn: 'SRE' })
  expect(notesAbout(next, 'goal:b')).toMatchObject([{ date: '2018-09', text: 'It waits.', status: 'blocked' }])
  expect(checkIn(said({}))).toEqual([{ on: 'note:n', set: { about: 'goal:b', date: '2018-09', text: 'It waits.', status: 'blocked' } }, { on: 'goal:b', set: { status: 'blocked' } }])
})

test('[N14] the reason of a status that wants none, or that the goal does not take on, is not written', () => {
  expect(checkIn(said({ status: 'done', reason: 'No disks' })).flatMap(({ set }) => Object.keys(set))).not.toContain('reason')
  const later = after(view, checkIn(said({ id: 'note:later', date: '2018-10-02', status: 'done' })))
  expect(checkIn(said({ view: later, reason: 'No disks' })).map(({ on }) => on)).toEqual(['note:n'])
})

test('[N15] one note about all goals of an output states the status of each, and each takes it on', () => {
  const states = [{ goal: 'goal:a', status: 'done' }, { goal: 'goal:b', status: 'stalled' }] as const
  const next = after(view, checkInAll({ view, id: 'note:n', date: '2018-09', text: 'All of them.', output: 'output:1-1', quarter: 1, states }))
  const [note] = notesAbout(next, 'output:1-1')
  if (note === undefined) throw new Error('it was written')
  expect(states.map(({ goal }) => [statedBy(note, goal), recordOf(next, goal)?.status])).toEqual([['done', 'done'], ['stalled', 'stalled']])
})

test('[N15] what such a note states of one goal can be edited by itself', () => {
  const states = [{ goal: 'goal:a', status: 'done' }, { goal: 'goal:b', status: 'stalled' }] as const
  const told = after(view, checkInAll({ view, id: 'note:n', date: '2018-09', text: '', output: 'output:1-1', quarter: 1, states }))
  const [note] = notesAbout(told, 'output:1-1')
  if (note === undefined) throw new Error('it was written')
  const edited = (status: 'blocked' | null): unknown => {
    const [now] = notesAbout(after(told, restate({ view: told, note, goal: 'goal:b', status })), 'output:1-1')
    return now === undefined ? null : [statedBy(now, 'goal:a'), statedBy(now, 'goal:b'), now.status]
  }
  expect([edited('blocked'), edited(null)]).toEqual([['done', 'blocked', null], ['done', null, null]])
  expect(restate({ view: told, note, goal: 'goal:c', status: 'todo' })).toEqual([{ on: 'note:n', set: { status: 'todo' } }])
})

test('[N36] [N37] what holds up one of several goals is written with the note, and since when after the status it belongs to', () => {
  const states = [{ goal: 'goal:a', status: 'done' }, { goal: 'goal:b', status: 'stalled' }] as const
  const why = { reason: 'No disks', waitingOn: 'SRE', since: '2018-08' } as const
  const edits = checkInAll({ view, id: 'note:n', date: '2018-09', text: '', output: 'output:1-1', quarter: 1, states, held: new Map([['goal:a', why], ['goal:b', why]]) })
  const next = after(view, edits)
  expect(recordOf(next, 'goal:b')).toMatchObject({ status: 'stalled', ...why })
  expect(recordOf(next, 'goal:a')).toMatchObject({ status: 'done', reason: '', since: '' })
  const ofGoal = edits.flatMap(({ on, set }) => (on === 'goal:b' ? Object.keys(set) : []))
  expect(ofGoal.indexOf('since')).toBeGreaterThan(ofGoal.indexOf('status'))
  // an older word of the same date is told anew, since it was of an older status
  const again = after(next, checkIn(said({ view: next, id: 'note:o', date: '2018-10', status: 'done' })))
  expect(checkIn(said({ view: again, id: 'note:p', date: '2018-11', status: 'stalled', since: '2018-08' })).at(-1)).toEqual({ on: 'goal:b', set: { since: '2018-08' } })
})
