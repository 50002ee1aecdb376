import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { serve } from '../../../build/start/server.ts'
import { launchChromium } from '../../chromium/launch.ts'
import { killAll, processesOf, untilGone } from '../../chromium/processes.ts'
import { recordDrawn } from './drawn.ts'

const built = resolve(import.meta.dirname, '../../../dist/renderer')

/** A computer with the planner that may be harmed: a profile, the address of the app, and browsers that may be killed. */
export interface Machine {
  readonly profile: string
  readonly url: string
  /** Starts a browser on the profile. */
  readonly boot: () => Promise<Running>
  /** The same computer once more, with a profile of its own that holds the same; for browsers that are not running. */
  readonly clone: () => Promise<Machine>
  readonly remove: () => Promise<void>
}

export interface Running {
  readonly browser: BrowserContext
  readonly page: Page
  /** Goes to the planner, where the window was last, and waits until it shows something. */
  readonly open: (hash?: string) => Promise<void>
  /** Kills the browser process by process; resolves when all are gone. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface MachineOptions {
  /** The folder the profile is made in; the system's temporary one unless told otherwise. */
  readonly under?: string
  readonly args?: readonly string[]
  readonly viewport?: { readonly width: number; readonly height: number }
}

export async function setUpMachine(options: MachineOptions = {}): Promise<Machine> {
  const server = await serve({ root: built, port: 0 })
  const profile = await mkdtemp(join(options.under ?? tmpdir(), 'quarterdeck-fault-'))
  return machineAt({ ...options, profile, url: server.url, onRemove: server.close })
}

function machineAt(options: MachineOptions & { readonly profile: string; readonly url: string; readonly onRemove: () => Promise<void> }): Machine {
  const { profile, url, onRemove } = options
  const running = new Set<Running>()
  return {
    profile,
    url,
    boot: async () => {
      const started = await boot(options)
      running.add(started)
      started.browser.once('close', () => running.delete(started))
      return started
    },
    clone: async () => {
      const other = await mkdtemp(join(options.under ?? tmpdir(), 'quarterdeck-fault-'))
      await cp(profile, other, { recursive: true, filter: isNoLock })
      return machineAt({ ...options, profile: other, onRemove: () => Promise.resolve() })
    },
    remove: async () => {
      for (const each of running) await each.close()
      await onRemove()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A killed browser leaves links that say it is running. */
function isNoLock(path: string): boolean {
  return !/\/Singleton\w+$/.test(path)
}

async function boot({ profile, url, args, viewport }: MachineOptions & { readonly profile: string; readonly url: string }): Promise<Running> {
  const browser = await launchChromium({ profile, acceptDownloads: true, viewport: viewport ?? { width: 1280, height: 1_800 }, ...(args !== undefined && { args }) })
  const processes = await processesOf(browser)
  await recordDrawn(browser)
  const page = browser.pages()[0] ?? (await browser.newPage())
  page.setDefaultTimeout(15_000)
  page.on('filechooser', () => undefined) // caught for as long as somebody listens
  const closed = new Promise<void>((done) => browser.once('close', () => done()))
  return {
    browser,
    page,
    open: async (hash = '') => {
      await page.goto(`${url}/${hash}`)
      await page.locator('main').waitFor()
    },
    kill: async () => {
      // a tab may have got a process of its own since the browser was started
      const now = await processesOf(browser).catch(() => processes)
      killAll(now)
      await closed
      await untilGone([...processes, ...now])
    },
    close: () => browser.close(),
  }
}
