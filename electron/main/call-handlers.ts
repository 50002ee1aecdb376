import { hostname } from 'node:os'
import { basename } from 'node:path'
import { app, nativeTheme } from 'electron'
import type { CallOutput, Theme } from '../../shared/bridge/contract.ts'
import { mostFilesAtOnce } from '../../shared/bridge/files.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { createCopyHandlers } from './copies/copy-handlers.ts'
import type { StartCopy } from './copies/start-copy.ts'
import type { FileTokens } from './file-tokens.ts'
import { openFile, openPath, saveFile } from './files.ts'
import { chooseFolder } from './folders/choose-folder.ts'
import { createFolderHandlers } from './folders/folder-handlers.ts'
import { takeGivenFolder } from './folders/given-folder.ts'
import type { KnownFolders } from './folders/known-folders.ts'
import { type CallHandlers, sendEvent } from './ipc.ts'
import { lastLines } from './log.ts'
import type { OpenRequests } from './open-requests.ts'
import { openOutside } from './outside.ts'
import { plainName } from './plain-name.ts'
import type { RecentFiles } from './recent-files.ts'
import { runsOn, showDataFolder } from './self.ts'
import type { AllowedServers } from './servers/allowed-servers.ts'
import type { Secrets } from './servers/secrets.ts'
import { createServerHandlers } from './servers/server-handlers.ts'
import type { AppWindow, Windows } from './windows.ts'

/** What each call of the contract does. Arguments are parsed and the sender is checked before one is reached. */
export function createCallHandlers(parts: {
  readonly windows: Windows
  readonly tokens: FileTokens
  readonly requests: OpenRequests
  readonly copies: CopyStore
  readonly startCopy: StartCopy
  readonly recent: RecentFiles
  readonly sharedFolders: KnownFolders
  readonly servers: AllowedServers
  readonly secrets: Secrets
  readonly openWindow: () => void
  readonly commandsChanged: (appWindow: AppWindow) => void
  readonly themeChosen: (theme: Theme) => void
}): CallHandlers {
  const { tokens, windows, recent } = parts
  return {
    ...createCopyHandlers(parts),
    ...createFolderHandlers({ known: parts.sharedFolders, choose: chooseFolder, tell: (window, token) => sendEvent(window, 'folderChanged', { token }) }),
    ...createServerHandlers(parts),
    appInfo: () => ({
      name: app.getName(),
      version: app.getVersion(),
      platform: process.platform,
      computerName: plainName(hostname(), 64).trim(),
      runsOn: runsOn(),
    }),
    newWindow: () => parts.openWindow(),
    openExternal: ({ url }) => openOutside(url),
    openFile: (input, window) => openFile({ input, window, tokens, recent }),
    saveFile: (input, window) => saveFile({ input, window, tokens, recent }),
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
    takeOpenRequests: (_input, window) => openInTurn(parts.requests.take(window.id), async (path) => (await takeGivenFolder({ path, known: parts.sharedFolders })) ?? openPath({ path, tokens, recent })),
    takeDropped: ({ path }) => takeGivenFolder({ path, known: parts.sharedFolders }),
    recentFiles: async () => [...(await recent.list())],
    openRecent: ({ token }) => {
      const path = recent.pathOf(token)
      return path === null ? null : openPath({ path, tokens, recent })
    },
    forgetRecent: ({ token }) => recent.forget(token),
    showDataFolder,
    lastLogLines: () => [...lastLines()],
  }
}

type Handed = CallOutput<'takeOpenRequests'>[number]

/**
 * One after the other, so that the last named is the one used last, and many of the largest are never read at once. The
 * first of those that are too many is answered in their place.
 */
async function openInTurn(paths: readonly string[], open: (path: string) => Promise<Handed>): Promise<Handed[]> {
  const opened: Handed[] = []
  for (const path of paths.slice(0, mostFilesAtOnce)) opened.push(await open(path))
  const left = paths[mostFilesAtOnce]
  return left === undefined ? opened : [...opened, { ok: false, name: plainName(basename(left)), reason: 'tooMany' }]
}
