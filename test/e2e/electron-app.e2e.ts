import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Launched, launchApp } from '../electron/launch.ts'
import { takePictures } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

// The planner itself in its window: what a person asks of it from outside, and what happens when a page falls over.

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-app-'))
  launched = await launchApp({ profile: join(folder, 'profile') })
  await launched.page.getByRole('main').waitFor()
})

afterAll(async () => {
  await launched.app.close().catch(() => {
    // a spec has ended it
  })
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** What a page says, also one that crashed once: Playwright does not talk to those any more. */
const inPage = <T>(expression: string): Promise<T> =>
  launched.app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<T>, expression)

async function runByPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(command)
  await page.getByRole('option', { name: command }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function writePlan(name: string, options: { readonly id: string; readonly title: string }): Promise<string> {
  const path = join(folder, name)
  const { id, title } = options
  await writeFile(path, JSON.stringify({ format: 'annual-plan', version: 1, plan: { id, title, startsOn: '2018-07-01' }, goals: [{ id: 'goal:a', title: 'Deploy', quarter: 2 }] }))
  return path
}

/** As a second process hands over what it was started with. */
const startAgain = (files: readonly string[]): Promise<unknown> => launched.app.evaluate(({ app }, paths) => app.emit('second-instance', {}, [], '/', { files: paths }), files)

test('[G20] what Chromium would do over the network by itself is off, and no dictionary is fetched', async () => {
  const off = await launched.app.evaluate(({ app, session }) => [
    ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings', 'no-proxy-server'].map((name) => app.commandLine.hasSwitch(name)),
    (session.defaultSession as unknown as { isSpellChecked?: boolean }).isSpellChecked ?? false, // the double's own
  ])
  expect(off).toEqual([[true, true, true, true, true], process.platform === 'darwin'])
})

test('[G2] [G3] a second start brings the minimised window forward, opens what it names, and says what isn’t there', async () => {
  const { app, page } = launched
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await startAgain([join(folder, 'gone.qdeck'), await writePlan('theirs.qdeck', { id: 'plan:theirs', title: 'Their plan' })])
  await page.getByRole('dialog', { name: 'gone.qdeck was not opened' }).waitFor()
  await expect.poll(() => page.getByRole('dialog').textContent()).toContain('It is not there')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: /Their plan|theirs\.qdeck/ }).waitFor()
  await page.keyboard.press('Escape')
  const state = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isFocused()]))
  expect(state).toEqual([[false, true]])
})

describe('[G5] [G8] what was opened is among the recent files', () => {
  const bar = (): Promise<unknown> => launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('menu.recent')?.submenu?.items.map(({ label, type }) => (type === 'separator' ? '-' : label)) ?? null)

  test('on the start screen, by mouse and by keys, and no path is in the page', async () => {
    const { page } = launched
    const row = page.getByRole('button', { name: /theirs\.qdeck/ }).first()
    await row.click()
    await page.getByRole('dialog', { name: /Their plan|theirs\.qdeck/ }).waitFor()
    await page.keyboard.press('Escape')
    await takePictures(page, 'start-recent')
    expect(await axeComplaints(page)).toEqual([])
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /Their plan|theirs\.qdeck/ }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.content()).not.toContain(folder)
  })

  test('in the native menu, which opens it in the window that is in front', async () => {
    const { app, page } = launched
    await expect.poll(bar).toEqual(['theirs.qdeck', '-', 'Remove all from the list'])
    await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('recent.0')?.click())
    await page.getByRole('dialog', { name: /Their plan|theirs\.qdeck/ }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('in the palette, and off all lists when it is removed from one', async () => {
    const { page } = launched
    await page.keyboard.press('Control+k')
    await page.keyboard.type('theirs')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /Their plan|theirs\.qdeck/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /theirs\.qdeck/ }).first().focus()
    await page.keyboard.press('Delete')
    await page.getByRole('heading', { name: 'Recent files' }).waitFor({ state: 'detached' })
    await expect.poll(bar).toBeNull()
  })
})

test('[G1] saving a plan offers the ending that a double click opens, after the usual one', async () => {
  const { app, page } = launched
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { offered: args.at(-1) })
      return Promise.resolve({ canceled: true, filePath: '' })
    }
  })
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.locator('[data-goal]').first().waitFor()
  await page.keyboard.press('Control+e')
  const offered = (): Promise<unknown> => app.evaluate(() => (globalThis as unknown as { offered?: unknown }).offered)
  await expect.poll(offered).toMatchObject({
    defaultPath: expect.stringMatching(/\.plan\.json$/) as unknown,
    filters: [{ extensions: ['json'] }, { extensions: ['qdeck'] }, { extensions: ['*'] }],
  })
})

