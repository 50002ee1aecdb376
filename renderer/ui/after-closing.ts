import { flushSync } from 'react-dom'

/**
 * Runs what was chosen in a menu when that has closed and has given the focus back: what is run may want the focus
 * elsewhere.
 */
export function afterClosing(run: () => void): void {
  // Base UI gives the focus back in a microtask after what the choice has drawn
  setTimeout(run)
}

/** The same for a dialog that is closed by whoever shows it, before the next key is heard: that is meant for what is run. */
export function closeAndRun({ close, run }: { readonly close: () => void; readonly run: () => void }): void {
  flushSync(close)
  queueMicrotask(() => flushSync(run))
}
