import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { realDisk } from '../../../electron/main/disk.ts'
import { leftoverName } from '../../../electron/main/leftovers.ts'
import { createDiskFolder } from '../../../electron/main/folders/disk-folder.ts'
import { maxFileBytes } from '../../../shared/bridge/files.ts'
import { howItLies, type FolderFiles } from '../../../shared/share/folder/folder-files.ts'
import { hinderedDisk } from '../hindered-disk.ts'

let around: string
let root: string
let folder: FolderFiles

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue() // the log
  around = await realpath(await mkdtemp(join(tmpdir(), 'quarterdeck-share-')))
  root = join(around, 'tec3.planfolder')
  await mkdir(root)
  folder = createDiskFolder({ root })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(around, { recursive: true, force: true })
})

const own = 'replicas/k3m9x2p7qa.json'
const news = 'recent/k3m9x2p7qa-0.json'
const failed = (reason: string) => ({ ok: false, reason })
const nothing = { ok: true, value: null }

async function paths(of: FolderFiles = folder): Promise<readonly string[]> {
  const listed = await of.list()
  return listed.ok ? listed.value.map(({ path }) => path).toSorted() : [listed.reason]
}

async function lay(path: string, text = '{}'): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), text)
}

describe('[J10] a folder on a disk keeps texts under the names of a share', () => {
  test('an empty folder has none', async () => {
    expect([await paths(), await folder.read('plan.json'), await folder.read(own)]).toEqual([[], nothing, nothing])
    expect(await readdir(root)).toEqual([])
  })

  test('what is written is listed and read, over and over, and makes the folders that are missing', async () => {
    for (const text of ['{}', '{"title":"計画"}', '']) {
      const written = await folder.write(own, text)
      const facts = await stat(join(root, own))
      expect(written).toEqual({ ok: true, value: { path: own, bytes: Buffer.byteLength(text), modified: Math.max(facts.mtimeMs, facts.ctimeMs) } })
      expect(await folder.list()).toEqual({ ok: true, value: [written.ok ? written.value : null] })
      expect(await folder.read(own)).toEqual({ ok: true, value: text })
    }
    expect((await readdir(join(root, 'replicas')))).toEqual(['k3m9x2p7qa.json'])
  })

  test('a byte order mark stays, and what is no UTF-8 is marked as that', async () => {
    await lay(own)
    await writeFile(join(root, own), Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]))
    expect(await folder.read(own)).toEqual({ ok: true, value: '\uFEFFa\uFFFD' })
  })

  test('a file that is removed is no longer there', async () => {
    await folder.write(own, '{}')
    await rm(join(root, own))
    expect([await paths(), await folder.read(own)]).toEqual([[], nothing])
  })

  test('a file that came with the time it had elsewhere has that of its coming', async () => {
    await lay(own)
    await utimes(join(root, own), 1_000, 1_000)
    const listed = await folder.list()
    expect(listed.ok ? listed.value[0]?.modified : 0).toBeGreaterThan(Date.now() - 60_000)
  })
})

