import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './find.ts'
import { watchForStrays } from './strays.ts'

export interface LaunchOptions extends BrowserContextOptions {
  /** Folder that keeps what the browser stores. Without one, a fresh folder that goes when the browser is closed. */
  readonly profile?: string
  /** Switches besides those it has anyway. */
  readonly args?: readonly string[]
  /** Where a spec that provokes them wants to find what its pages did that they may not; without it, such things fail the file. */
  readonly strays?: string[]
  /** Servers that its pages are to connect to, as `ws://host:port`: any other counts as what they may not. */
  readonly servers?: readonly string[]
}

/** Starts a headless Chromium with a profile of its own. Who calls closes it. */
export async function launchChromium({ profile, args = [], strays, servers, ...context }: LaunchOptions = {}): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium()
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'quarterdeck-profile-')))
  const browser = await chromium.launchPersistentContext(folder, {
    viewport: { width: 1280, height: 800 },
    ...context,
    args: [...args],
    executablePath,
    env: { ...process.env, ...env },
    // Its sandbox refuses root and many containers; what the app itself must refuse is tested in the app.
    chromiumSandbox: false,
  })
  // Playwright can't answer it; without it a page asks for files in the way that browsers have that don't know it.
  await browser.addInitScript(() => void Reflect.deleteProperty(window, 'showOpenFilePicker'))
  await watchForStrays(browser, strays, servers)
  await slowDown(browser, Number(process.env['SLOWDOWN'] ?? 1))
  if (profile === undefined) browser.on('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return browser
}

/** Makes all pages as slow as on a processor that many times slower: what a test doesn't wait for is late there. */
async function slowDown(browser: BrowserContext, rate: number): Promise<void> {
  if (!(rate > 1)) return
  const slow = async (page: Page): Promise<void> => {
    const session = await browser.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
  }
  await Promise.all(browser.pages().map(slow))
  browser.on('page', (page) => void slow(page).catch(() => undefined)) // one that is closed at once needs it no longer
}
