import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveAtomically } from '../../electron/main/atomic-save.ts'
import { leftoverName, sweepOwnFolders } from '../../electron/main/leftovers.ts'
import { hinderedDisk } from './hindered-disk.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-save-'))
  path = join(folder, 'tec3.plan.json')
})

afterEach(() => rm(folder, { recursive: true }))

describe('[E13] a file is written whole or not at all', () => {
  test('what was there is replaced, keeps its rights, and nothing is left beside it', async () => {
    await writeFile(path, 'old', { mode: 0o640 })
    await chmod(path, 0o640)
    expect(await saveAtomically({ path, text: 'new – 計画' })).toEqual({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('new – 計画')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
    expect(await readdir(folder)).toEqual(['tec3.plan.json'])
  })

  test('a link is followed: the file it points to is replaced', async () => {
    await writeFile(path, 'old')
    const link = join(folder, 'link.plan.json')
    await symlink('tec3.plan.json', link)
    expect(await saveAtomically({ path: link, text: 'new' })).toEqual({ ok: true })
    expect([await readlink(link), await readFile(path, 'utf8')]).toEqual(['tec3.plan.json', 'new'])
  })

  test('a rename that is never allowed leaves the old file and nothing beside it', async () => {
    await writeFile(path, 'old')
    const disk = hinderedDisk({ rename: { code: 'EPERM', times: Infinity } })
    expect(await saveAtomically({ path, text: 'new', disk })).toEqual({ ok: false, reason: 'denied' })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['tec3.plan.json'])
  })

  const refusals = [['ENOSPC', 'full'], ['EDQUOT', 'full'], ['EFBIG', 'full'], ['EROFS', 'denied'], ['EXDEV', 'failed'], ['EIO', 'failed']] as const
  const steps = ['open', 'write', 'sync', 'rename'] as const

  test.each(steps.flatMap((step) => refusals.map(([code, reason]) => [step, code, reason] as const)))(
    'where %s is refused with %s that is told as “%s” at once, the old file stays and nothing is left beside it',
    async (step, code, reason) => {
      await writeFile(path, 'old')
      const disk = hinderedDisk({ [step]: { code, times: 1 } })
      expect(await saveAtomically({ path, text: 'new', disk })).toEqual({ ok: false, reason })
      expect([await readFile(path, 'utf8'), await readdir(folder), disk.paused]).toEqual(['old', ['tec3.plan.json'], []])
    },
  )

  test('a disk that takes a few bytes at a time gets them all, and one that takes none is a failure', async () => {
    expect(await saveAtomically({ path, text: 'new – 計画', disk: hinderedDisk({ most: 3 }) })).toEqual({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('new – 計画')
    expect(await saveAtomically({ path, text: 'newer', disk: hinderedDisk({ most: 0 }) })).toEqual({ ok: false, reason: 'failed' })
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['new – 計画', ['tec3.plan.json']])
  })

  test('a folder that can’t be flushed for want of such a thing is no failure; one that failed at it is told', async () => {
    expect(await saveAtomically({ path, text: 'new', disk: hinderedDisk({ flush: { code: 'EISDIR', times: 1 } }) })).toEqual({ ok: true })
    expect(await saveAtomically({ path, text: 'newer', disk: hinderedDisk({ flush: { code: 'EIO', times: 1 } }) })).toEqual({ ok: false, reason: 'failed' })
    expect(await readdir(folder)).toEqual(['tec3.plan.json'])
  })

  test('a folder that is not there is a failure, not a crash', async () => {
    expect(await saveAtomically({ path: join(folder, 'gone', 'a.json'), text: '' })).toEqual({ ok: false, reason: 'failed' })
  })
})

describe('[E14] a rename refused for a moment is tried again', () => {
  const times = Array.from({ length: 10 }, (_, at) => at + 1)

  test.each(['EPERM', 'EBUSY', 'EACCES'].flatMap((code) => times.map((count) => [code, count] as const)))('%s, %i times', async (code, count) => {
    await writeFile(path, 'old')
    const disk = hinderedDisk({ rename: { code, times: count } })
    expect(await saveAtomically({ path, text: 'new', disk })).toEqual({ ok: true })
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['new', ['tec3.plan.json']])
    expect(disk.paused).toEqual([10, 20, 30, 50, 80, 130, 210, 340, 550, 890].slice(0, count))
  })
})

describe('[E15] what a killed save left is swept by a later one, and nothing else is', () => {
  test('only files of ours that are over an hour old go', async () => {
    const old = leftoverName('01234567-89ab-cdef-0123-456789abcdef')
    const young = leftoverName('11234567-89ab-cdef-0123-456789abcdef')
    const foreign = ['.quarterdeck-notes.tmp', 'quarterdeck.tmp', '.other-01234567.tmp']
    for (const name of [old, young, ...foreign]) await writeFile(join(folder, name), 'torn')
    const twoHoursAgo = new Date(Date.now() - 7_200_000)
    for (const name of [old, ...foreign]) await utimes(join(folder, name), twoHoursAgo, twoHoursAgo)
    expect(await saveAtomically({ path, text: 'new' })).toEqual({ ok: true })
    expect((await readdir(folder)).sort()).toEqual([...foreign, young, 'tec3.plan.json'].sort())
  })
  test('of a person’s folder one whose time lies far ahead goes as well', async () => {
    const ahead = join(folder, leftoverName('01234567-89ab-cdef-0123-456789abcdef'))
    await writeFile(ahead, 'torn')
    await utimes(ahead, new Date(Date.now() + 7_200_000), new Date(Date.now() + 7_200_000))
    await saveAtomically({ path, text: 'new' })
    expect(await readdir(folder)).toEqual(['tec3.plan.json'])
  })

  test('at the start all go from the folders that are the app’s own, whatever else lies there', async () => {
    const copies = join(folder, 'copies')
    await mkdir(join(copies, 'plan-a'), { recursive: true })
    const leftover = leftoverName('01234567-89ab-cdef-0123-456789abcdef')
    await mkdir(join(copies, 'library', leftover), { recursive: true }) // a folder with such a name is no leftover of ours
    for (const within of [folder, join(copies, 'plan-a')]) await writeFile(join(within, leftover), 'torn')
    await writeFile(join(copies, 'plan-a', 'journal-0.log'), 'kept')
    await sweepOwnFolders({ profile: folder, copies })
    expect([await readdir(folder), await readdir(join(copies, 'plan-a'))]).toEqual([['copies'], ['journal-0.log']])
    await sweepOwnFolders({ profile: join(folder, 'gone'), copies: join(folder, 'gone') })
  })
})
