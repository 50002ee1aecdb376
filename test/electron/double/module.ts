// What `import … from 'electron'` finds in the main process: as much of it as Quarterdeck uses, and not more.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, nativeTheme, powerMonitor, screen, shell } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { safeStorage } from './safe-storage.ts'
export { protocol, session } from './session.ts'
export { WebContents as webContents } from './web-contents.ts'
