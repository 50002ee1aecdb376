import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

// The double is trusted to refuse what Electron refuses; here are mistakes that it must not let pass.

const program = join(import.meta.dirname, '../electron/double/electron.ts')

let folder: string
let app: ElectronApplication | null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-double-'))
  app = null
})

afterEach(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

const page = `Promise.resolve(new Response('<!doctype html><title>Probe</title>', { headers: { 'content-type': 'text/html' } }))`

/** Starts an app with this main and this preload. */
async function launch(options: { readonly main: string; readonly preload?: string }): Promise<ElectronApplication> {
  await mkdir(join(folder, 'config'), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ main: 'main.js', productName: 'Probe', version: '1.0.0', type: 'module' }))
  await writeFile(join(folder, 'main.js'), options.main)
  await writeFile(join(folder, 'preload.cjs'), options.preload ?? '')
  app = await _electron.launch({
    executablePath: program,
    args: [folder],
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: join(folder, 'config') },
  })
  return app
}

/** A main that keeps what it was refused for `refusalOf`: one that ends of it may be gone before its debugger is reached. */
const mainThatTries = (statements: string) => `
  import { app, BrowserWindow, protocol } from 'electron'
  globalThis.refusal = (async () => { ${statements} })().then(() => null, (error) => error.message)`

const refusalOf = (launched: ElectronApplication): Promise<string | null> =>
  launched.evaluate(() => (globalThis as unknown as { refusal: Promise<string | null> }).refusal)

const usualMain = `
  import { app, BrowserWindow, ipcMain, protocol } from 'electron'
  protocol.registerSchemesAsPrivileged([{ scheme: 'probe', privileges: { standard: true, secure: true } }])
  app.whenReady().then(() => {
    protocol.handle('probe', () => ${page})
    ipcMain.handle('echo', (_event, value) => value)
    ipcMain.handle('function', () => () => {})
    const preload = ${JSON.stringify('PRELOAD')}
    void new BrowserWindow({ webPreferences: { preload } }).loadURL('probe://app/')
  })`

const mainWithPreload = () => usualMain.replace('PRELOAD', join(folder, 'preload.cjs'))

describe('[E47] the double refuses what Electron refuses', () => {
  test('a main that waits at its top level until the app is ready never starts', async () => {
    const main = "import { app } from 'electron'\nawait app.whenReady()"
    // Node ends a program whose top level can never go on; whether its debugger was reached before that is chance
    await expect(launch({ main })).rejects.toThrow(/failed to launch|WebSocket error/)
  })

  test('a window before the app is ready', async () => {
    const launched = await launch({ main: mainThatTries('new BrowserWindow()') })
    expect(await refusalOf(launched)).toContain('Cannot create BrowserWindow before app is ready')
  })

  test('a scheme that is declared once the app is ready', async () => {
    const launched = await launch({ main: mainThatTries('await app.whenReady(); protocol.registerSchemesAsPrivileged([])') })
    expect(await refusalOf(launched)).toContain('before app is ready')
  })

  test('a preload that is an ES module', async () => {
    const launched = await launch({
      main: mainWithPreload(),
      preload: "import { contextBridge } from 'electron'\ncontextBridge.exposeInMainWorld('probe', {})",
    })
    const window = await launched.firstWindow()
    await window.waitForURL(/^https:/)
    expect(await window.evaluate(() => 'probe' in globalThis)).toBe(false)
  })

  test('a preload that requires Node', async () => {
    const launched = await launch({
      main: mainWithPreload(),
      preload: "const { contextBridge } = require('electron'); require('node:fs'); contextBridge.exposeInMainWorld('probe', {})",
    })
    const window = await launched.firstWindow()
    await window.waitForURL(/^https:/)
    expect(await window.evaluate(() => 'probe' in globalThis)).toBe(false)
  })

  test('what cannot be copied between page and main, in either direction', async () => {
    const launched = await launch({
      main: mainWithPreload(),
      preload: `const { contextBridge, ipcRenderer } = require('electron')
        contextBridge.exposeInMainWorld('probe', {
          echo: (value) => ipcRenderer.invoke('echo', value),
          sendFunction: () => ipcRenderer.invoke('echo', () => {}),
          fetchFunction: () => ipcRenderer.invoke('function'),
          nobody: () => ipcRenderer.invoke('nobody'),
        })`,
    })
    const window = await launched.firstWindow()
    await window.waitForURL(/^https:/)
    const answers = await window.evaluate(async () => {
      const { probe } = globalThis as unknown as { probe: Record<string, (value?: unknown) => Promise<unknown>> }
      const ask = async (name: string, value?: unknown): Promise<unknown> => {
        try {
          return await probe[name]?.(value)
        } catch (error) {
          return `refused: ${(error as Error).message}`
        }
      }
      return [
        await ask('echo', { a: [1, undefined, null] }),
        await ask('sendFunction'),
        await ask('fetchFunction'),
        await ask('nobody'),
      ]
    })
    expect(answers).toEqual([
      { a: [1, undefined, null] },
      expect.stringMatching(/^refused: .*could not be cloned/) as unknown,
      expect.stringMatching(/^refused: .*could not be cloned/) as unknown,
      "refused: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
  })
})
