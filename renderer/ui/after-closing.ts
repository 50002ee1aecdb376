/**
 * Runs what was chosen in a menu, a list or a dialog when that has closed and has given the focus back: what is run may
 * want the focus elsewhere. Not a frame later than that: the next keys would go to the screen.
 */
export function afterClosing(run: () => void): void {
  // Base UI gives the focus back in a microtask after what the choice has drawn
  setTimeout(run)
}
