import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDiskCopies } from '../../../electron/main/copies/disk-copies.ts'
import { leftoverName } from '../../../electron/main/leftovers.ts'
import { maxCopyBytes } from '../../../shared/copies/copy-limits.ts'
import { frameLine, readFramedLines } from '../../../shared/copies/framed-line.ts'
import { copyStoreLaws } from '../../shared/copies/copy-store-laws.ts'
import { hinderedDisk } from '../hindered-disk.ts'

let profile: string
let root: string
let server: Server | undefined

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-copies-'))
  root = join(profile, 'copies')
})

afterEach(async () => {
  server?.close()
  await rm(profile, { recursive: true })
})

const journal = { folder: 'plan-a', name: 'journal-0.log' }
const done = { ok: true, value: undefined }
const [folder, file] = ['/copies/plan-a', '/copies/plan-a/journal-0.log']

async function listening(): Promise<void> {
  server = createServer().listen(join(root, 'plan-a', 'journal-0.log'))
  await once(server, 'listening')
}

test.each(copyStoreLaws)('[E70] on a disk: $name', async ({ holds }) => {
  await expect(holds(createDiskCopies({ root }))).resolves.toBeUndefined()
})

describe('[E71] what is asked of copies on a disk reaches nothing outside of their folder', () => {
  beforeEach(async () => {
    await writeFile(join(profile, 'outside'), 'outside')
    await mkdir(join(profile, 'elsewhere'))
    await writeFile(join(profile, 'elsewhere', 'journal-0.log'), 'outside')
    await mkdir(join(root, 'plan-a'), { recursive: true })
  })

  test.each([
    ['a file that is a link', () => symlink('../../outside', join(root, 'plan-a', 'journal-0.log'))],
    ['a link that leads nowhere yet', () => symlink('../../made', join(root, 'plan-a', 'journal-0.log'))],
    ['a folder that is a link', () => rm(join(root, 'plan-a'), { recursive: true }).then(() => symlink('../elsewhere', join(root, 'plan-a')))],
    ['a socket', listening],
    ['a folder in the place of a file', () => mkdir(join(root, 'plan-a', 'journal-0.log'))],
  ])('%s is refused, and neither listed', async (_name, place) => {
    await place()
    const store = createDiskCopies({ root })
    const answers = [store.read(journal), store.append({ ...journal, text: 'a' }), store.write({ ...journal, text: 'a' }), store.remove(journal)]
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ ok: false, reason: 'failed' })
    const listed = await store.list('plan-a')
    expect(listed.ok ? listed.value : []).toEqual([])
    expect((await readdir(profile)).toSorted()).toEqual(['copies', 'elsewhere', 'outside'])
    expect([await readFile(join(profile, 'outside'), 'utf8'), await readFile(join(profile, 'elsewhere', 'journal-0.log'), 'utf8')]).toEqual(['outside', 'outside'])
  })

  test('what is being written, and what else may lie there, is not listed', async () => {
    for (const name of [leftoverName('01234567-89ab-cdef-0123-456789abcdef'), 'Notes.txt', 'journal-0.log']) await writeFile(join(root, 'plan-a', name), 'a')
    for (const name of ['Other', '.hidden', 'plan-']) await mkdir(join(root, name))
    const store = createDiskCopies({ root })
    expect(await store.folders()).toEqual({ ok: true, value: ['plan-a'] })
    expect(await store.list('plan-a')).toEqual({ ok: true, value: [{ name: 'journal-0.log', size: 1 }] })
  })
})

