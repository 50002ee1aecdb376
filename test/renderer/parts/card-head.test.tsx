import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CardHead } from '../../../renderer/parts/CardHead.tsx'
import { cardOf } from '../../../shared/board/card.ts'
import { notesDue } from '../../../shared/plan/notes.ts'
import { planWith, smallPlan } from '../../shared/edits/plan-at-hand.ts'

const startsOn = '2018-07-01'

/** What the top line of the card says on a day. */
function headOn(today: string, notes: Readonly<Record<`note:${string}`, { readonly about: string; readonly date: string }>>): string {
  const card = cardOf({ view: planWith({ ...smallPlan, ...notes }), id: 'goal:b', due: notesDue({ startsOn, today }) })
  if (card === null) throw new Error('there is a card')
  return renderToStaticMarkup(<CardHead card={card} startsOn={startsOn} conflicts={0} showsProgram={false} />).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}

test('[B7] a card names the month that has no note yet, and the date of the last note once it is too long ago', () => {
  const note = { 'note:1': { about: 'goal:b', date: '2018-08-20' } } as const
  expect(headOn('2018-08-31', note)).toBe('1.1 Outcome 1 Aug 20')
  expect(headOn('2018-09-01', note)).toBe('1.1 Outcome 1 no note in September')
  expect(headOn('2018-09-30', note)).toBe('1.1 Outcome 1 no note since Aug 20')
  expect(headOn('2018-07-31', {})).toBe('1.1 Outcome 1 no note in July')
  expect(headOn('2018-08-02', {})).toBe('1.1 Outcome 1 no note yet')
})

test('[D111] on a card without a number and an outcome the sign of an edit to review comes first, with nothing before it', () => {
  const card = cardOf({ view: planWith({ ...smallPlan, 'goal:z': { title: 'Draw graphs', quarter: 1, order: 'a5' } }), id: 'goal:z', due: notesDue({ startsOn, today: '2018-07-02' }) })
  if (card === null) throw new Error('there is a card')
  const first = (conflicts: number): string => renderToStaticMarkup(<CardHead card={card} startsOn={startsOn} conflicts={conflicts} showsProgram={false} />).replace(/^<div[^>]*>/, '').slice(0, 90)
  expect(first(1)).toMatch(/^<span[^>]*title="1 edit was made on both sides/)
  expect(first(0)).not.toMatch(/^<span[^>]*><\/span>/)
})
