import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { filesOfArguments, filesOfSecondStart, type SecondStart } from './arguments.ts'
import { createCallHandlers } from './call-handlers.ts'
import { createDiskCopies } from './copies/disk-copies.ts'
import { createStartCopy } from './copies/start-copy.ts'
import { createFileTokens } from './file-tokens.ts'
import { createKnownFolders } from './folders/known-folders.ts'
import { answerCalls, sendEvent } from './ipc.ts'
import { sweepOwnFolders } from './leftovers.ts'
import { endFailedStart } from './end-failed-start.ts'
import { endWell } from './end-well.ts'
import { endWithoutLock } from './end-without-lock.ts'
import { keepRecord } from './keep-record.ts'
import { createMenuBar } from './menu-bar.ts'
import { createOpenRequests } from './open-requests.ts'
import { openWindow } from './open-window.ts'
import { createRecentFiles } from './recent-files.ts'
import { settleProfile } from './profile.ts'
import { declareAppScheme, serveApp } from './protocol.ts'
import { refuseByDefault } from './security.ts'
import { createAllowedServers } from './servers/allowed-servers.ts'
import { createSecrets } from './servers/secrets.ts'
import { stayInside } from './stay-inside.ts'
import { refuseUnsafeStart } from './start-refusal.ts'
import { createWindowPlaceFile } from './window-place-file.ts'
import { createWindows, reveal } from './windows.ts'

settleProfile()
declareAppScheme()
const servers = createAllowedServers({ folder: app.getPath('userData') })
refuseByDefault({ servers })
stayInside()

const files = filesOfArguments({ argv: process.argv, packaged: app.isPackaged, folder: process.cwd() })
const isRefused = refuseUnsafeStart() // then it has ended by now, with a code that says so
const firstStart = !isRefused && app.requestSingleInstanceLock({ files: [...files] } satisfies SecondStart)
if (firstStart) run()
else if (!isRefused) endWithoutLock()

/** Puts the parts together. Nothing here waits at the top level: Electron is not ready before this file has ended. */
function run(): void {
  const built = join(import.meta.dirname, '..')
  keepRecord()
  const windows = createWindows()
  const farewell = endWell({ windows })
  const tokens = createFileTokens()
  const profile = app.getPath('userData')
  const places = createWindowPlaceFile({ folder: profile })
  const copyFolder = join(profile, 'copies')
  const copies = createDiskCopies({ root: copyFolder })
  const startCopy = createStartCopy({
    databases: () => join(session.defaultSession.storagePath ?? profile, 'IndexedDB'),
    aside: join(profile, 'aside'),
    now: () => new Date(),
  })
  const recent = createRecentFiles({
    folder: profile,
    now: Date.now,
    changed: () => {
      menuBar.recentChanged()
      for (const { window } of windows.all()) sendEvent(window, 'recentChanged', undefined)
    },
  })
  let quitting = false
  let mayOpen = false

  const requests = createOpenRequests({
    windowInFront: () => windows.inFront()?.window.id ?? null,
    tell: (id) => sendEvent(windows.byId(id)?.window ?? null, 'openRequested', undefined),
  })
  const menuBar = createMenuBar({
    choose: (id) => sendEvent(windows.inFront()?.window ?? null, 'commandChosen', { id }),
    recent,
    openRecent: (path) => receiveFiles([path]),
  })
  const open = (): void =>
    openWindow({
      windows,
      places,
      preload: join(built, 'preload', 'preload.cjs'),
      frontChanged: (front) => menuBar.show(front.commands),
      closed: requests.release,
      goOnClosing: (window) => (quitting ? app.quit() : window.close()),
      keptOpen: () => {
        quitting = false
      },
      sessionEnding: farewell.shutdown,
    })

  function receiveFiles(paths: readonly string[]): void {
    requests.add(paths)
    const front = windows.inFront()
    if (front !== null) reveal(front.window)
    else if (mayOpen) open()
  }

  requests.add(files)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    receiveFiles([path])
  })
  app.on('second-instance', (_event, _argv, _folder, data) => receiveFiles(filesOfSecondStart(data)))
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (mayOpen && windows.inFront() === null) open()
  })

  const begin = async (): Promise<void> => {
    await sweepOwnFolders({ profile, copies: copyFolder })
    await startCopy.take() // a window would open the databases, and may change what is damaged
    serveApp({ root: join(built, 'renderer') })
    nativeTheme.themeSource = places.read().theme
    answerCalls(
      createCallHandlers({
        windows,
        tokens,
        requests,
        copies,
        startCopy,
        recent,
        sharedFolders: createKnownFolders({ profile }),
        servers,
        secrets: createSecrets({ folder: profile }),
        openWindow: open,
        commandsChanged: (changed) => {
          if (changed === windows.inFront()) menuBar.show(changed.commands)
        },
        themeChosen: (theme) => places.change({ theme }),
      }),
    )
    menuBar.show([])
    mayOpen = true
    open()
  }
  void app.whenReady().then(begin).catch(endFailedStart)
}