describe('what the app says of itself', () => {
  test('[G14] About, from the palette or the menu, says release, licence, versions, where the plans are, and that nothing leaves', async () => {
    const { app, page } = launched
    await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click())
    const about = page.getByRole('dialog', { name: 'About Quarterdeck' })
    await about.waitFor()
    await about.getByText(/^(?:Electron|Chromium|Node) /).waitFor()
    const said = await about.textContent()
    for (const part of ['0.1.0', 'MIT', process.versions.node, 'in your profile on this computer', 'Nothing leaves this computer unless you send a file or share a plan']) expect(said).toContain(part)
    await takePictures(page, 'about')
    expect(await axeComplaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await about.waitFor({ state: 'detached' })
  })

  test('[G15] the data folder is shown by main, and the page learns no path', async () => {
    const { app, page } = launched
    await app.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        Object.assign(globalThis, { shown: path })
        return Promise.resolve('')
      }
    })
    await runByPalette(page, 'Show data folder')
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { shown?: string }).shown)).toBe(join(folder, 'profile'))
    expect(await page.content()).not.toContain(folder)
    await app.evaluate(({ shell }) => {
      shell.openPath = () => Promise.resolve('no file manager')
    })
    await runByPalette(page, 'Show data folder')
    await page.getByText('The folder could not be shown').waitFor()
  })

  test('[G16] diagnostics are copied with the log’s last lines, and say neither who nor where one is', async () => {
    const { page } = launched
    await page.evaluate(() => {
      navigator.clipboard.writeText = (text) => {
        Object.assign(window, { copied: text })
        return Promise.resolve()
      }
    })
    await runByPalette(page, 'Copy diagnostics')
    await page.getByText('Diagnostics copied').waitFor()
    const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied)
    expect(copied).toContain('"event":"file not read","code":"ENOENT"')
    expect(copied).toContain('screen: board')
    for (const word of [folder, 'theirs', 'gone.qdeck', 'TEC3', hostname(), userInfo().homedir, ...(userInfo().username.length > 4 ? [userInfo().username] : [])]) expect(copied).not.toContain(word)
  })
})

describe('when a page falls over', () => {
  const place = (): Promise<string> => inPage<string>('location.hash')
  const note = (): Promise<unknown> => inPage('document.querySelector("aside textarea")?.value ?? null')

  async function crash(): Promise<void> {
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  }

  test('[G11] it comes back to where it was with what was being typed, and after three times asks', async () => {
    const { app, page } = launched
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        Object.assign(globalThis, { asked: (args.at(-1) as { message: string }).message })
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
    })
    const asked = (): Promise<unknown> => app.evaluate(() => (globalThis as unknown as { asked?: string }).asked ?? null)
    await page.locator('[data-goal]').first().focus()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'New note' }).waitFor()
    await page.keyboard.type('Half a thought')
    const before = await place()
    expect(before).toMatch(/\/goal:/)
    for (const round of [1, 2, 3]) {
      await inPage(`void (globalThis.round = ${round})`)
      await crash()
      await expect.poll(() => inPage('globalThis.round ?? null').catch(() => 'gone')).toBeNull()
      await expect.poll(place).toBe(before)
      await expect.poll(note).toBe('Half a thought')
      await expect.poll(asked).toBe(round < 3 ? null : 'The page stopped working three times within a minute.')
    }
  })

  test('[G12] one that does not answer is asked about, and the question goes when it answers again', async () => {
    const { app } = launched
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        const { message, signal } = args.at(-1) as { message: string; signal: AbortSignal }
        const state = { asked: message, aborted: false }
        Object.assign(globalThis, { state })
        return new Promise((done) => {
          signal.addEventListener('abort', () => {
            state.aborted = true
            done({ response: 0, checkboxChecked: false })
          })
          Object.assign(globalThis, { answer: (response: number) => done({ response, checkboxChecked: false }) })
        })
      }
    })
    const state = (): Promise<unknown> => app.evaluate(() => (globalThis as unknown as { state?: unknown }).state)
    const emit = (event: string): Promise<unknown> => app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.emit(name), event)
    await emit('unresponsive')
    await expect.poll(state).toEqual({ asked: 'The page does not answer.', aborted: false })
    await emit('responsive')
    await expect.poll(state).toEqual({ asked: 'The page does not answer.', aborted: true })
    await inPage('void (globalThis.round = 9)')
    await emit('unresponsive')
    await app.evaluate(() => (globalThis as unknown as { answer(response: number): void }).answer(1))
    await expect.poll(() => inPage('globalThis.round ?? null').catch(() => 'gone')).toBeNull()
    await expect.poll(note).toBe('Half a thought')
  })

  test('[G13] another process that ends badly is noted, by its kind alone', async () => {
    await launched.app.evaluate(({ app }) => app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139, name: 'secret' }))
    const text = await readFile(join(folder, 'profile/logs/quarterdeck.log'), 'utf8')
    expect(text).toContain('"event":"helper process gone","type":"GPU","reason":"crashed","exitCode":139')
    expect(text).toContain('"event":"page gone","reason":"crashed"')
    expect(text).not.toMatch(/secret|Half a thought|TEC3/)
  })
})

test('[G2] where no window is open one opens, for what was asked for', async () => {
  const { app } = launched
  const path = await writePlan('later.qdeck', { id: 'plan:later', title: 'A later plan' })
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    electron.removeAllListeners('window-all-closed').on('window-all-closed', () => {
      // as on macOS, where the app stays
    })
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  const coming = app.waitForEvent('window')
  await app.evaluate(({ app: electron }, file) => electron.emit('open-file', { preventDefault: () => undefined }, file), path)
  const page = await coming
  launched = { app, page }
  await page.getByRole('dialog', { name: /later\.qdeck|A later plan/ }).waitFor()
  await page.keyboard.press('Escape')
})
