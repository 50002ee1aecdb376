import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { serve } from '../../build/start/server.ts'
import { launchChromium } from '../chromium/launch.ts'
import { takePictures } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

/** The planner at an address, and one browser in which each test has a profile of its own, as a private window has. */
export interface LastResortSite {
  readonly url: string
  /** A profile with nothing in it. */
  readonly newProfile: () => Promise<BrowserContext>
  /** A page of the planner; `before` runs in it ahead of the planner and breaks what the test is about. */
  readonly open: (options?: { readonly profile?: BrowserContext; readonly before?: () => void }) => Promise<Page>
  /** A page of the same address with nothing on it, for what another window does. */
  readonly openBare: (profile: BrowserContext) => Promise<Page>
  readonly close: () => Promise<void>
}

export async function serveLastResort(): Promise<LastResortSite> {
  const server = await serve({ root: resolve(import.meta.dirname, '../../dist/renderer'), port: 0 })
  const first = await launchChromium()
  const browser = first.browser()
  if (browser === null) throw new Error('the browser can open no second profile')
  const newProfile = (): Promise<BrowserContext> => browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  return {
    url: server.url,
    newProfile,
    open: async ({ profile, before } = {}) => {
      const page = await (profile ?? (await newProfile())).newPage()
      page.setDefaultTimeout(15_000)
      if (before !== undefined) await page.addInitScript(before)
      await page.goto(server.url)
      return page
    },
    openBare: async (profile) => {
      const page = await profile.newPage()
      await page.goto(`${server.url}/icon.svg`)
      return page
    },
    close: async () => {
      await first.close()
      await server.close()
    },
  }
}

export interface Shown {
  readonly title: string
  readonly focus: string
  readonly picture?: string
}

/** What every such screen is held to: it says itself, its main action has the focus; with a picture, axe finds nothing in light and dark. */
export async function expectScreen(page: Page, { title, focus, picture }: Shown): Promise<void> {
  await page.getByRole('alert').getByRole('heading', { name: title }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(focus)
  if (picture === undefined) return
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, join('last-resort', picture))
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeComplaints(page)).toEqual([])
}

/** What the details say, once they are shown. */
export async function detailsOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Details Codes only' }).click()
  return page.locator('[data-last-resort] pre').innerText()
}
