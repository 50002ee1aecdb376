import { expect, test } from 'vitest'
import { stepInTree } from '../../../../renderer/features/history/tree-steps.ts'
import type { TreeRow } from '../../../../shared/plan/tree/tree-rows.ts'

const rows: readonly TreeRow[] = [
  { node: { kind: 'output', key: 'output:x', id: 'output:x' }, level: 1, position: 1, siblings: 1, isOpen: true },
  { node: { kind: 'quarter', key: 'quarter output:x 1', output: 'output:x', quarter: 1 }, level: 2, position: 1, siblings: 1, isOpen: true },
  { node: { kind: 'goal', key: 'goal:a', id: 'goal:a' }, level: 3, position: 1, siblings: 2, isOpen: false },
  { node: { kind: 'goal', key: 'goal:b', id: 'goal:b' }, level: 3, position: 2, siblings: 2, isOpen: null },
]
const told = (at: number, key: string): unknown => {
  const step = stepInTree({ rows, at, key })
  return step === null ? null : step.kind === 'show' ? `show ${step.goal}` : `${step.kind} ${step.row.node.key}`
}

test('[T26] arrows walk the rows, open and close them, and lead up', () => {
  expect([told(0, 'ArrowDown'), told(0, 'ArrowUp'), told(3, 'Home'), told(0, 'End')]).toEqual(['go quarter output:x 1', null, 'go output:x', 'go goal:b'])
  expect([told(2, 'ArrowRight'), told(1, 'ArrowRight'), told(3, 'ArrowRight')]).toEqual(['open goal:a', 'go goal:a', null])
  expect([told(1, 'ArrowLeft'), told(3, 'ArrowLeft')]).toEqual(['close quarter output:x 1', 'go quarter output:x 1'])
})

test('[T26] Enter opens a goal as it was, and opens or closes anything else; letters do nothing', () => {
  expect([told(3, 'Enter'), told(0, 'Enter')]).toEqual(['show goal:b', 'close output:x'])
  for (const key of ['e', 'c', '1', 'Delete', 'F2', ' ']) expect(told(3, key)).toBeNull()
})
