import { expect, test } from 'vitest'
import { addNote, type NewNote } from '../../../shared/edits/note-edits.ts'
import { formatGoalState } from '../../../shared/model/goal-state.ts'
import { notesAbout, recordOf } from '../../../shared/plan/plan-view.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith(smallPlan)
const note = (more: Partial<NewNote>): NewNote => ({ about: 'goal:b', quarter: null, date: '2018-10-02', text: 'Cache is warm', status: null, author: '', ...more })

test('[U88] a note writes what was given and nothing else', () => {
  expect(addNote({ view, id: 'note:n', note: note({}) })).toEqual([{ on: 'note:n', set: { about: 'goal:b', date: '2018-10-02', text: 'Cache is warm' } }])
  const next = after(view, addNote({ view, id: 'note:n', note: note({ about: 'output:1-1', quarter: 2, author: 'RelEng' }) }))
  expect(notesAbout(next, 'output:1-1')).toMatchObject([{ id: 'note:n', quarter: 2, author: 'RelEng', status: null }])
})

test('[U88] the status a note states becomes the goal’s', () => {
  const next = after(view, addNote({ view, id: 'note:n', note: note({ status: 'done' }) }))
  expect(recordOf(next, 'goal:b')?.status).toBe('done')
})

test('[U88] a note written late, of an earlier date than one that states a status, leaves the goal as it is', () => {
  const told = after(view, addNote({ view, id: 'note:late', note: note({ date: '2018-11-07', status: 'blocked' }) }))
  const next = after(told, addNote({ view: told, id: 'note:early', note: note({ date: '2018-10-02', status: 'done' }) }))
  expect(recordOf(next, 'goal:b')?.status).toBe('blocked')
})

test('[U88] a later note that states no status does not keep an earlier one from counting', () => {
  const told = after(view, addNote({ view, id: 'note:late', note: note({ date: '2018-11-07' }) }))
  const next = after(told, addNote({ view: told, id: 'note:early', note: note({ date: '2018-10-02', status: 'done' }) }))
  expect(recordOf(next, 'goal:b')?.status).toBe('done')
})

test('[U88] a status stated about an output is proposed to nobody’s goal', () => {
  expect(addNote({ view, id: 'note:n', note: note({ about: 'output:1-1', quarter: 1, status: 'done' }) })).toHaveLength(1)
  expect(addNote({ view, id: 'note:n', note: note({ about: 'goal:nowhere', status: 'done' }) })).toHaveLength(1)
})

test('[U88] what a note about an output states of several goals becomes theirs, each by itself', () => {
  const told = after(view, addNote({ view, id: 'note:late', note: note({ date: '2018-11-07', status: 'blocked' }) }))
  const states = [{ goal: 'goal:a', status: 'partiallyDone' }, { goal: 'goal:b', status: 'done' }] as const
  const next = after(told, addNote({ view: told, id: 'note:n', note: note({ about: 'output:1-1', quarter: 1, states: states.map(formatGoalState) }) }))
  expect(recordOf(next, 'note:n')?.states).toHaveLength(2)
  // of b a later note has spoken already
  expect([recordOf(next, 'goal:a')?.status, recordOf(next, 'goal:b')?.status]).toEqual(['partiallyDone', 'blocked'])
})
