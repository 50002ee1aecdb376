import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { type Served, serve } from '../../build/start/server.ts'
import type { Host, SaveRequest } from '../../renderer/host/host.ts'
import { launchChromium } from '../chromium/launch.ts'

// What takes Electron's place in a browser, without the planner: a page that holds nothing but the host.

/** The page's own global, inside what is evaluated there. */
declare const host: Host

let folder: string
let served: Served
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-host-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: false,
      outDir: folder,
      lib: { entry: resolve(import.meta.dirname, '../../renderer/host/create-host.ts'), formats: ['es'], fileName: () => 'host.js' },
    },
  })
  await writeFile(join(folder, 'page.js'), "import { createHost } from '/host.js'\nglobalThis.host = createHost()")
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Host</title><script type="module" src="/page.js"></script>')
  served = await serve({ root: folder, port: 0 })
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await served.close()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  page = await browser.newPage()
})

afterEach(() => page.close())

async function open(): Promise<void> {
  await page.goto(served.url)
  await page.waitForFunction(() => 'host' in globalThis)
}

const plan: SaveRequest = { kind: 'plan', suggestedName: 'TEC3: plan', text: '{"v":1}' }

test('[E64] in a browser the host is the browser’s, and knows what it is called', async () => {
  await open()
  expect(await page.evaluate(async () => [host.kind, await host.info()])).toEqual([
    'browser',
    { name: 'Quarterdeck', version: '0.1.0', platform: 'browser', computerName: 'Chromium on Linux', runsOn: [expect.stringMatching(/^Chromium \d+[\d.]* on Linux$/) as unknown] },
  ])
})

describe('[E65] a file is opened with the browser’s own dialog', () => {
  async function choose(file: { name: string; buffer: Buffer } | null): Promise<unknown> {
    await open()
    const asking = page.waitForEvent('filechooser')
    const opened = page.evaluate(() => host.openFile({ kinds: ['plan', 'page'] }))
    const chooser = await asking
    await expect.poll(() => chooser.element().getAttribute('accept')).toBe('.json,.qdeck,.txt,.wiki,.md')
    if (file !== null) await chooser.setFiles({ ...file, mimeType: '' })
    else await chooser.element().dispatchEvent('cancel')
    return opened
  }

  test('text, without a byte order mark', async () => {
    const opened = await choose({ name: 'tec3.plan.json', buffer: Buffer.from('\uFEFF{"title":"計画"}') })
    expect(opened).toEqual({ ok: true, token: expect.stringMatching(/^file-[\w-]{21}$/) as unknown, name: 'tec3.plan.json', text: '{"title":"計画"}' })
  })

  test('no text', async () => {
    expect(await choose({ name: 'a.json', buffer: Buffer.from([0xff, 0x00]) })).toEqual({ ok: false, name: 'a.json', reason: 'notText' })
  })

  test('nothing', async () => {
    expect(await choose(null)).toBeNull()
  })
})

describe('[E66] a file is saved where the browser lets it', () => {
  test('without a dialog to save in, it is downloaded under a safe name', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
    await open()
    const downloading = page.waitForEvent('download')
    const saved = await page.evaluate((request) => host.saveFile(request), plan)
    const download = await downloading
    expect(saved).toMatchObject({ ok: true, name: 'TEC3- plan.plan.json' })
    expect(download.suggestedFilename()).toBe('TEC3- plan.plan.json')
    expect(await readFile(await download.path(), 'utf8')).toBe('{"v":1}')
  })

  test('with one, it is asked for once and then written again', async () => {
    await open()
    const result = await page.evaluate(async (request) => {
      const root = await navigator.storage.getDirectory()
      const asked: unknown[] = []
      Object.assign(window, {
        showSaveFilePicker: (options: unknown) => {
          asked.push(options)
          return root.getFileHandle('chosen.plan.json', { create: true })
        },
      })
      const first = await host.saveFile(request)
      const token = first?.ok === true ? first.token : ''
      const second = await host.saveFile({ ...request, text: '{"v":2}', token })
      const file = await (await root.getFileHandle('chosen.plan.json')).getFile()
      return { asked, names: [first?.name, second?.name], text: await file.text() }
    }, plan)
    expect(result).toEqual({
      asked: [{ suggestedName: 'TEC3- plan.plan.json', types: [{ accept: { 'application/json': ['.plan.json'] } }] }],
      names: ['chosen.plan.json', 'chosen.plan.json'],
      text: '{"v":2}',
    })
  })

  test('a person who changes their mind has saved nothing; a place that refuses is told', async () => {
    await open()
    const results = await page.evaluate(async (request) => {
      const fails = (name: string) => () => Promise.reject(new DOMException('', name))
      Object.assign(window, { showSaveFilePicker: fails('AbortError') })
      const cancelled = await host.saveFile(request)
      const handle = (name: string) => () => Promise.resolve({ name: 'a.json', createWritable: fails(name) })
      Object.assign(window, { showSaveFilePicker: handle('NotAllowedError') })
      const denied = await host.saveFile(request)
      Object.assign(window, { showSaveFilePicker: handle('QuotaExceededError') })
      return [cancelled, denied, await host.saveFile(request)]
    }, plan)
    expect(results).toEqual([null, { ok: false, name: 'a.json', reason: 'denied' }, { ok: false, name: 'a.json', reason: 'full' }])
  })
})

