import { expect, test } from 'vitest'
import { commandGroups, type CommandItem, firstRows } from '../../../renderer/ui/command-item.ts'

const items: readonly CommandItem[] = [
  { id: 'undo', label: 'Undo the last move', group: 'Edit' },
  { id: 'move', label: 'Move to Done', group: 'Goal', keys: '6' },
  { id: 'new', label: 'New goal', group: 'Goal', keywords: ['create', 'add'] },
]
const shown = (query: string, found?: readonly CommandItem[]) => commandGroups({ query, items, found }).map(({ value, items: rows }) => [value, rows.map(({ item }) => item.id)])

test('[U63] without a query everything is there, in its order and groups', () => {
  expect(shown('  ')).toEqual([['Edit', ['undo']], ['Goal', ['move', 'new']]])
})

test('[U63] with a query the best comes first, and its group with it', () => {
  expect(shown('move')).toEqual([['Goal', ['move']], ['Edit', ['undo']]])
})

test('[U63] keywords and the name of the group find too', () => {
  expect(shown('create')).toEqual([['Goal', ['new']]])
  expect(shown('edit')).toEqual([['Edit', ['undo']]])
})

test('[U63] what someone else found comes after, as it is, and never twice', () => {
  const found = [{ id: 'goal:1', label: 'Anything', group: 'Goals' }, { id: 'move', label: 'Move to Done', group: 'Goal' }]
  expect(shown('move', found)).toEqual([['Goal', ['move']], ['Edit', ['undo']], ['Goals', ['goal:1']]])
})

test('[U63] a long list is drawn from its start', () => {
  const groups = commandGroups({ query: '', items })
  expect(firstRows({ groups, limit: 2 }).map(({ items: rows }) => rows.map(({ item }) => item.id))).toEqual([['undo'], ['move']])
  expect(firstRows({ groups, limit: 1 })).toHaveLength(1)
  expect(firstRows({ groups, limit: 9 })).toEqual(groups)
})
