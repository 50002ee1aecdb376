import * as v from 'valibot'
import { expect, test } from 'vitest'
import { commands, shownKeys } from '../../../renderer/app/commands/registry.ts'
import { commandLabels } from '../../../renderer/text/commands.ts'
import { commandId, menus } from '../../../shared/bridge/commands.ts'

test('[U7] every command has an id, a menu and a label of its own', () => {
  const ids = commands.map((command) => command.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].toSorted()).toEqual(Object.keys(commandLabels).toSorted())
  for (const { id, menu } of commands) {
    expect(v.is(commandId, id)).toBe(true)
    expect(menus).toContain(menu)
  }
})

test('[U7] no two commands share a key', () => {
  const keys = commands.flatMap((command) => command.keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('[U7] the keys of the design are all there', () => {
  const keysOf = (id: string): readonly string[] => commands.find((command) => command.id === id)?.keys ?? []
  expect(keysOf('goal.new')).toContain('c')
  expect(keysOf('goal.open')).toContain('Enter')
  expect(keysOf('goal.rename')).toContain('e')
  expect(keysOf('goal.note')).toContain('n')
  expect(keysOf('goal.move')).toContain('m')
  expect(keysOf('goal.select')).toContain('x')
  expect(keysOf('go.search')).toContain('[Shift]+/')
  expect(keysOf('help.commands')).toContain('$mod+k')
  expect(keysOf('file.export')).toContain('$mod+e')
  expect(keysOf('edit.undo')).toContain('$mod+z')
  expect(keysOf('edit.redo')).toContain('$mod+Shift+z')
  expect(['todo', 'inProgress', 'partiallyDone', 'blocked', 'stalled', 'done', 'postponed'].map((status) => keysOf(`goal.${status}`)[0])).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  for (const way of ['up', 'down', 'left', 'right']) expect(keysOf(`goal.${way}`)[0]).toMatch(/^Alt\+Arrow/)
})

test('[U7] keys are shown as they stand on the keyboard', () => {
  expect(['$mod+Shift+z', 'Alt+ArrowUp', 'c', '[Shift]+?', 'g b', 'Alt+Digit1', '$mod+,'].map(shownKeys)).toEqual(['Ctrl+Shift+Z', 'Alt+Up', 'C', '?', 'G B', 'Alt+1', 'Ctrl+,'])
})
