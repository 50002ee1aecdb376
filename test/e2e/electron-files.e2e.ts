import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxFileBytes, mostFilesAtOnce } from '../../shared/bridge/files.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { call, type Launched, launchApp } from '../electron/launch.ts'

let folder: string
let launched: Launched

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-files-'))
  await mkdir(join(folder, 'profile'))
  await writeFile(join(folder, 'argument.plan.json'), '{"from":"argument"}')
  const files = [join(folder, 'argument.plan.json'), join(folder, 'missing.plan.json')]
  launched = await launchApp({ profile: join(folder, 'profile'), folder: await makeBareApp({ folder }), files })
})

afterAll(async () => {
  await launched.app.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Answers the next dialogs to open a file; nobody sits before the screen. */
async function chooseToOpen(path: string | null): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

/** Answers the next dialogs to save, and counts them with what they proposed. */
async function chooseToSave(path: string | null): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    const proposals: unknown[] = []
    Object.assign(globalThis, { proposals })
    dialog.showSaveDialog = (...args: unknown[]) => {
      proposals.push((args.at(-1) as { defaultPath?: string }).defaultPath)
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
    }
  }, path)
}

const proposals = () => launched.app.evaluate(() => (globalThis as unknown as { proposals: unknown[] }).proposals)

/** What may be told of a token: that it is there. */
const token = expect.stringMatching(/^file-[\w-]{21}$/) as unknown

test('[E38] files given as arguments wait for the page, and are handed over once', async () => {
  const { page } = launched
  expect(await call(page, 'takeOpenRequests', undefined)).toEqual([
    { ok: true, token, name: 'argument.plan.json', text: '{"from":"argument"}' },
    { ok: false, name: 'missing.plan.json', reason: 'missing' },
  ])
  expect(await call(page, 'takeOpenRequests', undefined)).toEqual([])
})

test('[E39] a second start hands its files to the window that is open', async () => {
  const { app, page } = launched
  await writeFile(join(folder, 'second.plan.json'), '{"from":"second"}')
  await page.evaluate(() => {
    const { quarterdeck } = window as unknown as { quarterdeck: { on: { openRequested(listener: () => void): void } } }
    quarterdeck.on.openRequested(() => Object.assign(window, { told: true }))
  })
  await app.evaluate(({ app: electron }, file) => {
    electron.emit('second-instance', {}, [], '/', { files: [file] })
  }, join(folder, 'second.plan.json'))
  await expect.poll(() => page.evaluate(() => 'told' in window)).toBe(true)
  const taken = await call(page, 'takeOpenRequests', undefined)
  expect(taken).toEqual([{ ok: true, token, name: 'second.plan.json', text: '{"from":"second"}' }])
  await app.evaluate(({ app: electron }) => electron.emit('second-instance', {}, [], '/', { files: [7] }))
  expect(await call(page, 'takeOpenRequests', undefined)).toEqual([])
})

test('[G3] of too many files at once the first that is left out is named, and a folder or one of 70 MB is said to be that', async () => {
  const { app, page } = launched
  const large = join(folder, '70.qdeck')
  await writeFile(large, '')
  await truncate(large, 70 * 1024 * 1024)
  const files = [large, folder, ...Array.from({ length: 498 }, (_, at) => join(folder, `${at}.qdeck`))]
  const handedOver = files.slice(0, mostFilesAtOnce + 1) // as `filesOfArguments` hands them over
  await app.evaluate(({ app: electron }, paths) => electron.emit('second-instance', {}, [], '/', { files: paths }), handedOver)
  const taken = await call(page, 'takeOpenRequests', undefined)
  expect(taken.slice(0, 3)).toEqual([
    { ok: false, name: '70.qdeck', reason: 'tooLarge' },
    { ok: false, name: basename(folder), reason: 'folder' },
    { ok: false, name: '0.qdeck', reason: 'missing' },
  ])
  expect(taken.slice(19)).toEqual([{ ok: false, name: '17.qdeck', reason: 'missing' }, { ok: false, name: '18.qdeck', reason: 'tooMany' }])
})

