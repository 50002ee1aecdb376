import { expect, test } from 'vitest'
import { burnUpSentence, notesSentence, slipsSentence, statusSentence, waitingSentence } from '../../../renderer/text/insight-sentences.ts'
import { emptyFilter } from '../../../shared/board/query.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { insightsInSteps, type Insights } from '../../../shared/insights/insights.ts'
import type { InsightScope } from '../../../shared/insights/scope-days.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { calendar, ground, typedOn } from '../../shared/history/any-life.ts'

const goal = (key: string, set: Change['set']): Change => ({ at: typedOn('2018-07-10'), on: `goal:${key}`, set: { output: 'output:x', quarter: 1, 'teams/SRE': true, ...set } })

function insightsOf(changes: readonly Change[], { scope = 1, today = '2018-10-20' }: { readonly scope?: InsightScope; readonly today?: string } = {}): Insights {
  const view = createView(foldChanges([...ground, ...changes]))
  return finish(insightsInSteps({ view, query: { scope, filter: emptyFilter, subGoals: false, due: new Map() }, scope, calendar: { ...calendar, today } }))
}

const sentencesOf = (insights: Insights): readonly string[] => [statusSentence, burnUpSentence, slipsSentence, notesSentence, waitingSentence].map((sentence) => sentence(insights))

test('[I13] of one goal', () => {
  expect(sentencesOf(insightsOf([goal('a', { status: 'blocked' })], { today: '2018-07-11' }))).toEqual([
    'The one goal is not done by today, July 11; 1 is blocked or stalled.',
    'Goals of no outcome: the one goal is not done.',
    'Of 1 goal planned for Q1, none is done and none was carried over.',
    'The one monthly note that was due is missing.',
    '1 goal is blocked or stalled, for 1 day.',
  ])
})

test('[I13] of a quarter that is over, with goals carried over, postponed, and done since', () => {
  const insights = insightsOf([
    goal('a', { status: 'done' }),
    goal('b', { status: 'stalled' }),
    goal('c', { quarter: 2, carriedFrom: 'goal:b' }),
    goal('d', { status: 'postponed' }),
    goal('e', { status: 'inProgress' }),
    { at: typedOn('2018-10-20'), on: 'goal:e', set: { status: 'done' } },
  ])
  expect(sentencesOf(insights)).toEqual([
    '1 of 4 goals was done by September 30; 1 was carried to Q2. As the plan stands now it is 2 of 4.',
    'Goals of no outcome: 1 of 4 goals is done.',
    'Of 4 goals planned for Q1, 2 are done and 1 was carried over.',
    'All 8 monthly notes that were due are missing.',
    'No goal is blocked or stalled; 1 is postponed.',
  ])
  expect(slipsSentence({ ...insights, scope: 'year' })).toBe('1 goal was carried over to a later quarter.')
})

test('[I38] a quarter that lies ahead says when it begins and what is planned', () => {
  expect(sentencesOf(insightsOf([goal('a', { quarter: 4 })], { scope: 4 })).slice(0, 2)).toEqual(['Q4 begins on April 1; 1 goal is planned.', 'Q4 begins on April 1; 1 goal is planned.'])
  expect(notesSentence(insightsOf([goal('a', { quarter: 4 })], { scope: 4 }))).toBe('Q4 begins on April 1; 1 goal is planned.')
})
