import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { serve } from '../../build/start/server.ts'
import { launchChromium, type LaunchOptions } from '../chromium/launch.ts'
import { atRest } from './at-rest.ts'

const root = resolve(import.meta.dirname, '../..')

/** One person's computer: a browser profile that outlives the browser, and the planner served at a fixed address. */
export interface Computer {
  readonly url: string
  /** Starts the browser and opens the planner; what earlier starts have stored is there. */
  readonly start: (options?: StartOptions) => Promise<OpenApp>
  /** Ends it, and fails when a page of it has complained. */
  readonly remove: () => Promise<void>
}

export interface StartOptions extends Omit<LaunchOptions, 'profile'> {
  /** What is to be so before the planner is loaded. */
  readonly prepare?: (context: BrowserContext) => Promise<void>
}

export interface OpenApp {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page complained about: errors, and violations of its policy. Specs end by expecting none. */
  readonly complaints: readonly string[]
}

export async function setUpComputer(): Promise<Computer> {
  const server = await serve({ root: join(root, 'dist/renderer'), port: 0 })
  const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-computer-'))
  let running: BrowserContext | undefined
  const complaints: string[] = []
  return {
    url: server.url,
    start: async ({ prepare, ...options } = {}) => {
      await running?.close()
      const context = await launchChromium({ profile, acceptDownloads: true, ...options })
      running = context
      await prepare?.(context)
      const page = context.pages()[0] ?? (await context.newPage())
      // what isn't there by then won't come; a spec that waits half a minute for each of its steps tells nobody anything
      page.setDefaultTimeout(8_000)
      listen(page, complaints)
      await page.goto(server.url)
      await page.getByRole('main').waitFor() // from then on it has ears for keys
      context.on('page', (other) => listen(other, complaints))
      return { context, page, complaints }
    },
    remove: async () => {
      await running?.close()
      await server.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('\n')}`)
    },
  }
}

/** Opens the sample plan on a computer of its own, at a quarter of it. */
export async function openApp({ quarter = 2, ...options }: { readonly quarter?: 1 | 2 | 3 | 4 } & StartOptions = {}): Promise<OpenApp & { readonly close: () => Promise<void> }> {
  const computer = await setUpComputer()
  const app = await computer.start(options)
  await app.page.getByRole('button', { name: /sample/i }).first().click()
  await app.page.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
  await app.page.locator('[data-goal]').first().waitFor()
  return { ...app, close: computer.remove }
}

/** A file that is nowhere on the disk. */
export interface FileContent {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Opens a file in the planner as Ctrl+O does. @param file its path, or what it holds */
export async function openFile(page: Page, file: string | FileContent): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')])
  await chooser.setFiles(file)
}

/** Waits until everything is on the disk. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor()
}

/** Takes back the last action; from the page itself, since in a field it would be the field's own undo. */
export async function undo(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('Control+z')
}

function listen(page: Page, complaints: string[]): void {
  // choosers are caught for as long as somebody listens: taken up anew for each file, now and then one is missed
  page.on('filechooser', () => undefined)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // of a server that is away the browser itself says so; a server that nobody meant is a stray
    const isAway = message.text().startsWith('WebSocket connection to ')
    if (message.type() === 'error' && !isAway) complaints.push(message.text())
  })
}

/** Saves pictures of the page in light and dark for people to look at; the folder is not part of the repository. */
export async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await atRest(page)
    await takePicture(page, `${name}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: null })
}

/** Saves one picture of the page as it is. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'test-results/screens', `${name}.png`) })
}
