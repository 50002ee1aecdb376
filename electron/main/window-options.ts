import type { BrowserWindowConstructorOptions } from 'electron'
import { walls } from './walls.ts'
import { type Rectangle, smallest } from './window-place.ts'

/** The page's own canvas colour in each theme (`--canvas` in `renderer/styles/tokens.css`), so that a start never flashes. */
const canvas = { light: '#f6f6f4', dark: '#141416' } as const

/** The options of a window. The page shows itself when it has something to show. */
export function windowOptions(options: {
  readonly bounds: Rectangle
  readonly dark: boolean
  readonly preload: string
  readonly platform: string
}): BrowserWindowConstructorOptions {
  return {
    ...options.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: options.dark ? canvas.dark : canvas.light,
    webPreferences: {
      ...walls,
      preload: options.preload,
      // Only macOS checks spelling by itself; elsewhere Chromium would fetch a dictionary from the network.
      spellcheck: options.platform === 'darwin',
    },
  }
}