test('[E67] an address opens in a tab that knows nothing of the planner, if it may be opened at all', async () => {
  await open()
  const answers = await page.evaluate(() => {
    const opened: unknown[] = []
    window.open = (...args) => {
      opened.push(args)
      return null
    }
    const urls = ['https://example.org/T1', 'javascript:alert(1)', 'file:///etc/passwd', 'nonsense']
    return Promise.all(urls.map((url) => host.openExternal(url))).then((allowed) => ({ allowed, opened }))
  })
  expect(answers).toEqual({ allowed: [true, false, false, false], opened: [['https://example.org/T1', '_blank', 'noopener,noreferrer']] })
})

test('[E68] a tab with unwritten edits does not close without a word, and the page is told to write them', async () => {
  await open()
  await page.locator('html').click() // browsers ask only on behalf of somebody who has been there
  await page.evaluate(() => {
    // A draft in a field becomes an edit only now.
    host.onCloseRequest(() => host.setBusy(!('written' in window)))
  })
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.evaluate(() => Object.assign(window, { written: true }))
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
})

describe('[G7] a browser keeps the files used last where it hands them out, and asks again before it opens one', () => {
  /** A dialog of the browser’s own that hands out these files, one after the other. */
  async function handOut(names: readonly string[]): Promise<void> {
    await page.evaluate(async (all) => {
      const root = await navigator.storage.getDirectory()
      const queue = [...all]
      const asked: unknown[] = []
      Object.assign(window, {
        asked,
        showOpenFilePicker: async (options: unknown) => {
          asked.push(options)
          const name = queue.shift() ?? ''
          if (name === '') throw new DOMException('', 'AbortError')
          const handle = await root.getFileHandle(name, { create: true })
          const file = await handle.createWritable()
          await file.write(`{"name":"${name}"}`)
          await file.close()
          return [handle]
        },
      })
    }, names)
  }
  const list = () => page.evaluate(() => host.recent.list())

  test('opened and saved ones, the latest first and each once, over a reload; none when the person chose none', async () => {
    await open()
    await handOut(['a.plan.json', 'b.qdeck', 'a.plan.json', ''])
    const opened = await page.evaluate(async () => {
      const all = []
      for (let at = 0; at < 4; at += 1) all.push(await host.openFile({ kinds: ['plan', 'page'] }))
      return all
    })
    expect(opened.map((file) => (file?.ok === true ? file.text : file))).toEqual(['{"name":"a.plan.json"}', '{"name":"b.qdeck"}', '{"name":"a.plan.json"}', null])
    expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked[0])).toEqual({ types: [{ accept: { 'text/plain': ['.json', '.qdeck', '.txt', '.wiki', '.md'] } }] })
    expect((await list()).map(({ name, isMissing }) => [name, isMissing])).toEqual([['a.plan.json', false], ['b.qdeck', false]])
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      Object.assign(window, { showSaveFilePicker: () => root.getFileHandle('saved.plan.json', { create: true }) })
      await host.saveFile({ kind: 'plan', suggestedName: 'saved', text: '{}' })
      await host.saveFile({ kind: 'reportCsv', suggestedName: 'report', text: '' })
      await host.recent.list() // a save waits for no list; this waits for both
    })
    await open()
    expect(await list()).toEqual([]) // this browser hands none out
    await handOut([])
    const names = (await list()).map(({ name }) => name)
    expect(names.slice(1)).toEqual(['a.plan.json', 'b.qdeck'])
    expect(names[0]).toBe('saved.plan.json')
  })

  test('one that is gone is said to be, one that was not allowed is not opened, and all can be forgotten', async () => {
    await open()
    await handOut([])
    const [, first, second] = await list()
    const tokens = [first?.token ?? '', second?.token ?? '']
    const answers = await page.evaluate(async ([a = '', b = '']) => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('b.qdeck')
      const gone = await host.recent.open(b)
      const there = await host.recent.open(a)
      Object.assign(FileSystemFileHandle.prototype, { requestPermission: () => Promise.resolve('denied') })
      return { gone, there, denied: await host.recent.open(a), unknown: await host.recent.open('file-none') }
    }, tokens)
    expect(answers).toMatchObject({ gone: { ok: false, name: 'b.qdeck', reason: 'missing' }, there: { ok: true, name: 'a.plan.json' }, denied: null, unknown: null })
    expect((await list()).map(({ name, isMissing }) => [name, isMissing])).toEqual([['a.plan.json', false], ['saved.plan.json', false], ['b.qdeck', true]])
    await page.evaluate((token) => host.recent.forget(token), tokens[1] ?? '')
    expect((await list()).length).toBe(2)
    await page.evaluate(async ([, b = '']) => {
      const asked = async (): Promise<PermissionState> => {
        await host.recent.forget(b) // in another window, or before the person has answered
        return 'granted'
      }
      Object.assign(FileSystemFileHandle.prototype, { requestPermission: asked })
      await host.recent.open(b)
    }, [second?.token ?? '', (await list())[1]?.token ?? ''])
    expect((await list()).length).toBe(1)
    await page.evaluate(() => host.recent.forget(null))
    expect(await list()).toEqual([])
  })
})
