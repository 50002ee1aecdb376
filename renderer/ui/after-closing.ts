import { flushSync } from 'react-dom'

/**
 * Runs what was chosen in a menu when that has given the focus back, which it does some frames later: what is run may
 * want the focus elsewhere, and a field that is begun would be ended by losing it.
 */
export function afterMenu(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}

/**
 * Runs what was chosen in a dialog before the next key is heard: that is meant for what is run.
 * @param close takes the dialog out of the page; Base UI then gives the focus back in a microtask
 */
export function closeAndRun({ close, run }: { readonly close: () => void; readonly run: () => void }): void {
  flushSync(close)
  queueMicrotask(() => flushSync(run))
}
