import { mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BrowserWindow } from 'electron'
import { createFolderHandlers } from '../../../../electron/main/folders/folder-handlers.ts'
import { createKnownFolders } from '../../../../electron/main/folders/known-folders.ts'
import { createAskDrive } from '../../../../electron/main/folders/patient-drive.ts'
import { askOver } from '../../../../renderer/host/ask.ts'
import { createDesktopFolders } from '../../../../renderer/host/folders/desktop-folders.ts'
import type { SharedFolders } from '../../../../renderer/host/share-places.ts'
import { type Bridge, calls, events } from '../../../../shared/bridge/contract.ts'
import { howItLies, type FolderFiles } from '../../../../shared/share/folder/folder-files.ts'

let around: string
let root: string

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-folders-')))
  root = join(around, 'tec3.planfolder')
  await mkdir(root)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(around, { recursive: true, force: true })
})

/** A page's folders with main's handlers at the other end of the bridge, which parses and copies as Electron does; the person always chooses `root`. */
function overTheBridge(): { readonly folders: SharedFolders; readonly asked: string[] } {
  const known = createKnownFolders({ profile: around })
  const listeners = new Set<(token: string) => void>()
  const asked: string[] = []
  const tell = (_window: BrowserWindow, token: string): void => {
    for (const listener of listeners) listener(v.parse(events.folderChanged, { token }).token)
  }
  const handlers = createFolderHandlers({ known, tell, choose: ({ inSlot }) => createAskDrive({ inSlot })(() => Promise.resolve({ token: known.add(root), name: 'tec3.planfolder' })) })
  const window = { once: () => undefined } as unknown as BrowserWindow // it is never closed
  const call = (name: keyof typeof handlers) => async (input: unknown) => {
    asked.push(name)
    const handler = handlers[name] as unknown as (input: unknown, window: BrowserWindow) => unknown
    return structuredClone(await handler(v.parse(calls[name].input, structuredClone(input)), window))
  }
  const names = Object.keys(handlers) as (keyof typeof handlers)[]
  const bridge = Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Bridge
  const onChange = (listener: (token: string) => void) => (listeners.add(listener), () => void listeners.delete(listener))
  return { folders: createDesktopFolders({ ask: askOver(bridge), takeDropped: () => Promise.resolve(null), onChange }), asked }
}

async function chosen(folders: SharedFolders): Promise<{ readonly token: string; readonly files: FolderFiles }> {
  const folder = await folders.choose({ share: { suggestedName: 'TEC3', plan: 'plan:tec3' } })
  const files = await folders.open(folder?.token ?? '')
  if (folder === null || files === null) throw new Error('none was chosen')
  return { token: folder.token, files }
}