describe('[J11] it lists and reads nothing but plain files of a share', () => {
  let server: Server | undefined
  afterEach(() => void server?.close())

  test.each([
    ['a link to a file outside', () => symlink('../../secret.json', join(root, own))],
    ['a link that leads nowhere', () => symlink('nowhere', join(root, own))],
    ['a link to itself', () => symlink('k3m9x2p7qa.json', join(root, own))],
    ['a folder', () => mkdir(join(root, own))],
    ['a pipe', () => void execFileSync('mkfifo', [join(root, own)])],
    ['a socket', () => once((server = createServer().listen(join(root, own))), 'listening')],
  ])('%s in the place of a file is no file, and one that is written takes its place', async (name, place) => {
    await writeFile(join(around, 'secret.json'), 'secret')
    await mkdir(join(root, 'replicas'))
    await place()
    expect([await paths(), await folder.read(own)]).toEqual([[], nothing])
    const written = await folder.write(own, '{}')
    expect(written.ok ? written.value.path : written.reason).toBe(name === 'a folder' ? 'failed' : own)
    expect(await readFile(join(around, 'secret.json'), 'utf8')).toBe('secret')
  })

  test.each([
    ['a link in the place of an inner folder', () => symlink('../outside', join(root, 'replicas')), failed('failed')],
    ['a file in the place of an inner folder', () => writeFile(join(root, 'replicas'), 'x'), failed('failed')],
    ['a link in the place of the folder itself', () => rm(root, { recursive: true }).then(() => symlink('outside', root)), failed('unreachable')],
    ['a file in the place of the folder itself', () => rm(root, { recursive: true }).then(() => writeFile(root, 'x')), failed('unreachable')],
  ])('%s leads nowhere', async (_name, place, refusal) => {
    await mkdir(join(around, 'outside', 'replicas'), { recursive: true })
    for (const each of ['k3m9x2p7qa.json', 'plan.json', 'replicas/k3m9x2p7qa.json']) await writeFile(join(around, 'outside', each), 'outside')
    await place()
    const read = await folder.read(own)
    expect([read, await paths()]).toEqual(refusal.reason === 'failed' ? [nothing, []] : [refusal, ['unreachable']])
    expect(await folder.write(own, '{}')).toEqual(refusal)
    expect((await readdir(join(around, 'outside'))).toSorted()).toEqual(['k3m9x2p7qa.json', 'plan.json', 'replicas'])
    expect(await readFile(join(around, 'outside', 'k3m9x2p7qa.json'), 'utf8')).toBe('outside')
  })

  test('a parent folder that became a link leads nowhere either', async () => {
    const inner = join(around, 'team', 'tec3.planfolder')
    await mkdir(inner, { recursive: true })
    const within = createDiskFolder({ root: inner })
    await within.write(own, '{}')
    await rename(join(around, 'team'), join(around, 'moved'))
    await symlink('moved', join(around, 'team'))
    expect([await paths(within), await within.read(own), await within.write(own, 'x')]).toEqual([['unreachable'], failed('unreachable'), failed('unreachable')])
    expect(await readFile(join(around, 'moved', 'tec3.planfolder', own), 'utf8')).toBe('{}')
  })

  test('foreign files, hidden ones and what is being written are not listed; copies of what clashed are', async () => {
    const stray = 'replicas/k3m9x2p7qa.sync-conflict-20261127-101010-ABCDEFG.json'
    const foreign = ['notes.txt', 'plan (conflicted copy).json', '.stfolder/x', 'replicas/.syncthing.k3m9x2p7qa.json.tmp', 'replicas/~syncthing~k3m9x2p7qa.json.tmp', `replicas/${leftoverName('0'.repeat(36))}`, 'replicas/Thumbs.db', 'recent/inner/x.json', 'other/x.json']
    for (const path of [own, news, stray, 'plan.json', ...foreign]) await lay(path)
    expect(await paths()).toEqual(['plan.json', news, own, stray].toSorted())
  })

  test.each(['../secret.json', 'replicas/../../secret.json', '/etc/passwd', 'replicas\\x.json', 'notes.txt', 'replicas/.k.json', '', 'plan.json/'])('the path %j is refused', async (path) => {
    expect([await folder.read(path), await folder.write(path, 'x')]).toEqual([failed('failed'), failed('failed')])
    expect(await readdir(around)).toEqual(['tec3.planfolder'])
  })

  test('a copy of what clashed is read and never written', async () => {
    const stray = 'replicas/k3m9x2p7qa (Kopie).json'
    await lay(stray, 'theirs')
    expect([await folder.read(stray), await folder.write(stray, 'x')]).toEqual([{ ok: true, value: 'theirs' }, failed('failed')])
  })

  test('of a file with two names each is one, and replacing one leaves the other', async () => {
    await lay(own, 'shared')
    await link(join(root, own), join(around, 'other'))
    await folder.write(own, 'new')
    expect([await readFile(join(around, 'other'), 'utf8'), await folder.read(own)]).toEqual(['shared', { ok: true, value: 'new' }])
  })
})

describe('[J12] what is too large or too many holds nobody up', () => {
  test('a file of 70 MB is not listed, and not read', async () => {
    await lay(own)
    await truncate(join(root, own), 70 * 1024 * 1024)
    await lay(news)
    expect(await paths()).toEqual([news])
    expect(await folder.read(own)).toEqual(failed('tooLarge'))
  })

  test('nor is one written', async () => {
    expect(await folder.write(own, 'x'.repeat(maxFileBytes + 1))).toEqual(failed('tooLarge'))
    expect(await readdir(root)).toEqual([])
  })

  test('of thousands of copies of what clashed so many are listed, and ours all the same', async () => {
    await mkdir(join(root, 'replicas'))
    for (let at = 0; at < 1_500; at += 1) await writeFile(join(root, 'replicas', `a${at} (copy).json`), '')
    await lay('replicas/zzzzzzzzzz.json')
    const listed = await paths()
    expect([listed.length, listed.includes('replicas/zzzzzzzzzz.json')]).toEqual([1_001, true])
  })
})

