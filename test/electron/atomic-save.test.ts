import { chmod, mkdtemp, readdir, readFile, readlink, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Renaming, saveAtomically } from '../../electron/main/atomic-save.ts'
import { leftoverName } from '../../electron/main/leftovers.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-save-'))
  path = join(folder, 'tec3.plan.json')
})

afterEach(() => rm(folder, { recursive: true }))

/** A file system that refuses to rename the given number of times, and pauses that take no time. */
function stubborn(options: { readonly code: string; readonly times: number }): Renaming & { readonly paused: number[] } {
  const paused: number[] = []
  let left = options.times
  return {
    paused,
    pause: (milliseconds) => Promise.resolve(paused.push(milliseconds)),
    rename: (from, to) => (left-- > 0 ? Promise.reject(Object.assign(new Error('refused'), { code: options.code })) : rename(from, to)),
  }
}

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
    const renaming = stubborn({ code: 'EPERM', times: Infinity })
    expect(await saveAtomically({ path, text: 'new', renaming })).toEqual({ ok: false, reason: 'denied' })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['tec3.plan.json'])
  })

  test.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'denied'],
    ['EIO', 'failed'],
  ])('%s is told as “%s” at once, without trying again', async (code, reason) => {
    const renaming = stubborn({ code, times: 1 })
    expect(await saveAtomically({ path, text: 'new', renaming })).toEqual({ ok: false, reason })
    expect([await readdir(folder), renaming.paused]).toEqual([[], []])
  })

  test('a folder that is not there is a failure, not a crash', async () => {
    expect(await saveAtomically({ path: join(folder, 'gone', 'a.json'), text: '' })).toEqual({ ok: false, reason: 'failed' })
  })
})

test.each(['EPERM', 'EBUSY', 'EACCES'])('[E14] a rename refused for a moment (%s) is tried again', async (code) => {
  await writeFile(path, 'old')
  const renaming = stubborn({ code, times: 3 })
  expect(await saveAtomically({ path, text: 'new', renaming })).toEqual({ ok: true })
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(renaming.paused).toEqual([10, 30, 100])
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
})
