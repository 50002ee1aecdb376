import { expect, test } from 'vitest'
import { placeAfter, placeBefore, placeIn, placeShown } from '../../../../renderer/features/checkin/place.ts'
import type { Place } from '../../../../renderer/features/checkin/checkin-store.ts'
import type { CheckIn } from '../../../../shared/checkin/check-in.ts'
import type { GoalId } from '../../../../shared/model/ids.ts'

/** Goals by one letter each, a capital where it has a note; `b` and `B` belong to one output. */
function asked(letters: string): CheckIn {
  const goals = [...letters].map((letter) => ({ goal: `goal:${letter}` as const, output: /b/i.test(letter) ? ('output:b' as const) : null, hasNote: letter < 'a' }))
  return { goals, noted: goals.filter(({ hasNote }) => hasNote).length }
}

const at = (goal: GoalId): Place => ({ kind: 'goal', goal })
const summary: Place = { kind: 'summary' }

test('[N18] after a goal comes the next further down that has no note, and after the last how it all stands', () => {
  expect(placeAfter(asked('aBcD'), at('goal:a'))).toEqual(at('goal:c'))
  expect(placeAfter(asked('aBcD'), at('goal:c'))).toEqual(summary)
  expect(placeAfter(asked('abBc'), { kind: 'output', output: 'output:b', from: 'goal:b' })).toEqual(at('goal:c'))
})

test('[N20] before a goal stands the one above, before how it all stands the last', () => {
  expect(placeBefore(asked('aBc'), at('goal:c'))).toEqual(at('goal:B'))
  expect(placeBefore(asked('aBc'), summary)).toEqual(at('goal:c'))
  expect(placeBefore(asked('aBc'), at('goal:a'))).toBeNull()
})

test('[N21] a goal that is no longer asked about gives way to the first without a note', () => {
  expect(placeIn(asked('Abc'), at('goal:c'))).toEqual(at('goal:c'))
  expect(placeIn(asked('Abc'), at('goal:z'))).toEqual(at('goal:b'))
  expect(placeIn(asked('AB'), at('goal:z'))).toEqual(summary)
  expect(placeIn(asked('Abc'), summary)).toEqual(summary)
})

test('[N35] a goal that is no longer asked about stays while one is at it, and after it comes the first without a note', () => {
  expect(placeShown(asked('Abc'), at('goal:z'))).toEqual(at('goal:z'))
  expect(placeShown(asked('Abc'), null)).toEqual(at('goal:b'))
  expect(placeAfter(asked('Abc'), at('goal:z'))).toEqual(at('goal:b'))
})
