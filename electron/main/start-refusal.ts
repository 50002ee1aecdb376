import { app, dialog } from 'electron'
import { log } from './log.ts'
import { unsafeStart } from './unsafe-start.ts'
import { words } from './words.ts'

/**
 * Ends a start that asks for what lets others in, and says why, before a profile, a port or a window is opened. Whether it was
 * refused: until the app has ended the rest of main is still run.
 */
export function refuseUnsafeStart(): boolean {
  const found = unsafeStart({ argv: process.argv, env: process.env, packaged: app.isPackaged, platform: process.platform })
  if (found === null) return false
  const sentence = words.unsafeStart(found)
  log('start refused', { why: found })
  if (process.platform !== 'linux') process.stderr.write(`${sentence}\n`) // there the box is written to it, before the app is ready
  dialog.showErrorBox(app.getName(), sentence)
  app.exit(2)
  return true
}
