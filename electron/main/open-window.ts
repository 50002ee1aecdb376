import { BrowserWindow, nativeTheme, screen } from 'electron'
import { createCloseGuard } from './close-guard.ts'
import { askStillBusy } from './dialogs.ts'
import { sendEvent } from './ipc.ts'
import { log } from './log.ts'
import { appPage } from './origin.ts'
import { watchPage } from './page-trouble.ts'
import { watchWalls } from './watch-walls.ts'
import { windowOptions } from './window-options.ts'
import { fitToDisplays, type Rectangle } from './window-place.ts'
import type { WindowPlaceFile } from './window-place-file.ts'
import type { AppWindow, Windows } from './windows.ts'

/** A second window stands a little aside, so that both are seen. */
const aside = 32

export interface WindowSurroundings {
  readonly windows: Windows
  readonly places: WindowPlaceFile
  readonly preload: string
  readonly frontChanged: (appWindow: AppWindow) => void
  readonly closed: (windowId: number) => void
  /** A window may go now; while the whole app is quitting, quitting goes on. */
  readonly goOnClosing: (window: BrowserWindow) => void
  readonly keptOpen: () => void
  /** Windows is about to end the session, or ends it. */
  readonly sessionEnding: () => void
}

/** Opens a window on the page, where the last one was. */
export function openWindow(surroundings: WindowSurroundings): void {
  const { windows, places, preload } = surroundings
  const place = places.read()
  const other = windows.inFront()?.window ?? null
  const wanted = other === null ? place.bounds : moved(other.getNormalBounds(), aside)
  const bounds = fitToDisplays({ bounds: wanted, displays: workAreas() })
  const dark = nativeTheme.shouldUseDarkColors
  const options = windowOptions({ bounds, dark, preload, platform: process.platform })
  const window = new BrowserWindow(options)
  if (!watchWalls({ window, preferences: options.webPreferences })) return
  const guard = createCloseGuard({
    tellPage: () => sendEvent(window, 'closeRequested', undefined),
    ask: () => askStillBusy(window),
    close: () => surroundings.goOnClosing(window),
    keptOpen: surroundings.keptOpen,
  })
  const appWindow: AppWindow = { window, guard, commands: [] }
  windows.add(appWindow)
  if (place.maximized && other === null) window.maximize()
  followWindow({ appWindow, surroundings })
  void window.loadURL(appPage).catch(() => {
    // The window is shown all the same: an empty one tells more than none.
    log('page not loaded')
    if (!window.isDestroyed()) window.show()
  })
}

function followWindow(options: { readonly appWindow: AppWindow; readonly surroundings: WindowSurroundings }): void {
  const { appWindow, surroundings } = options
  const { window, guard } = appWindow
  const { id } = window
  const keepPlace = (): void => {
    surroundings.places.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.once('ready-to-show', () => window.show())
  window.on('focus', () => {
    surroundings.windows.toFront(id)
    surroundings.frontChanged(appWindow)
  })
  window.on('close', (event) => {
    keepPlace()
    if (!guard.mayClose()) event.preventDefault()
  })
  window.on('query-session-end', (event) => {
    // only a page that is writing holds the computer up, and not for long
    if (guard.isBusy()) event.preventDefault()
    surroundings.sessionEnding()
  })
  window.on('session-end', () => surroundings.sessionEnding())
  window.on('closed', () => {
    surroundings.windows.remove(id)
    surroundings.closed(id)
  })
  watchPage({ window, guard })
}

function workAreas(): readonly [Rectangle, ...Rectangle[]] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main.workArea, ...others.map((display) => display.workArea)]
}

function moved(bounds: Rectangle, by: number): Rectangle {
  return { ...bounds, x: bounds.x + by, y: bounds.y + by }
}
