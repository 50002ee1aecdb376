import type { MenuItemConstructorOptions } from 'electron'
import { type MenuCommand, type MenuName, menus } from '../../shared/bridge/commands.ts'
import { acceleratorOf } from './accelerator.ts'
import { recentMenu, type RecentInMenu } from './recent-menu.ts'
import { product } from '../../shared/bridge/product.ts'
import { words } from './words.ts'
import { menuLabel } from './menu-label.ts'

interface MenuRequest {
  readonly commands: readonly MenuCommand[]
  readonly platform: string
  /** Developers get the tools for looking into the page. */
  readonly developing: boolean
  readonly choose: (id: string) => void
  readonly recent: RecentInMenu
}

/** The whole menu bar: the page's commands, each in its menu, and what the system itself provides. */
export function menuTemplate(request: MenuRequest): MenuItemConstructorOptions[] {
  const bar = menus.map((menu): MenuItemConstructorOptions => {
    const own = commandItems(request, menu)
    const given = systemItems(request, menu)
    const between: MenuItemConstructorOptions[] = own.length > 0 && given.length > 0 ? [{ type: 'separator' }] : []
    return { id: `menu.${menu}`, label: words.menus[menu], submenu: [...own, ...between, ...given] }
  })
  const filled = bar.filter((menu) => Array.isArray(menu.submenu) && menu.submenu.length > 0)
  return request.platform === 'darwin' ? [appMenu(request), ...filled, { role: 'windowMenu' }] : filled
}

/** As macOS has it, with the page's own words about the app in place of the system's. */
function appMenu(request: MenuRequest): MenuItemConstructorOptions {
  return {
    id: 'menu.app',
    label: product.name,
    submenu: [
      { id: 'app.about', label: words.about, click: () => request.choose('help.about') },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
}

function commandItems(request: MenuRequest, menu: MenuName): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = []
  let group: string | null = null
  for (const command of request.commands.filter((each) => each.menu === menu)) {
    if (group !== null && group !== command.group) items.push({ type: 'separator' })
    group = command.group
    items.push(commandItem(request, command))
    if (command.id === 'file.open') items.push(...recentMenu(request.recent))
  }
  return items
}

function commandItem(request: MenuRequest, command: MenuCommand): MenuItemConstructorOptions {
  const accelerator = acceleratorOf({ keys: command.keys, platform: request.platform })
  return {
    id: command.id,
    label: menuLabel(command.label),
    enabled: command.enabled,
    ...(command.checked === null ? {} : { type: 'checkbox', checked: command.checked }),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: (item) => {
      // The system has already flipped a switch; whether it is flipped is for the page to say.
      if (command.checked !== null) item.checked = !item.checked
      request.choose(command.id)
    },
  }
}

function systemItems(request: MenuRequest, menu: MenuName): MenuItemConstructorOptions[] {
  const mac = request.platform === 'darwin'
  switch (menu) {
    case 'file':
      return mac ? [{ role: 'close' }] : [{ role: 'close' }, { role: 'quit' }]
    case 'edit':
      return [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'view':
      return [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(request.developing ? ([{ role: 'toggleDevTools' }] as const) : []),
      ]
    case 'help':
    case 'go':
    case 'goal':
      return []
  }
}
