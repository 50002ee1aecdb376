import type { MenuItemConstructorOptions } from 'electron'

/** One line of a menu, with what main and the specs touch of it. */
export interface MenuItemDouble {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  checked: boolean
  click(): void
}

/** The menu bar as data; nothing is drawn and no accelerator fires. */
export class Menu {
  static #bar: Menu | null = null
  readonly items: readonly MenuItemDouble[]

  constructor(items: readonly MenuItemDouble[] = []) {
    this.items = items
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map(itemOf))
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#bar = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#bar
  }

  getMenuItemById(id: string): MenuItemDouble | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }
}

function itemOf(template: MenuItemConstructorOptions): MenuItemDouble {
  const { submenu } = template
  const item: MenuItemDouble = {
    id: template.id ?? '',
    label: template.label ?? '',
    role: template.role,
    type: template.type ?? (submenu === undefined ? 'normal' : 'submenu'),
    accelerator: template.accelerator,
    submenu: Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined,
    enabled: template.enabled ?? true,
    checked: template.checked ?? false,
    click() {
      if (item.type === 'checkbox') item.checked = !item.checked
      template.click?.(item as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
    },
  }
  return item
}
