import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInput } from '../../electron/cli/input.ts'
import { readText } from '../../electron/main/read-file.ts'
import { readFile } from '../../renderer/host/read-file.ts'
import { sampleText } from '../shared/file/sample-file.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-encodings-'))
})

afterAll(() => rm(folder, { recursive: true }))

type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** The three ways in which bytes become text: the window's own, Electron's, the command line's. */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly page: Answer; readonly main: Answer; readonly cli: Answer }> {
  const path = join(folder, 'strange.plan.json')
  await writeFile(path, bytes)
  const opened = await readFile(new File([bytes], 'strange.plan.json'))
  return { page: opened.ok ? { ok: true, text: opened.text } : { ok: false, reason: opened.reason }, main: await readText({ path }), cli: await readInput(path) }
}

const withCyrillic = sampleText.replace('Collect metrics', 'Собрать метрики \u{1f680}')

function utf16(text: string, { isLittle, hasMark }: { readonly isLittle: boolean; readonly hasMark: boolean }): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le')
  return new Uint8Array(isLittle ? bytes : bytes.swap16())
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}

/** Windows-1251, as editors in Cyrillic countries once wrote it. */
function cp1251(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
  }))
}

describe('[F43] bytes become text in the same way wherever a file comes in', () => {
  test('UTF-8 with and without a byte order mark, which is no content', async () => {
    for (const text of [withCyrillic, `\ufeff${withCyrillic}`]) {
      const answer = { ok: true, text: withCyrillic }
      expect(await read(bytesOf(text))).toEqual({ page: answer, main: answer, cli: answer })
    }
  })

  test.each([
    ['little endian with a mark', { isLittle: true, hasMark: true }],
    ['big endian with a mark', { isLittle: false, hasMark: true }],
    ['little endian without a mark', { isLittle: true, hasMark: false }],
    ['big endian without a mark', { isLittle: false, hasMark: false }],
  ])('UTF-16 %s is told as such, with what to do', async (_, form) => {
    const reason = { ok: false, reason: 'utf16' }
    for (const text of [withCyrillic, '{}', 'TEC3 goals\n']) expect(await read(utf16(text, form))).toEqual({ page: reason, main: reason, cli: { ok: false, reason: 'It is text in UTF-16; save it as UTF-8.' } })
  })

  test.each<readonly [string, Uint8Array<ArrayBuffer>]>([
    ['Windows-1251', cp1251(sampleText.replace('Collect metrics', 'Собрать метрики'))],
    ['Latin-1', new Uint8Array(Buffer.from(sampleText.replace('Collect metrics', 'Zürich'), 'latin1'))],
    ['half a character, as UTF-8 never has it', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a letter written longer than need be', new Uint8Array([0x22, 0xc1, 0x81, 0x22])],
    ['a text cut off within a letter', bytesOf(withCyrillic).slice(0, Buffer.from(withCyrillic.slice(0, withCyrillic.indexOf('С'))).length + 1)],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a file that was packed', new Uint8Array([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0])],
  ])('%s is refused as no text in UTF-8', async (_, bytes) => {
    const reason = { ok: false, reason: 'notText' }
    expect(await read(bytes)).toEqual({ page: reason, main: reason, cli: { ok: false, reason: 'It is not text in UTF-8. If it is text at all, save it as UTF-8.' } })
  })

  test('zeros are text, which the reader of plan files refuses with their place', async () => {
    const answer = { ok: true, text: '\0\0\0\0' }
    expect(await read(new Uint8Array(4))).toEqual({ page: answer, main: answer, cli: answer })
  })

  test('a file of up to three bytes, and an empty one, are not taken for UTF-16', async () => {
    for (const text of ['', '1', '[]', '{ }']) {
      const answer = { ok: true, text }
      expect(await read(bytesOf(text))).toEqual({ page: answer, main: answer, cli: answer })
    }
  })
})
