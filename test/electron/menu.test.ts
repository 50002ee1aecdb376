import { describe, expect, test } from 'vitest'
import { acceleratorOf } from '../../electron/main/accelerator.ts'
import { menuTemplate } from '../../electron/main/menu.ts'
import type { MenuCommand } from '../../shared/bridge/commands.ts'

const newGoal: MenuCommand = { id: 'goal.new', menu: 'goal', group: 'make', label: 'New goal', keys: 'c', enabled: true, checked: null }

describe('[E22] a key in the menu is shown as the page has it, and never keeps anybody from typing', () => {
  test.each([
    ['$mod+k', 'CommandOrControl+K', 'CommandOrControl+K'],
    ['$mod+Shift+z', 'CommandOrControl+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Alt+ArrowUp', 'Alt+Up', 'Alt+Up'],
    ['$mod++', 'CommandOrControl+Plus', 'CommandOrControl+Plus'],
    ['$mod+KeyE', 'CommandOrControl+E', 'CommandOrControl+E'],
    ['c', 'C', null],
    ['?', '?', null],
    ['Enter', 'Enter', null],
    ['Shift+F10', 'Shift+F10', null],
    ['g b', null, null],
    ['$mod+constructor', null, null],
    ['$mod+é', null, null],
    ['', null, null],
    [null, null, null],
  ])('%s', (keys, elsewhere, onMac) => {
    expect(acceleratorOf({ keys, platform: 'linux' })).toBe(elsewhere)
    expect(acceleratorOf({ keys, platform: 'darwin' })).toBe(onMac)
  })
})

function template(commands: readonly MenuCommand[], platform = 'linux') {
  const chosen: string[] = []
  const menu = menuTemplate({ commands, platform, developing: false, choose: (id) => chosen.push(id), recent: { paths: [], open: () => undefined, clear: () => undefined } })
  const submenu = (id: string) => menu.find((each) => each.id === id)?.submenu as Electron.MenuItemConstructorOptions[] | undefined
  return { menu, chosen, submenu }
}

describe('[E23] the native menu is the page’s table of commands and what the system provides', () => {
  test('a command stands in its menu, listens for no key, and says which it was', () => {
    const { submenu, chosen } = template([newGoal])
    const item = submenu('menu.goal')?.[0]
    expect(item).toMatchObject({ id: 'goal.new', label: 'New goal', enabled: true, accelerator: 'C', registerAccelerator: false })
    item?.click?.({} as Electron.MenuItem, undefined, {})
    expect(chosen).toEqual(['goal.new'])
  })

  test('groups are set apart, in the order of the table', () => {
    const commands = [newGoal, { ...newGoal, id: 'goal.note' }, { ...newGoal, id: 'goal.delete', group: 'remove' }]
    const items = template(commands).submenu('menu.goal')?.map((item) => item.id ?? item.type)
    expect(items).toEqual(['goal.new', 'goal.note', 'separator', 'goal.delete'])
  })

  test('a switch stays as the page says, however often it is clicked', () => {
    const { submenu } = template([{ ...newGoal, id: 'view.subGoals', menu: 'view', checked: false }])
    const item = submenu('menu.view')?.[0]
    expect(item).toMatchObject({ type: 'checkbox', checked: false })
    const clicked = { checked: true } as Electron.MenuItem // as the system leaves it
    item?.click?.(clicked, undefined, {})
    expect(clicked.checked).toBe(false)
  })

  test('a title with & keeps it', () => {
    expect(template([{ ...newGoal, label: 'Undo move of R&D' }]).submenu('menu.goal')?.[0]?.label).toBe('Undo move of R&&D')
  })

  test('a menu with nothing in it is not there, and without a page there is still cut, copy, paste and quit', () => {
    const { menu, submenu } = template([])
    expect(menu.map((each) => each.id)).toEqual(['menu.file', 'menu.edit', 'menu.view'])
    expect(submenu('menu.edit')?.map((item) => item.role)).toEqual(['cut', 'copy', 'paste', 'selectAll'])
    expect(submenu('menu.file')?.at(-1)?.role).toBe('quit')
    expect(template([], 'darwin').menu.map((each) => each.role ?? each.id)).toEqual(['menu.app', 'menu.file', 'menu.edit', 'menu.view', 'windowMenu'])
  })
})

test('[G14] About is the page’s own, in its menu of help and, on macOS, in the menu of the app', () => {
  const { menu, chosen } = template([], 'darwin')
  const items = menu.find((each) => each.id === 'menu.app')?.submenu as Electron.MenuItemConstructorOptions[]
  expect(items.map(({ role, label, type }) => role ?? label ?? type)).toEqual(['About Quarterdeck', 'separator', 'services', 'separator', 'hide', 'hideOthers', 'unhide', 'separator', 'quit'])
  items[0]?.click?.({} as Electron.MenuItem, undefined, {})
  expect(chosen).toEqual(['help.about'])
  const about: MenuCommand = { ...newGoal, id: 'help.about', menu: 'help', label: 'About Quarterdeck', keys: null }
  expect(template([about]).submenu('menu.help')?.map(({ id, role }) => role ?? id)).toEqual(['help.about'])
})
