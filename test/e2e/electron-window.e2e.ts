import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MenuCommand } from '../../shared/bridge/commands.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'

let folder: string
let bare: string
let launched: Launched

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-window-'))
  bare = await makeBareApp({ folder })
  launched = await launchApp({ profile: join(folder, 'profile'), folder: bare })
})

afterEach(async () => {
  await launched.app.close().catch(() => {
    // A spec may have closed it already.
  })
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

async function relaunch(): Promise<void> {
  await launched.app.close()
  launched = await launchApp({ profile: join(folder, 'profile'), folder: bare })
}

const command: MenuCommand = { id: 'spec.new', menu: 'goal', group: 'make', label: 'New & shiny', keys: 'c', enabled: true, checked: null }

describe('[E42] the native menu is fed by the page', () => {
  test('it has the page’s commands, and choosing one reaches the page', async () => {
    const { app, page } = launched
    await page.evaluate(() => {
      const chosen: unknown[] = []
      Object.assign(window, { chosen })
      const { quarterdeck } = window as unknown as { quarterdeck: { on: { commandChosen(listener: (payload: unknown) => void): void } } }
      quarterdeck.on.commandChosen((payload) => chosen.push(payload))
    })
    await call(page, 'setCommands', { commands: [command, { ...command, id: 'spec.switch', checked: false, enabled: false }] })
    const items = await app.evaluate(({ Menu }) =>
      ['spec.new', 'spec.switch'].map((id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id)
        return [item?.label, item?.enabled, item?.type]
      }),
    )
    expect(items).toEqual([
      ['New && shiny', true, 'normal'],
      ['New && shiny', false, 'checkbox'],
    ])
    await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('spec.new')?.click())
    const chosen = () => page.evaluate(() => (window as unknown as { chosen: unknown[] }).chosen)
    await expect.poll(chosen).toEqual([{ id: 'spec.new' }])
  })

  test('switches change where they stand', async () => {
    const { app, page } = launched
    await call(page, 'setCommands', { commands: [{ ...command, checked: false }] })
    await app.evaluate(({ Menu }) => Object.assign(globalThis, { bar: Menu.getApplicationMenu() }))
    await call(page, 'setCommands', { commands: [{ ...command, checked: true, enabled: false }] })
    const now = await app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('spec.new')
      return [Menu.getApplicationMenu() === (globalThis as unknown as { bar: unknown }).bar, item?.checked, item?.enabled]
    })
    expect(now).toEqual([true, true, false])
  })
})

describe('[E43] a start finds what the last one left', () => {
  test('the window’s place and the theme', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 80, width: 1100, height: 700 })
    })
    await call(launched.page, 'setTheme', { theme: 'dark' })
    await relaunch()
    const found = await launched.app.evaluate(({ BrowserWindow, nativeTheme }) => [
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      nativeTheme.themeSource,
    ])
    expect(found).toEqual([{ x: 120, y: 80, width: 1100, height: 700 }, 'dark'])
  })

  test('and its database', async () => {
    const put = await launched.page.evaluate(
      () =>
        new Promise<string>((done) => {
          const request = indexedDB.open('spec', 1)
          request.onupgradeneeded = () => request.result.createObjectStore('s')
          request.onsuccess = () => {
            const write = request.result.transaction('s', 'readwrite', { durability: 'strict' })
            write.objectStore('s').put('kept', 'key')
            write.oncomplete = () => done('written')
          }
        }),
    )
    expect(put).toBe('written')
    await relaunch()
    const found = await launched.page.evaluate(
      () =>
        new Promise<unknown>((done) => {
          const request = indexedDB.open('spec', 1)
          request.onsuccess = () => {
            const read: IDBRequest<unknown> = request.result.transaction('s').objectStore('s').get('key')
            read.onsuccess = () => done(read.result)
          }
        }),
    )
    expect(found).toBe('kept')
  })
})

describe('[E44] closing waits for what is not yet written', () => {
  const windows = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

  test('the page is told, and the window closes once it is done', async () => {
    const { app, page } = launched
    await page.evaluate(() => {
      const { quarterdeck } = window as unknown as {
        quarterdeck: { setBusy(input: { busy: boolean }): Promise<unknown>; on: { closeRequested(listener: () => void): void } }
      }
      Object.assign(window, { finish: () => quarterdeck.setBusy({ busy: false }) })
      // A draft in a field becomes an edit only now.
      quarterdeck.on.closeRequested(() => {
        Object.assign(window, { told: true })
        void quarterdeck.setBusy({ busy: true })
      })
    })
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(() => page.evaluate(() => 'told' in window)).toBe(true)
    await page.waitForTimeout(400)
    expect(await windows()).toBe(1)
    const closed = page.waitForEvent('close')
    await page.evaluate(() => (window as unknown as { finish(): Promise<unknown> }).finish()).catch(() => {
      // The answer may come after the page is gone.
    })
    await closed
  })

  test('a person is asked when it does not get done, and may keep it open', async () => {
    const { app, page } = launched
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => {
        Object.assign(globalThis, { asked: true })
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
    })
    await call(page, 'setBusy', { busy: true })
    await app.evaluate(({ app: electron }) => electron.quit())
    await expect.poll(() => app.evaluate(() => 'asked' in globalThis), { timeout: 20_000 }).toBe(true) // after three seconds
    expect(await windows()).toBe(1)
    await call(page, 'setBusy', { busy: false })
  })
})

test('[E45] a second window has the same page, the same bridge, and stands a little aside', async () => {
  const { app, page } = launched
  const coming = app.waitForEvent('window')
  await call(page, 'newWindow', undefined)
  const second = await coming
  await second.waitForURL(/^(?!about:)/)
  expect(second.url()).toBe(page.url())
  expect((await call(second, 'appInfo', undefined)).name).toBe('Quarterdeck')
  const corners = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds().x))
  expect(new Set(corners).size).toBe(2)
})
