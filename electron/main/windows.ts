import type { BrowserWindow } from 'electron'
import type { MenuCommand } from '../../shared/bridge/commands.ts'
import type { CloseGuard } from './close-guard.ts'

/** A window and what its page has said about itself. */
export interface AppWindow {
  readonly window: BrowserWindow
  readonly guard: CloseGuard
  commands: readonly MenuCommand[]
}

/** The windows that are open, the one in front last. */
export interface Windows {
  add(appWindow: AppWindow): void
  remove(id: number): void
  byId(id: number): AppWindow | null
  toFront(id: number): void
  inFront(): AppWindow | null
  all(): readonly AppWindow[]
}

/** The one that was in front last stays it while another program is: a second start belongs to it. */
export function createWindows(): Windows {
  const open = new Map<number, AppWindow>()
  return {
    add: (appWindow) => open.set(appWindow.window.id, appWindow),
    remove: (id) => open.delete(id),
    byId: (id) => open.get(id) ?? null,
    toFront(id) {
      const found = open.get(id)
      if (found === undefined) return
      open.delete(id)
      open.set(id, found)
    },
    all: () => [...open.values()],
    inFront: () => [...open.values()].at(-1) ?? null,
  }
}

/** Brings a window before the person's eyes, wherever it is. */
export function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
