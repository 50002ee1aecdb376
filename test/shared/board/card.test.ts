import { expect, test } from 'vitest'
import { cardOf, type Card } from '../../../shared/board/card.ts'
import { firstWords } from '../../../shared/board/first-words.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { notesDue, notesOfGoal } from '../../../shared/plan/notes.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'
import { ground, pageOf, typedOn } from '../history/any-life.ts'

const startsOn = '2018-07-01'
const dueOn = (today: string): ReturnType<typeof notesDue> => notesDue({ startsOn, today })

test('[B5] a card shows number, outcome, sub-goals done of total, and the last note with its first words', () => {
  const view = planWith({ ...smallPlan, 'note:1': { about: 'goal:b', date: '2018-07-20', text: '- **Half** of it\n- more' }, 'note:2': { about: 'goal:b', date: '2018-07-03', text: 'earlier' } })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-07-31') })).toMatchObject({
    outputNumber: '1.1',
    outcomeNumber: '1',
    programCode: 'TEC3',
    subGoals: 2,
    subGoalsDone: 1,
    notedOn: '2018-07-20',
    noted: 'Half of it more',
    needsNote: false,
  })
})

test('[B6] a note about an output counts for its goals of that quarter, and for no other', () => {
  const view = planWith({ ...smallPlan, 'note:1': { about: 'output:1-1', quarter: 1, date: '2018-08-02', text: 'for all' } })
  expect(cardOf({ view, id: 'goal:b1', due: dueOn('2018-08-03') })?.noted).toBe('for all')
  expect(cardOf({ view, id: 'goal:c', due: dueOn('2018-08-03') })?.noted).toBeNull()
})

test('[B7] a card asks for a note when more than a month of its quarter went by without one', () => {
  const view = planWith({ ...smallPlan, 'note:1': { about: 'goal:b', date: '2018-08-02', text: 'x' } })
  const on = (today: string): Card | null => cardOf({ view, id: 'goal:b', due: dueOn(today) })
  expect(on('2018-08-31')).toMatchObject({ needsNote: false })
  expect(on('2018-09-03')).toMatchObject({ needsNote: true, needsNoteSince: '2018-08-02', needsNoteIn: null })
})

test('[B7] a card says of the month that goes on that it has no note yet, until more than a month has passed', () => {
  const view = planWith({ ...smallPlan, 'note:1': { about: 'goal:b', date: '2018-08-02', text: 'x' }, 'note:2': { about: 'output:1-1', quarter: 2, date: '2018-10', text: 'for all' } })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-09-02') })).toMatchObject({ needsNote: true, needsNoteIn: '2018-09' })
  expect(cardOf({ view, id: 'goal:c', due: dueOn('2018-10-31') })).toMatchObject({ needsNote: false })
  expect(cardOf({ view, id: 'goal:c', due: dueOn('2018-11-01') })).toMatchObject({ needsNote: true, needsNoteIn: '2018-11' })
})

test('[B7] a goal that spans quarters is looked at in the one that goes on', () => {
  const view = planWith({ ...smallPlan, 'goal:b': { ...smallPlan['goal:b'], until: 3 }, 'note:1': { about: 'output:1-1', quarter: 2, date: '2018-10-20', text: 'for all' } })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-10-21') })).toMatchObject({ needsNote: false })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-11-20') })).toMatchObject({ needsNoteIn: '2018-11' })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2019-06-01') })).toMatchObject({ needsNote: true, needsNoteIn: null })
})

test('[B7] a goal nobody ever wrote about asks from a month after its quarter began; a coming quarter asks for nothing', () => {
  const view = planWith(smallPlan)
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-08-01') })).toMatchObject({ needsNote: true, needsNoteIn: '2018-08' })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-08-02') })).toMatchObject({ needsNote: true, needsNoteSince: null, needsNoteIn: null })
  expect(cardOf({ view, id: 'goal:c', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: false })
})

test('[B7] a month counts to its last day, and a quarter that is over is looked at from its own last day', () => {
  const view = planWith({ ...smallPlan, 'note:1': { about: 'goal:b', date: '2018-08', text: 'x' } })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: true, needsNoteIn: '2018-09' })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2026-01-01') })).toMatchObject({ needsNote: false })
})

