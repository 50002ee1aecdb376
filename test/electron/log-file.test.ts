import { appendFileSync, chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLogFile } from '../../electron/main/log-file.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const line = (at: number): string => JSON.stringify({ event: 'tried', at: String(at).padStart(5, '0') })
const logs = (): string => join(folder, 'logs')
const read = (name: string): string => readFileSync(join(logs(), name), 'utf8')

describe('[G17] the log is a few files of a bounded size, the latest line last', () => {
  test('ten thousand lines stay within size and number, and none of the latest is missing', () => {
    const write = createLogFile({ folder: logs(), bytes: 4000, files: 3 })
    for (let at = 0; at < 10_000; at += 1) write(line(at))
    expect(readdirSync(logs()).toSorted()).toEqual(['quarterdeck.1.log', 'quarterdeck.2.log', 'quarterdeck.log'])
    for (const name of readdirSync(logs())) expect(statSync(join(logs(), name)).size).toBeLessThanOrEqual(4000)
    const all = ['quarterdeck.2.log', 'quarterdeck.1.log', 'quarterdeck.log'].flatMap((name) => read(name).trimEnd().split('\n'))
    expect(all).toEqual(Array.from({ length: all.length }, (_, at) => line(10_000 - all.length + at)))
  })

  test('a later start goes on where the last one ended', () => {
    createLogFile({ folder: logs() })(line(1))
    createLogFile({ folder: logs() })(line(2))
    expect(read('quarterdeck.log')).toBe(`${line(1)}\n${line(2)}\n`)
  })

  test('a line without end is cut', () => {
    createLogFile({ folder: logs() })('x'.repeat(1_000_000))
    expect(read('quarterdeck.log').length).toBe(4097)
  })

  test.runIf(process.platform !== 'win32')('others on the computer may not read it', () => {
    createLogFile({ folder: logs() })(line(1))
    expect(statSync(join(logs(), 'quarterdeck.log')).mode & 0o077).toBe(0)
  })
})

describe('[G18] a disk that refuses keeps nobody from working', () => {
  test('on a full one nothing is thrown, and how many lines were lost is said when there is room again', () => {
    let isFull = false
    let room = 12 // which the disk still takes of the first line that is too much
    const append = (path: string, text: string): void => {
      if (!isFull) return appendFileSync(path, text)
      appendFileSync(path, text.slice(0, room))
      room = 0
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    const write = createLogFile({ folder: logs(), disk: { append, rename: renameSync } })
    write(line(1))
    isFull = true
    for (let at = 2; at < 9; at += 1) write(line(at))
    isFull = false
    write(line(9))
    expect(read('quarterdeck.log')).toBe(`${line(1)}\n${line(2).slice(0, 12)}\n{"event":"log lines lost","count":7}\n${line(9)}\n`)
  })

  test('files that can’t be turned are written on, up to twice their size', () => {
    const rename = (): never => {
      throw Object.assign(new Error('held by another program'), { code: 'EBUSY' })
    }
    const write = createLogFile({ folder: logs(), bytes: 200, files: 2, disk: { append: appendFileSync, rename } })
    expect(() => {
      for (let at = 0; at < 20; at += 1) write(line(at))
    }).not.toThrow()
    expect(readdirSync(logs())).toEqual(['quarterdeck.log'])
    expect(statSync(join(logs(), 'quarterdeck.log')).size).toBeGreaterThan(300)
    expect(statSync(join(logs(), 'quarterdeck.log')).size).toBeLessThan(500)
  })

  test('a file where the folder should be, or a folder that may not be written to', () => {
    writeFileSync(logs(), 'a file')
    expect(() => createLogFile({ folder: logs() })(line(1))).not.toThrow()
    chmodSync(folder, 0o500)
    expect(() => createLogFile({ folder: join(folder, 'other') })(line(1))).not.toThrow()
    chmodSync(folder, 0o700)
    expect(readFileSync(logs(), 'utf8')).toBe('a file')
  })
})
