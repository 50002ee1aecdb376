import { app, Menu } from 'electron'
import type { MenuCommand } from '../../shared/bridge/commands.ts'
import { menuTemplate } from './menu.ts'

/** The one menu bar there is; it shows the commands of the window in front. */
export interface MenuBar {
  show(commands: readonly MenuCommand[]): void
}

/**
 * When only switches changed, the items are changed where they stand: a rebuilt bar closes the menu a person has open.
 */
export function createMenuBar(options: { readonly choose: (id: string) => void }): MenuBar {
  let shape: string | null = null
  return {
    show(commands) {
      const nextShape = JSON.stringify(commands.map(({ enabled: _enabled, checked, ...rest }) => [rest, checked === null]))
      const current = Menu.getApplicationMenu()
      if (nextShape === shape && current !== null) return changeSwitches(current, commands)
      shape = nextShape
      const template = menuTemplate({
        commands,
        platform: process.platform,
        developing: !app.isPackaged,
        choose: options.choose,
      })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
  }
}

function changeSwitches(menu: Menu, commands: readonly MenuCommand[]): void {
  for (const command of commands) {
    const item = menu.getMenuItemById(command.id)
    if (item === null) continue
    item.enabled = command.enabled
    if (command.checked !== null) item.checked = command.checked
  }
}
