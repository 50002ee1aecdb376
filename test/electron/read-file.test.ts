import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readText } from '../../electron/main/read-file.ts'
import { maxFileBytes } from '../../shared/bridge/files.ts'

/** A program of the system. */
const makesPipes = 'mkfifo'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-read-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, `${Math.random()}.plan.json`)
  await writeFile(path, content)
  return path
}

describe('[E16] a file is text of a bearable size, or the reason why not', () => {
  test('text comes as it is, without a byte order mark', async () => {
    expect(await readText({ path: await file('\uFEFF{"title":"計画"}') })).toEqual({ ok: true, text: '{"title":"計画"}' })
    expect(await readText({ path: await file('') })).toEqual({ ok: true, text: '' })
    const long = 'abc\n'.repeat(100_000)
    expect(await readText({ path: await file(long) })).toEqual({ ok: true, text: long })
  })

  test('the limit itself is allowed, one byte more is not', async () => {
    expect(await readText({ path: await file('12345678'), limit: 8 })).toEqual({ ok: true, text: '12345678' })
    expect(await readText({ path: await file('123456789'), limit: 8 })).toEqual({ ok: false, reason: 'tooLarge' })
  })

  test('a file far over the limit is refused without being read', async () => {
    const path = await file('')
    await truncate(path, 100 * maxFileBytes) // takes no room on the disk, and would not fit into memory
    expect(await readText({ path })).toEqual({ ok: false, reason: 'tooLarge' })
  })

  test('a device that says it is empty and never ends is not read', async () => {
    expect(await readText({ path: '/dev/zero' })).toEqual({ ok: false, reason: 'unreadable' })
  })

  test('bytes that are not UTF-8 are not text', async () => {
    expect(await readText({ path: await file(new Uint8Array([0x50, 0x4b, 0xff, 0xfe])) })).toEqual({ ok: false, reason: 'notText' })
  })

  test('a folder, and a file that is gone, are said to be that', async () => {
    expect(await readText({ path: folder })).toEqual({ ok: false, reason: 'folder' })
    expect(await readText({ path: join(folder, 'gone') })).toEqual({ ok: false, reason: 'missing' })
    expect(await readText({ path: join(await file('{}'), 'below-a-file') })).toEqual({ ok: false, reason: 'missing' })
  })
})

describe.runIf(process.platform === 'linux')('[G3] what is no plain file, or has no plain name', () => {
  test('a named pipe that nobody writes into does not keep the app waiting', async () => {
    const path = join(folder, 'pipe')
    execFileSync(makesPipes, [path])
    expect(await readText({ path })).toEqual({ ok: false, reason: 'unreadable' })
  })

  test('a name that is not UTF-8 comes with its strange bytes replaced, and is found all the same', async () => {
    const bytes = Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.qdeck')])
    await writeFile(bytes, '{"latin":1}')
    expect(await readText({ path: bytes.toString('utf8') })).toEqual({ ok: true, text: '{"latin":1}' })
  })

  test('of two such names that read alike, neither is taken for the other', async () => {
    for (const byte of [0xe8, 0xea]) {
      await writeFile(Buffer.concat([Buffer.from(join(folder, 'plan')), Buffer.from([byte])]), String(byte))
    }
    expect(await readText({ path: join(folder, 'plan\uFFFD') })).toEqual({ ok: false, reason: 'missing' })
    expect(await readText({ path: join(folder, 'no-folder', 'plan\uFFFD') })).toEqual({ ok: false, reason: 'missing' })
  })
})
