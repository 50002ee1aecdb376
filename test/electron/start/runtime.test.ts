import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchRuntime, filesFrom, findRuntime, hasDisplay, runRuntime } from '../../../build/start/runtime.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-runtime-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** A package like Electron's whose installer does what the test wants. */
const installer = (source: string) => writeFile(join(folder, 'install.js'), source)

const success = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync(__dirname + '/dist')
  writeFileSync(__dirname + '/dist/electron', '')
  writeFileSync(__dirname + '/path.txt', 'electron')`

describe('[E53] the runtime is there when its package says where and it is so', () => {
  test('a package as npm leaves it has none', () => {
    expect(findRuntime({ folder })).toBeNull()
  })

  test('a path without the program is an attempt that was broken off', async () => {
    await writeFile(join(folder, 'path.txt'), 'electron')
    expect(findRuntime({ folder })).toBeNull()
  })

  test('both are an installed one', async () => {
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist/electron'), '')
    await writeFile(join(folder, 'path.txt'), 'electron\n')
    expect(findRuntime({ folder })).toBe(join(folder, 'dist/electron'))
  })
})

describe('[E54] one attempt is made to fetch it, and it ends', () => {
  test('it succeeds', async () => {
    await installer(success)
    expect(await fetchRuntime({ folder, patience: 10_000 })).toBe('fetched')
    expect(findRuntime({ folder })).not.toBeNull()
  })

  test('it fails', async () => {
    await installer('process.exit(1)')
    expect(await fetchRuntime({ folder, patience: 10_000 })).toBe('failed')
  })

  test('it says it succeeded and brought nothing', async () => {
    await installer('')
    expect(await fetchRuntime({ folder, patience: 10_000 })).toBe('failed')
  })

  test('it hangs, even on being asked to stop', async () => {
    await installer("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)")
    const started = Date.now()
    expect(await fetchRuntime({ folder, patience: 500 })).toBe('late')
    expect(Date.now() - started).toBeLessThan(5000)
  })
})

describe('[E60] an Electron that ends badly at once has not started', () => {
  const run = (source: string, tooSoon: number) => runRuntime({ program: process.execPath, args: ['-e', source], tooSoon })

  test('one that ends well has, however soon', async () => {
    expect(await run('', 60_000)).toEqual({ started: true, code: 0 })
  })

  test('one that goes on for a while has, however it ends', async () => {
    expect(await run('setTimeout(() => process.exit(3), 50)', 10)).toEqual({ started: true, code: 3 })
  })

  test('one that lacks a library, crashes or is no program has not', async () => {
    expect(await run('process.exit(127)', 60_000)).toEqual({ started: false, why: 'exit code 127' })
    expect(await run('process.kill(process.pid, "SIGTERM")', 60_000)).toEqual({ started: false, why: 'SIGTERM' })
    const missing = await runRuntime({ program: join(folder, 'none'), args: [], tooSoon: 60_000 })
    expect(missing).toEqual({ started: false, why: 'it cannot be run' })
  })
})

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
])('[E55] a window needs a screen: %s %j → %s', (platform, env, shown) => {
  expect(hasDisplay({ platform, env })).toBe(shown)
})

test.each([
  ['started by npm from another folder', { npm_lifecycle_event: 'start', INIT_CWD: '/plans' }, ['/plans/a.qdeck', '/b.qdeck']],
  ['started as a program, also inside another script of npm', { npm_lifecycle_event: 'test', INIT_CWD: '/plans' }, [resolve('a.qdeck'), '/b.qdeck']],
  ['started as a program', {}, [resolve('a.qdeck'), '/b.qdeck']],
])('[G2] files named at the start are found from the folder in which the person is: %s', (_name, env, files) => {
  expect(filesFrom({ names: ['a.qdeck', '/b.qdeck'], env })).toEqual(files)
})
