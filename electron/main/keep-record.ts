import { join } from 'node:path'
import { app } from 'electron'
import { codeOf, keepLog, log } from './log.ts'
import { createLogFile } from './log-file.ts'

/** Keeps what happens in main in the profile's folder `logs`, and nowhere else: nothing is ever reported by itself. */
export function keepRecord(): void {
  // started from a terminal that is gone, standard error refuses every line; that must not end the app
  process.stderr.on('error', () => {})
  keepLog(createLogFile({ folder: join(app.getPath('userData'), 'logs') }))
  process.on('uncaughtExceptionMonitor', (error) => log('fault in main', { code: codeOf(error) }))
  // Electron's main lives on after one and hands it to no monitor
  process.on('unhandledRejection', (error) => log('rejection in main', { code: codeOf(error) }))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => log('helper process gone', { type, reason, exitCode }))
  log('started', { release: app.getVersion(), platform: process.platform, arch: process.arch })
}
