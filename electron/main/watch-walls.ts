import { app, BrowserWindow, dialog, type WebPreferences } from 'electron'
import { log } from './log.ts'
import { fallenWalls, missingWalls } from './walls.ts'
import { words } from './words.ts'

/**
 * Whether a window that was just made has every wall up; one that has not is destroyed, and the app ends with a
 * sentence. What it was made with is looked at now, what Electron made of that once the page has a process of its own:
 * before then there is nothing to report. Should a later Electron report nothing at all, the preload still refuses a
 * page that is not sandboxed and isolated.
 */
export function watchWalls(options: { readonly window: BrowserWindow; readonly preferences: WebPreferences | undefined }): boolean {
  const { window } = options
  const missing = missingWalls(options.preferences)
  if (missing.length > 0) return refuse({ window, missing })
  const contents: object = window.webContents
  if (!reports(contents)) {
    log('walls not reported')
    return true
  }
  window.webContents.once('did-navigate', () => {
    const fallen = fallenWalls(contents.getLastWebPreferences())
    if (fallen.length > 0) refuse({ window, missing: fallen })
  })
  return true
}

interface Reporting {
  readonly getLastWebPreferences: () => unknown
}

function reports(contents: object): contents is Reporting {
  return 'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
}

function refuse({ window, missing }: { readonly window: BrowserWindow; readonly missing: readonly string[] }): false {
  log('window refused', { walls: missing.join(' ') })
  process.stderr.write(`${words.wallMissing}\n`)
  // other windows may hold what is not written yet, and are asked as at any end
  const isLast = BrowserWindow.getAllWindows().every((other) => other === window)
  // the last one goes with the app: destroyed by itself it would end the app as if all were well
  if (!isLast) window.destroy()
  dialog.showErrorBox(app.getName(), words.wallMissing)
  if (isLast) app.exit(1)
  else app.quit()
  return false
}