describe('[E72] what was added is on the disk when that is said, and what was refused is not there', () => {
  test.each([
    ['write', 'ENOSPC', 'full'],
    ['sync', 'EDQUOT', 'full'],
    ['sync', 'EIO', 'failed'],
    ['open', 'EROFS', 'denied'],
    ['open', 'EACCES', 'denied'],
    ['flush', 'EIO', 'failed'],
  ] as const)('%s refused with %s is told as “%s”, and the next one goes on', async (step, code, reason) => {
    await createDiskCopies({ root }).append({ folder: 'plan-b', name: 'journal-0.log', text: 'a' }) // the folder is there
    const store = createDiskCopies({ root, disk: hinderedDisk({ [step]: { code, times: 1 } }) })
    expect(await store.append({ ...journal, folder: 'plan-b', name: 'journal-1.log', text: frameLine('1') })).toEqual({ ok: false, reason })
    expect(await store.append({ ...journal, folder: 'plan-b', name: 'journal-1.log', text: frameLine('2') })).toEqual(done)
    const read = await store.read({ folder: 'plan-b', name: 'journal-1.log' })
    expect(readFramedLines(read.ok ? (read.value ?? '') : '')).toEqual({ texts: ['2'], spoilt: 0 })
  })

  test('of a line of which the disk took only a part nothing stays', async () => {
    const store = createDiskCopies({ root })
    await store.append({ ...journal, text: frameLine('there') })
    let takes = 2
    const disk = hinderedDisk({ most: 3 })
    const filling = createDiskCopies({
      root,
      disk: {
        ...disk,
        async open(path, flags, mode) {
          const file = await disk.open(path, flags, mode)
          const write = file.write.bind(file) as (...args: unknown[]) => Promise<unknown>
          return Object.assign(file, { write: (...args: unknown[]) => (takes-- > 0 ? write(...args) : Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))) })
        },
      },
    })
    expect(await filling.append({ ...journal, text: frameLine('too long') })).toEqual({ ok: false, reason: 'full' })
    expect(await store.read(journal)).toEqual({ ok: true, value: frameLine('there') })
  })

  test.each([
    ['the file is flushed each time, and what it lies in when that is new', 'new', 0, ['/copies', '', file, folder, file]],
    ['a folder that could not be flushed for a file that is new is flushed by the next one', 'there', 1, [file, folder, file, folder, file]],
    ['and so is what it lies in', 'new', 1, ['/copies', '/copies', '', file, folder, file]],
  ] as const)('%s: a power cut could else take what was said to be there', async (_name, place, times, flushed) => {
    if (place === 'there') await mkdir(join(root, 'plan-a'), { recursive: true })
    const asked: string[] = []
    const disk = hinderedDisk({ flush: { code: 'EIO', times } })
    const store = createDiskCopies({
      root,
      disk: {
        ...disk,
        async open(path, flags, mode) {
          const opened = await disk.open(path, flags, mode)
          const sync = opened.sync.bind(opened)
          return Object.assign(opened, { sync: () => (asked.push(path.slice(profile.length)), sync()) })
        },
      },
    })
    const texts = [...Array.from({ length: times }, () => 'refused'), 'a', 'b']
    const answers = await Promise.all(texts.map((text) => store.append({ ...journal, text })))
    expect(answers).toEqual(texts.map((text) => (text === 'refused' ? { ok: false, reason: 'failed' } : done)))
    expect(asked).toEqual(flushed)
    expect(await store.read(journal)).toEqual({ ok: true, value: 'ab' })
  })

  test('a file that grew too long is not read whole, but its end is; bytes that are no text spoil only their line', async () => {
    const store = createDiskCopies({ root })
    await store.append({ ...journal, text: frameLine('first') })
    const path = join(root, 'plan-a', 'journal-0.log')
    await writeFile(path, new Uint8Array([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]), { flag: 'a' })
    await store.append({ ...journal, text: frameLine('second') })
    const read = await store.read(journal)
    expect(readFramedLines(read.ok ? (read.value ?? '') : '')).toEqual({ texts: ['first', 'second'], spoilt: 1 })
    await truncate(path, maxCopyBytes + 1) // takes no room on the disk
    expect(await store.read(journal)).toEqual({ ok: false, reason: 'failed' })
    expect(await store.read({ ...journal, lastBytes: 4 })).toEqual({ ok: true, value: '\0\0\0\0' })
  })

  test('where no folder can be made that is told by every change, and there is nothing to read', async () => {
    await writeFile(root, 'a file in the place of the folder')
    const store = createDiskCopies({ root })
    expect(await store.append({ ...journal, text: 'a' })).toEqual({ ok: false, reason: 'failed' })
    expect(await store.write({ ...journal, text: 'a' })).toEqual({ ok: false, reason: 'failed' })
    expect(await store.folders()).toEqual({ ok: false, reason: 'failed' })
  })
})
