import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { takePicture, takePictures } from './app.ts'
import { atRest } from './at-rest.ts'
import { axeComplaints, axeInBothThemes } from './axe-complaints.ts'

const looks = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1024 },
] as const

/** Takes a picture in light and one in dark, narrower, and fails where axe finds anything, or the page scrolls sideways. */
export async function isFine(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1360, height: 860 }
  const found: unknown[] = []
  for (const { theme, width } of looks) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    await atRest(page) // rows in another width are measured
    await takePicture(page, `share-${name}-${theme}-${width}`)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push({ theme, width, sideways: true })
    for (const complaint of await axeComplaints(page, { coloursOnly: theme === 'dark' })) found.push({ theme, complaint })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' })
  await page.setViewportSize(before)
  expect({ name, found }).toEqual({ name, found: [] })
}

/** Takes a picture in light and one in dark, and fails where axe finds anything. */
export async function isClean(page: Page, name: string): Promise<void> {
  await takePictures(page, name)
  expect({ name, found: await axeInBothThemes(page) }).toEqual({ name, found: [] })
}
