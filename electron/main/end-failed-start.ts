import { app, dialog } from 'electron'
import { codeOf, log } from './log.ts'
import { words } from './words.ts'

/** Ends a start that failed: no window would ever open, and the app would hold the lock that another start needs. */
export function endFailedStart(error: unknown): void {
  log('start failed', { code: codeOf(error) })
  dialog.showErrorBox(app.getName(), words.startFailed)
  app.exit(1)
}
