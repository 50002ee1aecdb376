import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRecentFiles } from '../../electron/main/recent-files.ts'
import { recentMenu } from '../../electron/main/recent-menu.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-recent-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

function setUp(more: Pick<Parameters<typeof createRecentFiles>[0], 'access'> = {}) {
  let now = 0
  let changes = 0
  const recent = createRecentFiles({ folder, now: () => ++now, changed: () => ++changes, ...more })
  return { recent, changes: () => changes }
}

function file(name: string, within = 'plans'): string {
  mkdirSync(join(folder, within), { recursive: true })
  writeFileSync(join(folder, within, name), '{}')
  return join(folder, within, name)
}

describe('[G5] the files used last are kept', () => {
  test('the latest first, each once, ten at most, over a restart', async () => {
    const { recent } = setUp()
    for (let at = 0; at < 14; at += 1) recent.add(file(`${at}.qdeck`))
    recent.add(file('9.qdeck'))
    const names = (await recent.list()).map(({ name }) => name)
    expect(names).toEqual([9, 13, 12, 11, 10, 8, 7, 6, 5, 4].map((at) => `${at}.qdeck`))
    expect((await setUp().recent.list()).map(({ name }) => name)).toEqual(names)
  })

  test('a page is told a name, the name of its folder, when, and a token that stays', async () => {
    const { recent } = setUp()
    recent.add(file('a.qdeck', 'board'))
    const told = await recent.list()
    const [first] = told
    expect(told).toEqual([{ token: expect.stringMatching(/^file-[\w-]{21}$/) as unknown, name: 'a.qdeck', folder: 'board', at: 1, isMissing: false }])
    expect(await recent.list()).toEqual(told)
    expect(JSON.stringify(told)).not.toContain(folder)
    expect([recent.pathOf(first?.token ?? ''), recent.pathOf(`file-${'x'.repeat(21)}`)]).toEqual([join(folder, 'board/a.qdeck'), null])
  })

  test('a name that turns the text around, or is cut within a letter, is told as a line of text', async () => {
    const { recent } = setUp()
    recent.add(`/plans\u2066/${'x'.repeat(1023)}\u{1F600}`)
    recent.add('/plans\u2066/a\u202Ekcedq.exe')
    expect((await recent.list()).map(({ name, folder: within }) => [name, within])).toEqual([['akcedq.exe', 'plans'], [`${'x'.repeat(1023)}\uFFFD`, 'plans']])
  })

  test.each(['', '{', 'null', '{"files":7}', '{"files":[{"path":"","at":1}]}', '{"files":[{"path":7,"at":1}]}'])('a list that is not ours begins anew: %j', async (text) => {
    writeFileSync(join(folder, 'recent.json'), text)
    const { recent } = setUp()
    expect(await recent.list()).toEqual([])
    recent.add(file('a.qdeck'))
    expect((await recent.list()).length).toBe(1)
  })

  test('a profile that can’t be written to keeps it for this start', async () => {
    mkdirSync(join(folder, 'recent.json.new'))
    const { recent, changes } = setUp()
    recent.add(file('a.qdeck'))
    expect([(await recent.list()).length, changes()]).toEqual([1, 1])
  })
})

describe('[G6] one that is gone is said to be, and stays until somebody removes it from the list', () => {
  test('gone and back', async () => {
    const { recent } = setUp()
    const path = file('a.qdeck')
    recent.add(path)
    rmSync(path)
    expect((await recent.list()).map(({ isMissing }) => isMissing)).toEqual([true])
    file('a.qdeck')
    expect((await recent.list()).map(({ isMissing }) => isMissing)).toEqual([false])
  })

  test('where a drive answers nothing, files count as being there, and however often it is asked one look at most is under way', async () => {
    vi.useFakeTimers()
    const looked: string[] = []
    const { recent } = setUp({ access: (path) => (looked.push(path), new Promise<void>(() => undefined)) })
    for (const name of ['a', 'b', 'c', 'd', 'e']) recent.add(file(name))
    for (let time = 0; time < 3; time += 1) {
      const told = recent.list()
      await vi.advanceTimersByTimeAsync(500)
      expect((await told).map(({ isMissing }) => isMissing)).toEqual([false, false, false, false, false])
    }
    expect(looked).toEqual([join(folder, 'plans/e')])
  })

  test('a look that comes to an end after all makes way for the next, and the file is looked at anew', async () => {
    vi.useFakeTimers()
    const looks: { readonly path: string; readonly end: PromiseWithResolvers<void> }[] = []
    const { recent } = setUp({
      access(path) {
        const end = Promise.withResolvers<void>()
        looks.push({ path: path.slice(folder.length), end })
        return end.promise
      },
    })
    for (const name of ['a', 'b']) recent.add(file(name))
    const first = recent.list()
    await vi.advanceTimersByTimeAsync(500)
    expect((await first).map(({ isMissing }) => isMissing)).toEqual([false, false])
    looks[0]?.end.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))
    await vi.advanceTimersByTimeAsync(0)
    looks[1]?.end.resolve()
    await vi.advanceTimersByTimeAsync(0)
    const second = recent.list()
    await vi.advanceTimersByTimeAsync(0)
    looks[2]?.end.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))
    await vi.advanceTimersByTimeAsync(500)
    expect((await second).map(({ isMissing }) => isMissing)).toEqual([true, false])
    expect(looks.map(({ path }) => path)).toEqual(['/plans/b', '/plans/a', '/plans/b', '/plans/a'])
  })

  test('one, and all, are forgotten, and no file with them', async () => {
    const { recent, changes } = setUp()
    for (const name of ['a', 'b', 'c']) recent.add(file(name))
    const [, second] = await recent.list()
    recent.forget(second?.token ?? null)
    recent.forget(`file-${'x'.repeat(21)}`)
    expect([(await recent.list()).map(({ name }) => name), changes()]).toEqual([['c', 'a'], 4])
    recent.forget(null)
    expect([await recent.list(), readFileSync(join(folder, 'recent.json'), 'utf8')]).toEqual([[], '{"files":[]}'])
    expect(readFileSync(join(folder, 'plans/b'), 'utf8')).toBe('{}')
  })
})

describe('[G8] the native menu has them', () => {
  const menu = (paths: readonly string[]) => {
    const done: string[] = []
    const [item] = recentMenu({ paths, open: (path) => done.push(path), clear: () => done.push('cleared') })
    const items = (item?.submenu ?? []) as Electron.MenuItemConstructorOptions[]
    return { labels: items.map(({ label, type }) => label ?? type), click: (at: number) => items[at]?.click?.({} as Electron.MenuItem, undefined, {}), done }
  }

  test('by their names, with the folder where two have one', () => {
    const { labels, click, done } = menu(['/plans/a.qdeck', '/old/a.qdeck', '/plans/R&D.qdeck'])
    expect(labels).toEqual(['a.qdeck (in plans)', 'a.qdeck (in old)', 'R&&D.qdeck', 'separator', 'Remove all from the list'])
    click(1)
    click(4)
    expect(done).toEqual(['/old/a.qdeck', 'cleared'])
  })

  test('a name that is long, or turns the text around, is a line like the others', () => {
    expect(menu([`/p/${'x'.repeat(200)}.qdeck`, '/p/a\u202Ekcedq.exe']).labels.slice(0, 2)).toEqual([`${'x'.repeat(60)}…`, 'akcedq.exe'])
  })

  test('where there are none there is no menu', () => {
    expect(recentMenu({ paths: [], open: () => undefined, clear: () => undefined })).toEqual([])
  })
})
