import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createStartCopy, type StartCopy } from '../../../electron/main/copies/start-copy.ts'

const level = 'quarterdeck_app_0.indexeddb.leveldb'
const files = {
  [`${level}/000005.ldb`]: 'table',
  [`${level}/000007.log`]: 'log',
  [`${level}/CURRENT`]: 'MANIFEST-000004\n',
  'quarterdeck_app_0.indexeddb.blob/1/00/3': 'value',
  'other/plans.db': 'pages',
}

let profile: string
let databases: string
let aside: string
let clock: Date

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-start-'))
  databases = join(profile, 'IndexedDB')
  aside = join(profile, 'aside')
  clock = new Date('2018-12-06T16:42:00.000Z')
  for (const [path, text] of Object.entries(files)) await put(path, text)
})

afterEach(() => rm(profile, { recursive: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(databases, path)), { recursive: true })
  await writeFile(join(databases, path), text)
}

function start(bounds?: { readonly files: number; readonly bytes: number; readonly milliseconds: number }): StartCopy {
  return createStartCopy({ databases: () => databases, aside, now: () => clock, ...(bounds === undefined ? {} : { bounds }) })
}

async function contents(folder: string): Promise<Record<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)))
}

describe('[E74] a start keeps the databases as it finds them, until the next start', () => {
  test('all files are there, and stay as they were whatever becomes of the databases', async () => {
    const copy = start()
    await copy.take()
    const same = await Promise.all(['000005.ldb', '000007.log'].map(async (name) => (await stat(join(databases, level, name))).ino === (await stat(join(aside, 'starting', level, name))).ino))
    expect(same).toEqual([true, false]) // a table is never written to again; a log is
    await writeFile(join(databases, level, '000007.log'), ' and more', { flag: 'a' })
    await rm(join(databases, level), { recursive: true })
    expect(await contents(join(aside, 'starting'))).toEqual(files)
    expect(await copy.keep()).toBe(true)
    expect(await readdir(aside)).toEqual(['damaged-20181206t164200000z'])
    expect(await contents(join(aside, 'damaged-20181206t164200000z'))).toEqual(files)
  })

  test('several windows that say they are damaged keep one copy', async () => {
    const copy = start()
    await copy.take()
    expect(await Promise.all([copy.keep(), copy.keep()])).toEqual([true, true])
    expect([await copy.keep(), await readdir(aside)]).toEqual([true, ['damaged-20181206t164200000z']])
  })

  test('what nothing was said of is replaced at the next start', async () => {
    await start().take()
    await rm(join(databases, 'other'), { recursive: true })
    await put(`${level}/000009.ldb`, 'later')
    await start().take()
    const { 'other/plans.db': _gone, ...left } = files
    expect(await contents(join(aside, 'starting'))).toEqual({ ...left, [`${level}/000009.ldb`]: 'later' })
  })

  test('the newest three that were damaged are kept, and the last also when the clock went back', async () => {
    for (const day of ['07', '08', '09', '10']) {
      clock = new Date(`2018-12-${day}T00:00:00.000Z`)
      const copy = start()
      await copy.take()
      expect(await copy.keep()).toBe(true)
    }
    expect((await readdir(aside)).toSorted()).toEqual(['damaged-20181208t000000000z', 'damaged-20181209t000000000z', 'damaged-20181210t000000000z'])
    clock = new Date('2008-12-06T00:00:00.000Z')
    const copy = start()
    await copy.take()
    expect(await copy.keep()).toBe(true)
    expect((await readdir(aside)).toSorted()).toEqual(['damaged-20081206t000000000z', 'damaged-20181209t000000000z', 'damaged-20181210t000000000z'])
  })
})

describe('[E75] keeping the databases at a start fails no start, and ends', () => {
  test('at a first start there is nothing to keep', async () => {
    await rm(databases, { recursive: true })
    const copy = start()
    await copy.take()
    expect([await copy.keep(), await readdir(profile)]).toEqual([false, []])
  })

  test('where nothing can be written nothing is kept', async () => {
    await writeFile(aside, 'a file in the place of the folder')
    const copy = start()
    await copy.take()
    expect(await copy.keep()).toBe(false)
  })

  test('what leads elsewhere is not followed, and a file that can’t be read fails no other', async () => {
    await symlink('/', join(databases, 'away'))
    await symlink('/dev/zero', join(databases, level, '000001.log'))
    await link(join(databases, level, 'CURRENT'), join(databases, level, 'linked'))
    const copy = start()
    await copy.take()
    expect(await contents(join(aside, 'starting'))).toEqual({ ...files, [`${level}/linked`]: 'MANIFEST-000004\n' })
  })

  test('it stops at so many files, so many bytes and so much time, and keeps what it has', async () => {
    const roomy = { files: 100, bytes: 1000, milliseconds: 10_000 }
    await truncate(join(databases, 'other', 'plans.db'), 2 ** 40) // takes no room on the disk
    for (const [bounds, most] of [[{ ...roomy, files: 2 }, 2], [roomy, 4], [{ ...roomy, milliseconds: -1 }, 0]] as const) {
      await start(bounds).take()
      const kept = await contents(join(aside, 'starting')).catch(() => ({}))
      expect(Object.keys(kept).length).toBeLessThanOrEqual(most)
      expect(files).toMatchObject(kept)
    }
  })
})
