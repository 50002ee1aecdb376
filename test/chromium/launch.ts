import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { findChromium } from './find.ts'

export interface LaunchOptions extends BrowserContextOptions {
  /** Folder that keeps what the browser stores. Without one, a fresh folder that goes when the browser is closed. */
  readonly profile?: string
}

/** Starts a headless Chromium with a profile of its own. Who calls closes it. */
export async function launchChromium({ profile, ...context }: LaunchOptions = {}): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium()
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'quarterdeck-profile-')))
  const browser = await chromium.launchPersistentContext(folder, {
    viewport: { width: 1280, height: 800 },
    ...context,
    executablePath,
    env: { ...process.env, ...env },
    // Its sandbox refuses root and many containers; what the app itself must refuse is tested in the app.
    chromiumSandbox: false,
  })
  if (profile === undefined) browser.on('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return browser
}
