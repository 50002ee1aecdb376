import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../electron/cli/arguments.ts'

describe('what is asked on the command line', () => {
  test('[L10] each command with its files and options', () => {
    expect(readArguments(['read', 'page.txt', '-o', 'a.plan.json'])).toEqual({ ok: true, command: { kind: 'read', page: 'page.txt', output: 'a.plan.json' } })
    expect(readArguments(['read', '-'])).toEqual({ ok: true, command: { kind: 'read', page: '-', output: '-' } })
    expect(readArguments(['check', '--json', 'a'])).toEqual({ ok: true, command: { kind: 'check', file: 'a', json: true } })
    expect(readArguments(['show', 'a', '--quarter', '2'])).toEqual({ ok: true, command: { kind: 'show', file: 'a', quarter: 2 } })
    expect(readArguments(['show', '--', '--a'])).toEqual({ ok: true, command: { kind: 'show', file: '--a', quarter: null } })
    expect(readArguments(['diff', 'a', 'b', '--json'])).toEqual({ ok: true, command: { kind: 'diff', before: 'a', after: 'b', json: true } })
    expect(readArguments(['schema'])).toEqual({ ok: true, command: { kind: 'schema', output: '-' } })
    expect(readArguments(['merge', 'a', 'b', '-o', 'c'])).toEqual({ ok: true, command: { kind: 'merge', base: null, mine: 'a', theirs: 'b', name: null, output: 'c' } })
    expect(readArguments(['merge', 'o', 'a', 'b'])).toEqual({ ok: true, command: { kind: 'merge', base: 'o', mine: 'a', theirs: 'b', name: null, output: 'a' } })
    expect(readArguments(['merge', 'o', 'a', 'b', 'p/tec3.plan.json', '-o', '-'])).toEqual({ ok: true, command: { kind: 'merge', base: 'o', mine: 'a', theirs: 'b', name: 'p/tec3.plan.json', output: '-' } })
    expect(readArguments(['merge', 'a', '--help'])).toEqual({ ok: true, command: { kind: 'help' } })
  })

  test.each<readonly [string, ...(readonly string[])]>([
    ['No command is given.'],
    ['"frob" is not a command.', 'frob'],
    ['"constructor" is not a command.', 'constructor'],
    ['"check" takes one file, not 0.', 'check'],
    ['"merge" takes two files, or three and a name, not 1.', 'merge', 'a'],
    ['"merge" takes two files, or three and a name, not 5.', 'merge', 'a', 'b', 'c', 'd', 'e'],
    ['"diff" takes two files, not 3.', 'diff', 'a', 'b', 'c'],
    ['"schema" takes no file, not 1.', 'schema', 'a'],
    ['"check" takes no --output.', 'check', 'a', '-o', 'b'],
    ['"5" is not a quarter, 1 to 4.', 'show', 'a', '--quarter', '5'],
    ['"" is not a quarter, 1 to 4.', 'show', 'a', '--quarter', ''],
    ["Unknown option '--frob'", 'check', 'a', '--frob'],
    ['Only one of the files can be standard input.', 'merge', '-', '-'],
    ['The plan would be written over the page.', 'read', 'page.txt', '-o', './page.txt'],
  ])('[L10] misused: %s', (reason, ...argv) => {
    const read = readArguments(argv)
    expect(read.ok ? '' : read.reason).toContain(reason)
  })
})
