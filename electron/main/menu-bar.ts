import { app, Menu } from 'electron'
import type { MenuCommand } from '../../shared/bridge/commands.ts'
import { menuTemplate } from './menu.ts'
import type { RecentFiles } from './recent-files.ts'

/** The one menu bar there is; it shows the commands of the window in front. */
export interface MenuBar {
  show(commands: readonly MenuCommand[]): void
  /** Other files are the recent ones now. */
  recentChanged(): void
}

/**
 * When only switches changed, the items are changed where they stand: a rebuilt bar closes the menu a person has open.
 */
export function createMenuBar(options: {
  readonly choose: (id: string) => void
  readonly recent: Pick<RecentFiles, 'paths' | 'forget'>
  readonly openRecent: (path: string) => void
}): MenuBar {
  let shape: string | null = null
  let shown: readonly MenuCommand[] = []
  const bar: MenuBar = {
    show(commands) {
      shown = commands
      const recent = options.recent.paths()
      const nextShape = JSON.stringify([recent, commands.map(({ enabled: _enabled, checked, ...rest }) => [rest, checked === null])])
      const current = Menu.getApplicationMenu()
      if (nextShape === shape && current !== null) return changeSwitches(current, commands)
      shape = nextShape
      const template = menuTemplate({
        commands,
        platform: process.platform,
        developing: !app.isPackaged,
        choose: options.choose,
        recent: { paths: recent, open: options.openRecent, clear: () => options.recent.forget(null) },
      })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
    recentChanged: () => bar.show(shown),
  }
  return bar
}

function changeSwitches(menu: Menu, commands: readonly MenuCommand[]): void {
  for (const command of commands) {
    const item = menu.getMenuItemById(command.id)
    if (item === null) continue
    item.enabled = command.enabled
    if (command.checked !== null) item.checked = command.checked
  }
}