describe('[J13] what the system refuses is said in the words of a mailbox, and leaves what was there', () => {
  test('a folder that was removed can’t be reached, and is not made anew; when it is back, it can', async () => {
    await folder.write(own, '{}')
    await rename(root, join(around, 'elsewhere'))
    expect([await paths(), await folder.read(own), await folder.write(own, 'x')]).toEqual([['unreachable'], failed('unreachable'), failed('unreachable')])
    expect(existsSync(root)).toBe(false)
    await rename(join(around, 'elsewhere'), root)
    expect(await folder.read(own)).toEqual({ ok: true, value: '{}' })
  })

  test.each([['ENOSPC', 'full'], ['EDQUOT', 'full'], ['EACCES', 'refused'], ['EROFS', 'refused'], ['EIO', 'unreachable'], ['ESTALE', 'unreachable'], ['EHOSTDOWN', 'unreachable'], ['EFBIG', 'tooLarge'], ['EINVAL', 'failed']])('%s means %s', async (code, reason) => {
    await folder.write(own, 'old')
    for (const step of ['open', 'write', 'sync', 'rename'] as const) {
      const hindered = createDiskFolder({ root, disk: hinderedDisk({ [step]: { code, times: 99 } }) })
      expect(await hindered.write(own, 'new')).toEqual(failed(reason))
    }
    expect([await folder.read(own), await readdir(join(root, 'replicas'))]).toEqual([{ ok: true, value: 'old' }, ['k3m9x2p7qa.json']])
  })

  test('a file that says it may only be read is not replaced', async () => {
    await folder.write(own, 'old')
    await chmod(join(root, own), 0o444)
    const written = await folder.write(own, 'new')
    // to the system's own administrator it says nothing
    expect([written.ok, await readFile(join(root, own), 'utf8')]).toEqual(process.getuid?.() === 0 ? [true, 'new'] : [false, 'old'])
  })

  test('what a virus scanner holds for a moment is written once it lets go', async () => {
    const disk = hinderedDisk({ rename: { code: 'EPERM', times: 3 } })
    expect((await createDiskFolder({ root, disk }).write(own, 'new')).ok).toBe(true)
    expect([await folder.read(own), disk.paused]).toEqual([{ ok: true, value: 'new' }, [10, 20, 30]])
  })

  test('old leftovers of writes that were killed are swept by the next', async () => {
    const [old, young] = [leftoverName('a'.repeat(36)), leftoverName('b'.repeat(36))]
    for (const name of [old, young]) await lay(`replicas/${name}`)
    await utimes(join(root, 'replicas', old), 1_000, 1_000)
    await folder.write(own, '{}')
    expect((await readdir(join(root, 'replicas'))).toSorted()).toEqual([young, 'k3m9x2p7qa.json'].toSorted())
  })
})

test('[J14] a write that is overtaken by another computer’s tells its own time and size, so that the other’s is seen', async () => {
  const overtaken = createDiskFolder({
    root,
    disk: {
      ...realDisk,
      async rename(from, to) {
        await realDisk.rename(from, to)
        await writeFile(`${to}.theirs`, 'their text')
        await realDisk.rename(`${to}.theirs`, to)
      },
    },
  })
  const written = await overtaken.write(own, 'own')
  const listed = await overtaken.list()
  expect([written.ok ? written.value.bytes : 0, listed.ok ? listed.value.map(({ bytes }) => bytes) : []]).toEqual([3, [10]])
})

describe('[O119] what lies there as another than was seen stays', () => {
  const place = (): string => join(root, own)
  const written = async (text: string): Promise<string> => {
    const answer = await folder.write(own, text)
    if (!answer.ok) throw new Error(answer.reason)
    return howItLies(answer.value)
  }

  test('also where it becomes another while its successor is being written, of which nothing is left', async () => {
    const known = await written('own')
    const hasty = createDiskFolder({
      root,
      disk: {
        ...realDisk,
        async open(...args) {
          await writeFile(place(), 'by hand')
          return realDisk.open(...args)
        },
      },
    })
    expect(await hasty.write(own, 'next', known)).toEqual(failed('changed'))
    expect([await readFile(place(), 'utf8'), await readdir(join(root, 'replicas'))]).toEqual(['by hand', ['k3m9x2p7qa.json']])
    expect(await hasty.write(news, 'next', null)).toMatchObject({ ok: true }) // another file
  })

  test('also where it is as long, and has the time that it had', async () => {
    const known = await written('own')
    const { atime, mtime } = await stat(place())
    await writeFile(place(), 'not')
    await utimes(place(), atime, mtime)
    expect(await folder.write(own, 'next', known)).toEqual(failed('changed'))
  })

  test('and what was seen, what is gone, and what is no file of a share is replaced', async () => {
    expect(await folder.write(own, 'next', await written('own'))).toMatchObject({ ok: true })
    const known = await written('own')
    await rm(place())
    expect(await folder.write(own, 'next', known)).toMatchObject({ ok: true })
    await rm(place())
    await symlink('nowhere', place())
    expect(await folder.write(own, 'next', null)).toMatchObject({ ok: true })
    expect(await folder.write(own, 'over it', null)).toEqual(failed('changed'))
  })
})

describe('[J15] a drive that says nothing holds nothing up', () => {
  test('what is asked of it is given up in time, fails at once from then on, and goes on when it answers', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const silent = createDiskFolder({ root, patience: 200, disk: { ...realDisk, open: (...args) => promise.then(() => realDisk.open(...args)) } })
    const began = performance.now()
    expect(await silent.write(own, '{}')).toEqual(failed('unreachable'))
    const givenUp = performance.now()
    expect([await silent.list(), await silent.read(own), await silent.write(news, '{}')]).toEqual([failed('unreachable'), failed('unreachable'), failed('unreachable')])
    expect(performance.now() - givenUp).toBeLessThan(150)
    expect(givenUp - began).toBeGreaterThan(190)
    resolve()
    await expect.poll(() => silent.read(own)).toEqual({ ok: true, value: '{}' }) // what was given up was done after all
    expect((await silent.write(news, '{}')).ok).toBe(true)
  })
})
