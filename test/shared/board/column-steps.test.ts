import { expect, test } from 'vitest'
import { columnSteps } from '../../../shared/board/column-steps.ts'
import type { Board } from '../../../shared/board/board.ts'
import type { GoalId } from '../../../shared/model/ids.ts'

const empty: Board = { columns: { todo: [], inProgress: [], partiallyDone: [], blocked: [], stalled: [], done: [], postponed: [] }, shown: 0, hidden: 0 }
const column: readonly GoalId[] = ['goal:a', 'goal:b', 'goal:c']
const board: Board = { ...empty, columns: { ...empty.columns, todo: ['goal:only'], blocked: column } }

const steps = (id: GoalId): unknown => columnSteps({ board, id }).map(({ name, index }) => `${name} ${index}`)

test('[U32] a goal can step up and down its column and to both ends, as far as there is a way', () => {
  expect(steps('goal:b')).toEqual(['top 0', 'up 0', 'down 2', 'bottom 2'])
  expect(steps('goal:a')).toEqual(['down 1', 'bottom 2'])
  expect(steps('goal:c')).toEqual(['top 0', 'up 1'])
})

test('[U32] a goal that stands alone, or on no board, has no step to take', () => {
  expect(steps('goal:only')).toEqual([])
  expect(steps('goal:elsewhere')).toEqual([])
})

test('[U32] the places are counted among the others, as a move counts them', () => {
  for (const { index } of columnSteps({ board, id: 'goal:b' })) {
    const after = column.filter((id) => id !== 'goal:b').toSpliced(index, 0, 'goal:b')
    expect(after).toHaveLength(3)
    expect(after).not.toEqual(column)
  }
})
