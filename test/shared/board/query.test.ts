import { expect, test } from 'vitest'
import { createBoard, type Board } from '../../../shared/board/board.ts'
import { filterWords } from '../../../shared/board/filter-words.ts'
import { emptyFilter, isFiltering, type BoardFilter, type BoardScope } from '../../../shared/board/query.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'

function boardOf({ scope = 1, filter = {}, subGoals = false, records = {} }: { readonly scope?: BoardScope; readonly filter?: Partial<BoardFilter>; readonly subGoals?: boolean; readonly records?: Parameters<typeof planWith>[0] }): Board {
  return createBoard(planWith({ ...smallPlan, ...records }), { scope, filter: { ...emptyFilter, ...filter }, subGoals, due: notesDue({ startsOn: '2018-07-01', today: '2018-09-01' }) })
}

function shown({ columns }: Board): readonly string[] {
  return Object.values(columns).flat()
}

test('[B10] a board shows a quarter, the whole year, or what is not scheduled', () => {
  expect(shown(boardOf({ scope: 1 }))).toEqual(['goal:b', 'goal:a'])
  expect(shown(boardOf({ scope: 2 }))).toEqual(['goal:c'])
  expect(shown(boardOf({ scope: 'year' })).toSorted()).toEqual(['goal:a', 'goal:b', 'goal:c'])
  expect(shown(boardOf({ scope: 'unscheduled' }))).toEqual(['goal:d'])
})

test('[B11] sub-goals are cards of their own when asked for, and when planned for another quarter than their parent', () => {
  expect(shown(boardOf({ scope: 1, subGoals: true })).toSorted()).toEqual(['goal:a', 'goal:b', 'goal:b1', 'goal:b2'])
  const moved = { 'goal:b3': { output: 'output:1-1', parent: 'goal:b', quarter: 2, title: 'Later', order: 'a2' } } as const
  expect(shown(boardOf({ scope: 2, records: moved })).toSorted()).toEqual(['goal:b3', 'goal:c'])
})

test('[B12] a filter narrows by outcome, team, stretch, missing note and text, and counts what it hides', () => {
  const more = { 'goal:e': { output: 'output:2-1', quarter: 1, title: 'Roll back', stretch: true, 'teams/SRE': true, status: 'todo', order: 'a5' } } as const
  const narrowed = (filter: Partial<BoardFilter>): readonly string[] => shown(boardOf({ records: more, filter }))
  expect(narrowed({ outcomes: ['outcome:two'] })).toEqual(['goal:e'])
  expect(narrowed({ teams: ['SRE'] })).toEqual(['goal:e'])
  expect(narrowed({ stretch: true })).toEqual(['goal:e'])
  expect(narrowed({ text: '  cache IMAGES ' })).toEqual(['goal:b'])
  expect(narrowed({ text: 'sre roll' })).toEqual(['goal:e'])
  expect(narrowed({ needsNote: true })).toEqual(['goal:e', 'goal:b'])
  expect(boardOf({ records: more, filter: { stretch: true } })).toMatchObject({ shown: 1, hidden: 2 })
  expect(isFiltering({ ...emptyFilter, text: '  ' })).toBe(false)
})

test('[B13] a deleted goal, and one below something deleted, is on no board', () => {
  expect(shown(boardOf({ records: { 'goal:a': { ...smallPlan['goal:a'], deleted: true } } }))).toEqual(['goal:b'])
  expect(shown(boardOf({ records: { 'outcome:one': { ...smallPlan['outcome:one'], deleted: true } } }))).toEqual([])
})

test('[B14] cards stand by order key, then by id', () => {
  const same = { 'goal:y': { quarter: 3, order: 'a1', title: 'y' }, 'goal:x': { quarter: 3, order: 'a1', title: 'x' }, 'goal:z': { quarter: 3, order: 'a0', title: 'z' } } as const
  expect(boardOf({ scope: 3, records: same }).columns.todo).toEqual(['goal:z', 'goal:x', 'goal:y'])
})

