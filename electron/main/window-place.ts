import * as v from 'valibot'
import { themes } from '../../shared/bridge/contract.ts'

/** A rectangle on the desktop, in pixels that do not depend on the screen's density. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))
const rectangle = v.object({ x: pixels, y: pixels, width: pixels, height: pixels })

/** What is kept of the window from one start to the next. */
export const windowPlace = v.object({
  bounds: v.nullable(rectangle),
  maximized: v.boolean(),
  theme: v.picklist(themes),
})
export type WindowPlace = Readonly<v.InferOutput<typeof windowPlace>>

/** The first start, and every start after the kept place was lost or damaged. */
export const firstPlace: WindowPlace = { bounds: null, maximized: false, theme: 'system' }

export const smallest = { width: 1024, height: 640 } as const
const usual = { width: 1440, height: 900 } as const

/**
 * Bounds that a person can see and reach: the kept ones on the display they overlap most, made to fit into it; centred
 * on the first display when they lie on none (a screen was unplugged) or there are none. `displays` are the areas
 * without panels and docks, the main one first.
 */
export function fitToDisplays(options: {
  readonly bounds: Rectangle | null
  readonly displays: readonly [Rectangle, ...Rectangle[]]
}): Rectangle {
  const { bounds, displays } = options
  const home = bounds === null ? null : mostOverlapped(bounds, displays)
  const area = home ?? displays[0]
  const wanted = bounds ?? usual
  const width = Math.min(Math.max(wanted.width, smallest.width), area.width)
  const height = Math.min(Math.max(wanted.height, smallest.height), area.height)
  if (bounds === null || home === null) {
    const x = area.x + Math.floor((area.width - width) / 2)
    return { x, y: area.y + Math.floor((area.height - height) / 2), width, height }
  }
  const x = between(bounds.x, area.x, area.x + area.width - width)
  return { x, y: between(bounds.y, area.y, area.y + area.height - height), width, height }
}

function mostOverlapped(bounds: Rectangle, displays: readonly Rectangle[]): Rectangle | null {
  let best: Rectangle | null = null
  let most = 0
  for (const display of displays) {
    const overlap = shared(bounds.x, bounds.width, display.x, display.width) * shared(bounds.y, bounds.height, display.y, display.height)
    if (overlap > most) [best, most] = [display, overlap]
  }
  return best
}

/** The length two stretches have in common. */
function shared(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart))
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
