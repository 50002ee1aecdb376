import { EventEmitter } from 'node:events'
import type { Dialog, NativeTheme, Screen, Shell } from 'electron'

// What belongs to the desktop and not to a page. Nobody sits before it: dialogs are cancelled unless a spec replaces
// them, which it does in the real Electron too, and nothing is opened. What a box of an error would say is written to
// standard error, where Electron writes it on Linux before it is ready.

export const dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'> = {
  showErrorBox: (title, content) => void process.stderr.write(`${title}\n${content}\n`),
  showMessageBox: (...args: unknown[]) => {
    const { cancelId } = args.at(-1) as Electron.MessageBoxOptions
    return Promise.resolve({ response: cancelId ?? 0, checkboxChecked: false })
  },
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
}

/** Says nothing by itself: no computer shuts down here. Specs emit `shutdown`. */
export const powerMonitor: EventEmitter = new EventEmitter()

export const shell: Pick<Shell, 'openExternal' | 'openPath'> = {
  openPath: () => Promise.resolve(''),
  openExternal: () => Promise.resolve(),
}

class NativeThemeDouble extends EventEmitter implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  themeSource: NativeTheme['themeSource'] = 'system'
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}
export const nativeTheme = new NativeThemeDouble()

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display

export const screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
}