test('[B27] a goal that spans several quarters is on the board of each, and its sub-goals with it', () => {
  const long = { 'goal:b': { ...smallPlan['goal:b'], until: 3 } } as const
  expect(shown(boardOf({ scope: 1, records: long }))).toEqual(['goal:b', 'goal:a'])
  expect(shown(boardOf({ scope: 2, records: long })).toSorted()).toEqual(['goal:b', 'goal:c'])
  expect(shown(boardOf({ scope: 3, records: long, subGoals: true })).toSorted()).toEqual(['goal:b', 'goal:b1', 'goal:b2'])
  expect(shown(boardOf({ scope: 4, records: long }))).toEqual([])
})

test('[B27] an end that is not later than the quarter says nothing', () => {
  expect(shown(boardOf({ scope: 1, records: { 'goal:c': { ...smallPlan['goal:c'], until: 1 } } }))).toEqual(['goal:b', 'goal:a'])
  expect(shown(boardOf({ scope: 'unscheduled', records: { 'goal:d': { ...smallPlan['goal:d'], until: 3 } } }))).toEqual(['goal:d'])
})

test('[P23] the empty name narrows to goals that name no team', () => {
  const teams = { 'goal:a': { ...smallPlan['goal:a'], 'teams/SRE': true } }
  expect(shown(boardOf({ records: teams, filter: { teams: [''] } }))).toEqual(['goal:b'])
  expect(shown(boardOf({ records: teams, filter: { teams: ['SRE'] } }))).toEqual(['goal:a'])
  expect(shown(boardOf({ records: teams, filter: { teams: ['', 'SRE'] } }))).toEqual(['goal:b', 'goal:a'])
})

test('[B28] a filter narrows by program and by owner, where a goal without one has that of the goal above', () => {
  const more = {
    'program:other': { code: 'TEC13', title: 'Code health', order: 'a1' },
    'outcome:three': { program: 'program:other', number: '3', title: 'Code is healthy', order: 'a2' },
    'output:3-1': { outcome: 'outcome:three', number: '3.1', title: 'Measures', order: 'a0' },
    'goal:e': { output: 'output:3-1', quarter: 1, title: 'Measure', owner: 'Core Platform', order: 'a5' },
    'goal:e1': { output: 'output:3-1', parent: 'goal:e', title: 'Measure once', order: 'a5' },
  } as const
  const narrowed = (filter: Partial<BoardFilter>): readonly string[] => shown(boardOf({ records: more, filter, subGoals: true })).toSorted()
  expect(narrowed({ programs: ['program:other'] })).toEqual(['goal:e', 'goal:e1'])
  expect(narrowed({ programs: ['program:tec3'] })).toEqual(['goal:a', 'goal:b', 'goal:b1', 'goal:b2'])
  expect(narrowed({ owners: ['Core Platform'] })).toEqual(['goal:e', 'goal:e1'])
  expect(narrowed({ owners: [''], programs: ['program:other'] })).toEqual([])
})

test('[I42] a program without a code is told by its title, also where the code is blank', () => {
  const said = (program: Readonly<Record<string, string>>): readonly string[] => filterWords(planWith({ 'program:p': program }), { ...emptyFilter, programs: ['program:p'] })
  expect(['', ' '].map((code) => said({ code, title: 'Pipeline' }))).toEqual([['program Pipeline'], ['program Pipeline']])
})

test('[B29] what a filter leaves is said in the same words everywhere, the empty name as none', () => {
  const words = (filter: Partial<BoardFilter>): readonly string[] => filterWords(planWith(smallPlan), { ...emptyFilter, ...filter })
  expect(words({ text: ' ' })).toEqual([])
  expect(words({ outcomes: ['outcome:two', 'outcome:one'], teams: ['', 'SRE', 'RelEng'], owners: [''], text: ' images ' })).toEqual(['outcome 2 or 1', 'team SRE or RelEng or no team', 'no owner', 'goals with “images”'])
  expect(words({ programs: ['program:gone'], stretch: true, needsNote: true })).toEqual(['program program:gone', 'stretch goals', 'goals that need a note'])
})
