import { hostname } from 'node:os'
import { app, nativeTheme } from 'electron'
import type { Theme } from '../../shared/bridge/contract.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { createCopyHandlers } from './copies/copy-handlers.ts'
import type { StartCopy } from './copies/start-copy.ts'
import type { FileTokens } from './file-tokens.ts'
import { openFile, openPath, saveFile } from './files.ts'
import type { CallHandlers } from './ipc.ts'
import type { OpenRequests } from './open-requests.ts'
import { openOutside } from './outside.ts'
import type { AppWindow, Windows } from './windows.ts'

/** What each call of the contract does. Arguments are parsed and the sender is checked before one is reached. */
export function createCallHandlers(parts: {
  readonly windows: Windows
  readonly tokens: FileTokens
  readonly requests: OpenRequests
  readonly copies: CopyStore
  readonly startCopy: StartCopy
  readonly openWindow: () => void
  readonly commandsChanged: (appWindow: AppWindow) => void
  readonly themeChosen: (theme: Theme) => void
}): CallHandlers {
  const { tokens, windows } = parts
  return {
    ...createCopyHandlers(parts),
    appInfo: () => ({
      name: app.getName(),
      version: app.getVersion(),
      platform: process.platform,
      computerName: plainName(hostname()),
    }),
    newWindow: () => parts.openWindow(),
    openExternal: ({ url }) => openOutside(url),
    openFile: (input, window) => openFile({ input, window, tokens }),
    saveFile: (input, window) => saveFile({ input, window, tokens }),
    setBusy: ({ busy }, window) => windows.byId(window.id)?.guard.setBusy(busy),
    setCommands({ commands }, window) {
      const appWindow = windows.byId(window.id)
      if (appWindow === null) return
      appWindow.commands = commands
      parts.commandsChanged(appWindow)
    },
    setTheme({ theme }) {
      nativeTheme.themeSource = theme
      parts.themeChosen(theme)
    },
    takeOpenRequests: (_input, window) =>
      Promise.all(parts.requests.take(window.id).map((path) => openPath({ path, tokens }))),
  }
}

/** What a computer is called, as a line of text: whoever named it could write anything. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 64).toWellFormed()
}
