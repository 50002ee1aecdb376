import { app, dialog } from 'electron'
import { tryProfile } from './try-profile.ts'
import { words } from './words.ts'

/**
 * Ends a start that was not given the lock of the profile. Electron says the same where the app is open already, which
 * was handed the files by then and comes to the front, and where the lock can't be written; only then is there
 * something to say.
 */
export function endWithoutLock(): void {
  const profile = app.getPath('userData')
  const failure = tryProfile(profile)
  if (failure === null) return app.quit()
  // before the app is ready Linux shows no box
  void app.whenReady().then(() => {
    dialog.showErrorBox(app.getName(), words.profileRefused[failure](profile))
    app.exit(3)
  })
}