test('[B8] done and postponed goals ask for no note', () => {
  const view = planWith(smallPlan)
  expect(cardOf({ view, id: 'goal:a', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: false })
})

test('[R43] of links the first words are their words, whatever brackets their addresses have', () => {
  expect(firstWords('[bad](javascript:alert(1)) then')).toBe('bad then')
  expect(firstWords('See [a [b] c](https://x.example/y_(z)) and ![a chart](https://x.example/c.png).')).toBe('See a [b] c and a chart.')
  expect(firstWords('[![logo](https://x.example/l.png)](https://x.example/(a(b)))')).toBe('logo')
  expect(firstWords('[open](half and [done] (later) \\[x](y)')).toBe('[open](half and [done] (later) \\[x](y)')
  const started = performance.now()
  for (const nasty of ['[x](', '[', '](', '[](', '(']) firstWords(nasty.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(500)
})

test('[B9] first words are one plain line cut at a word, however long the note', () => {
  expect(firstWords('## Head\n> said [here](https://x.example)\n1. `one`')).toBe('Head said here one')
  const long = firstWords('word '.repeat(100_000))
  expect(long.length).toBeLessThanOrEqual(141)
  expect(long.endsWith('word…')).toBe(true)
})

test('[B5] of two notes of one day the one written later is the last, whatever their ids', () => {
  const view = planWith({ ...smallPlan, 'note:z': { about: 'goal:b', date: '2018-07-20', text: 'first' }, 'note:a': { about: 'goal:b', date: '2018-07-20', text: 'second' } })
  expect(cardOf({ view, id: 'goal:b', due: dueOn('2018-08-01') })?.noted).toBe('second')
})

test('[Q24] a goal that another one continues needs no note, until that is gone', () => {
  const records = { ...smallPlan, 'goal:b0': { output: 'output:1-2', quarter: 2, title: 'Cache images', carriedFrom: 'goal:b', order: 'a9' } } as const
  expect(cardOf({ view: planWith(smallPlan), id: 'goal:b', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: true, isCarriedOn: false })
  expect(cardOf({ view: planWith(records), id: 'goal:b', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: false, isCarriedOn: true, carriedTo: 2 })
  expect(cardOf({ view: planWith({ ...records, 'goal:b0': { ...records['goal:b0'], deleted: true } }), id: 'goal:b', due: dueOn('2018-09-30') })).toMatchObject({ needsNote: true, isCarriedOn: false })
})

test('[Q25] a card says from where its goal was carried, how often, where it went on, and which quarters it spans', () => {
  const view = planWith({
    ...smallPlan,
    'goal:x1': { output: 'output:1-2', quarter: 1, until: 2, title: 'Profile', order: 'a1', 'carriedThrough/FY16/17 Q4': true, 'carriedThrough/FY17/18 Q4': true },
    'goal:x3': { output: 'output:1-2', quarter: 3, title: 'Profile', order: 'a2', carriedFrom: 'goal:x1' },
  })
  const due = dueOn('2018-09-30')
  expect(cardOf({ view, id: 'goal:x1', due })).toMatchObject({ quarter: 1, until: 2, timesCarried: 2, carriedFrom: null, carriedFromYear: 'FY17/18 Q4', isCarriedOn: true, carriedTo: 3 })
  expect(cardOf({ view, id: 'goal:x3', due })).toMatchObject({ quarter: 3, until: 3, timesCarried: 3, carriedFrom: 2, carriedFromYear: null, isCarriedOn: false, carriedTo: null })
  const later = after(view, [{ on: 'goal:x3', set: { carriedInto: 'FY19/20 Q1' } }])
  expect(cardOf({ view: later, id: 'goal:x3', due })).toMatchObject({ isCarriedOn: true, carriedTo: null, carriedToYear: 'FY19/20 Q1' })
})

test('[B6] a note about an output says nothing of a goal that was made after it was written and dated, and something of one that a page brought', () => {
  const note = { about: 'output:x', quarter: 1, date: '2018-07-10' }
  const notesOn = (at: string, more: readonly Change[] = []): readonly string[] => {
    const made: Change = { at, on: 'goal:a', set: { output: 'output:x', quarter: 1, title: 'A' } }
    return notesOfGoal(createView(foldChanges([...ground, made, { at: typedOn('2018-07-12'), on: 'note:1', set: note }, ...more])), 'goal:a').map(({ id }) => id)
  }
  expect(notesOn(typedOn('2018-07-01'))).toEqual(['note:1'])
  expect(notesOn(typedOn('2018-08-01'))).toEqual([])
  // written late, about a time before
  expect(notesOn(typedOn('2018-07-11'))).toEqual(['note:1'])
  expect(notesOn(typedOn('2018-08-01'), [{ at: typedOn('2018-08-15'), on: 'note:2', set: note }])).toEqual(['note:2'])
  expect(notesOn(typedOn('2018-08-01'), [{ at: typedOn('2018-07-20'), on: 'note:3', set: { ...note, date: '2018-08' } }])).toEqual(['note:3'])
  expect(notesOn(pageOf('2018-09-01'))).toEqual(['note:1'])
})
