import { app, dialog } from 'electron'
import { log } from './log.ts'
import { unsafeStart } from './unsafe-start.ts'
import { words } from './words.ts'

/** Whether the app may start as it was asked to. If not it says why and ends, before a profile, a port or a window is opened. */
export function isSafeStart(): boolean {
  const found = unsafeStart({ argv: process.argv, env: process.env, packaged: app.isPackaged, platform: process.platform })
  if (found === null) return true
  const sentence = words.unsafeStart(found)
  log('start refused', { why: found })
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox(app.getName(), sentence)
  app.exit(2)
  return false
}
