import type { BrowserWindow } from 'electron'
import type { CloseGuard } from './close-guard.ts'
import { createCrashCount } from './crash-count.ts'
import { askPageGone, askPageStuck } from './dialogs.ts'
import { log } from './log.ts'

/**
 * What happens when the page of a window dies or no longer answers. It comes back to where it was, since its address
 * says where that is and what was being typed is kept as it is typed: by itself, until that happens too often.
 */
export function watchPage(options: { readonly window: BrowserWindow; readonly guard: CloseGuard }): void {
  const { window, guard } = options
  const { webContents } = window
  const nextStep = createCrashCount()
  let asking: AbortController | null = null

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    guard.forget()
    asking?.abort()
    if (reason === 'clean-exit') return
    const step = nextStep(Date.now())
    log('page gone', { reason, exitCode, step })
    if (step === 'reload') return window.reload()
    void askPageGone(window).then((answer) => {
      if (window.isDestroyed()) return
      if (answer === 'reload') window.reload()
      else window.destroy()
    })
  })

  window.on('unresponsive', () => {
    if (asking !== null) return
    log('page does not answer')
    const question = new AbortController()
    asking = question
    void askPageStuck({ window, signal: question.signal }).then((answer) => {
      asking = null
      // its process is ended, and what follows a crash follows: a page that hangs would not hear of a reload
      if (answer === 'reload' && !question.signal.aborted && !window.isDestroyed()) webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => {
    log('page answers again')
    asking?.abort()
  })
}