describe('[J54] a page reaches a folder that was chosen by its token, and learns no path', () => {
  test('lists, reads and writes it, also after a restart, until it is forgotten', async () => {
    const { token, files } = await chosen(overTheBridge().folders)
    const written = await files.write('replicas/k3m9x2p7qa.json', '{"title":"計画"}')
    expect(written).toEqual({ ok: true, value: { path: 'replicas/k3m9x2p7qa.json', bytes: 18, modified: expect.any(Number) as unknown } })
    expect(await files.list()).toEqual({ ok: true, value: [written.ok ? written.value : null] })
    expect([await files.read('replicas/k3m9x2p7qa.json'), await files.read('plan.json')]).toEqual([{ ok: true, value: '{"title":"計画"}' }, { ok: true, value: null }])
    expect(await readFile(join(root, 'replicas/k3m9x2p7qa.json'), 'utf8')).toBe('{"title":"計画"}')
    const known = written.ok ? howItLies(written.value) : null
    expect(await files.write('replicas/k3m9x2p7qa.json', '{}', null)).toEqual({ ok: false, reason: 'changed' })
    expect((await files.write('replicas/k3m9x2p7qa.json', '{"title":"計画"}', known)).ok).toBe(true)
    const { folders } = overTheBridge()
    const again = await folders.open(token)
    expect(await again?.read('replicas/k3m9x2p7qa.json')).toEqual({ ok: true, value: '{"title":"計画"}' })
    await folders.forget(token)
    expect([await folders.open(token), await again?.list()]).toEqual([null, { ok: false, reason: 'failed' }])
    expect(await readFile(join(root, 'replicas/k3m9x2p7qa.json'), 'utf8')).toBe('{"title":"計画"}')
  })

  test('[D141] two tokens of one folder are told to be, and those of two are not', async () => {
    const { folders } = overTheBridge()
    const [first, second] = [await chosen(folders), await chosen(folders)]
    await rename(root, `${root} moved`)
    root = join(around, 'another.planfolder')
    await mkdir(root)
    const other = await chosen(folders)
    expect(first.token).not.toBe(second.token)
    expect([await folders.isSame(first.token, second.token), await folders.isSame(first.token, other.token), await folders.isSame(`folder-${'x'.repeat(21)}`, `folder-${'y'.repeat(21)}`)]).toEqual([true, false, false])
  })

  test('what the folder refuses is told as it is, and what the bridge refuses as a failure', async () => {
    const { files } = await chosen(overTheBridge().folders)
    expect([await files.read('../secret'), await files.write('plan (copy).json', ''), await files.write('replicas/k (copy).json', '')]).toEqual([{ ok: false, reason: 'failed' }, { ok: false, reason: 'failed' }, { ok: false, reason: 'failed' }])
    await rm(root, { recursive: true })
    expect([await files.list(), await files.read('plan.json'), await files.write('plan.json', '{}')]).toEqual([{ ok: false, reason: 'unreachable' }, { ok: false, reason: 'unreachable' }, { ok: false, reason: 'unreachable' }])
  })

  test('main that answers nothing is given up', async () => {
    const bridge = { folderKnown: () => Promise.resolve(true), folderList: () => new Promise(() => undefined) } as unknown as Bridge
    const files = await createDesktopFolders({ ask: askOver(bridge), takeDropped: () => Promise.resolve(null), onChange: () => () => undefined, patience: 20 }).open(`folder-${'a'.repeat(21)}`)
    expect(await files?.list()).toEqual({ ok: false, reason: 'unreachable' })
  })

  test.each([{ ok: true, value: [{ path: '../x', bytes: 1, modified: 1 }] }, { ok: true, value: [{ path: 'plan.json', bytes: -1, modified: 1 }] }, { ok: false, reason: 'because' }, null])('an answer that does not fit (%j) is a failure', async (answer) => {
    const bridge = { folderKnown: () => Promise.resolve(true), folderList: () => Promise.resolve(answer) } as unknown as Bridge
    const files = await createDesktopFolders({ ask: askOver(bridge), takeDropped: () => Promise.resolve(null), onChange: () => () => undefined }).open(`folder-${'a'.repeat(21)}`)
    expect(await files?.list()).toEqual({ ok: false, reason: 'failed' })
  })
})

test('[J55] a page is told of changes in the folder it watches, asks main once however many listen, and not at all once none does', async () => {
  const { folders, asked } = overTheBridge()
  const { files } = await chosen(folders)
  await mkdir(join(root, 'replicas'))
  let [first, second] = [0, 0]
  const stops = [files.watch(() => (first += 1)), files.watch(() => (second += 1))]
  await files.list()
  await writeFile(join(root, 'replicas/k3m9x2p7qa.json'), '{}')
  await expect.poll(() => [first, second]).toEqual([1, 1])
  stops[0]?.()
  await writeFile(join(root, 'replicas/aaaaaaaaaa.json'), '{}')
  await expect.poll(() => [first, second]).toEqual([1, 2])
  stops[1]?.()
  stops[1]?.()
  expect(asked.filter((name) => name === 'folderWatch').length).toBe(2)
})
