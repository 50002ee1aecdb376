/** Frames until rows that were drawn for the first time, or in another width, have been measured and stand where they belong. */
const framesToMeasure = 3

/** Scrolls to what has just got the focus, and once more when what is around it has found its place; whoever goes on meanwhile is not held. */
export function keepInSight(element: Element | null, frames = framesToMeasure): void {
  if (element === null) return
  element.scrollIntoView({ block: 'nearest' })
  if (frames > 0) requestAnimationFrame(() => element.contains(document.activeElement) && keepInSight(element, frames - 1))
}
