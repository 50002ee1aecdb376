import { app, powerMonitor, session } from 'electron'
import { createFarewell, type Farewell } from './farewell.ts'
import type { Windows } from './windows.ts'

/**
 * Lets every page write what is outstanding before the app is ended from outside: by a signal or by the computer. Windows
 * tells it to each window, so those hand it on (`shutdown`). Called before the app is ready.
 */
export function endWell(options: { readonly windows: Windows }): Farewell {
  const farewell = createFarewell({
    flush: () => Promise.all(options.windows.all().map(({ guard }) => guard.flush())),
    end: () => {
      if (app.isReady()) session.defaultSession.flushStorageData()
      app.exit(0)
    },
  })
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => farewell.signal(name, Date.now()))
  void app.whenReady().then(() => {
    // Electron hands over an event that its declaration leaves out: preventing it delays the shutdown until the app is gone
    const onShutdown = (event?: Electron.Event): void => {
      event?.preventDefault()
      farewell.shutdown()
    }
    powerMonitor.on('shutdown', onShutdown)
  })
  return farewell
}
