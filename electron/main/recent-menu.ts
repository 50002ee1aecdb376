import { basename, dirname } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { menuLabel } from './menu-label.ts'
import { plainName } from './plain-name.ts'
import { words } from './words.ts'

export interface RecentInMenu {
  readonly paths: readonly string[]
  readonly open: (path: string) => void
  readonly clear: () => void
}

/** A menu would be as wide as a name. */
const longest = 60

/** The submenu of the files used last; nothing where there are none. Each says its folder where another has its name. */
export function recentMenu({ paths, open, clear }: RecentInMenu): readonly MenuItemConstructorOptions[] {
  if (paths.length === 0) return []
  const names = paths.map((path) => basename(path))
  const items = paths.map((path, at): MenuItemConstructorOptions => {
    const name = names[at] ?? ''
    const isOnly = names.filter((each) => each === name).length === 1
    return { id: `recent.${at}`, label: labelOf(isOnly ? name : words.inFolder(name, basename(dirname(path)))), click: () => open(path) }
  })
  const submenu: MenuItemConstructorOptions[] = [...items, { type: 'separator' }, { id: 'recent.clear', label: words.clearRecent, click: clear }]
  return [{ id: 'menu.recent', label: words.recent, submenu }]
}

function labelOf(name: string): string {
  const clean = plainName(name)
  return menuLabel(clean.length > longest ? `${clean.slice(0, longest)}…` : clean)
}