describe('[E40] a file is opened through a dialog, and no path reaches the page', () => {
  test('its name, its text and a token', async () => {
    await writeFile(join(folder, 'tec3.plan.json'), '\uFEFF{"title":"計画"}')
    await chooseToOpen(join(folder, 'tec3.plan.json'))
    const opened = await call(launched.page, 'openFile', { kinds: ['plan', 'page'] })
    expect(opened).toEqual({ ok: true, token, name: 'tec3.plan.json', text: '{"title":"計画"}' })
    expect(JSON.stringify(opened)).not.toContain(folder)
  })

  test('nothing, when none was chosen', async () => {
    await chooseToOpen(null)
    expect(await call(launched.page, 'openFile', { kinds: ['plan'] })).toBeNull()
  })

  test('the reason, when it is too large or no text', async () => {
    await writeFile(join(folder, 'large.json'), '')
    await truncate(join(folder, 'large.json'), maxFileBytes + 1)
    await chooseToOpen(join(folder, 'large.json'))
    expect(await call(launched.page, 'openFile', { kinds: ['plan'] })).toEqual({ ok: false, name: 'large.json', reason: 'tooLarge' })
    await writeFile(join(folder, 'picture.json'), new Uint8Array([0x89, 0x50, 0xff]))
    await chooseToOpen(join(folder, 'picture.json'))
    expect(await call(launched.page, 'openFile', { kinds: ['plan'] })).toEqual({ ok: false, name: 'picture.json', reason: 'notText' })
  })
})

describe('[E41] a file is saved where the person says, and again without asking', () => {
  const plan = { kind: 'plan', suggestedName: '../TEC3.plan.json', text: '{"v":1}' } as const

  test('the first time it asks, the second it does not', async () => {
    const path = join(folder, 'saved.plan.json')
    await chooseToSave(path)
    const first = await call(launched.page, 'saveFile', { ...plan, token: null })
    expect(first).toEqual({ ok: true, token, name: 'saved.plan.json' })
    const again = await call(launched.page, 'saveFile', { ...plan, text: '{"v":2}', token: first?.ok === true ? first.token : null })
    expect(again).toEqual({ ok: true, token, name: 'saved.plan.json' })
    expect(await proposals()).toEqual(['TEC3.plan.json'])
    expect(await readFile(path, 'utf8')).toBe('{"v":2}')
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('a file that was only opened is not written without asking; its folder is proposed', async () => {
    const path = join(folder, 'received.plan.json')
    await writeFile(path, 'theirs')
    await chooseToOpen(path)
    const opened = await call(launched.page, 'openFile', { kinds: ['plan'] })
    await chooseToSave(null)
    expect(await call(launched.page, 'saveFile', { ...plan, token: opened?.ok === true ? opened.token : null })).toBeNull()
    expect(await proposals()).toEqual([join(folder, 'TEC3.plan.json')])
    expect(await readFile(path, 'utf8')).toBe('theirs')
  })

  test('a plan is never written over a goals page by its token', async () => {
    await chooseToSave(join(folder, 'page.txt'))
    const page = await call(launched.page, 'saveFile', { kind: 'page', suggestedName: 'page.txt', text: 'Q1', token: null })
    await chooseToSave(null)
    expect(await call(launched.page, 'saveFile', { ...plan, token: page?.ok === true ? page.token : null })).toBeNull()
    expect([await readFile(join(folder, 'page.txt'), 'utf8'), (await proposals()).length]).toEqual(['Q1', 1])
  })

  test('a token nobody gave out is asked about like none', async () => {
    await chooseToSave(null)
    expect(await call(launched.page, 'saveFile', { ...plan, token: `file-${'x'.repeat(21)}` })).toBeNull()
    expect((await proposals()).length).toBe(1)
  })

  test('a place that cannot be written to is told', async () => {
    await chooseToSave(join(folder, 'no-such-folder', 'a.plan.json'))
    expect(await call(launched.page, 'saveFile', { ...plan, token: null })).toEqual({ ok: false, name: 'a.plan.json', reason: 'failed' })
  })
})
