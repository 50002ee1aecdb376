import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isQuarter, type Quarter } from '../../shared/model/year.ts'

/** What a person asked for. A path of `-` is standard input, and as `output` standard output. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'read'; readonly page: string; readonly output: string }
  | { readonly kind: 'check'; readonly file: string; readonly json: boolean }
  | { readonly kind: 'show'; readonly file: string; readonly quarter: Quarter | null }
  | { readonly kind: 'merge'; readonly mine: string; readonly theirs: string; readonly output: string }

export type ReadArguments = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly reason: string }

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  quarter: { type: 'string', short: 'q' },
} as const

const allowed = { read: ['output'], check: ['json'], show: ['quarter'], merge: ['output'] } as const satisfies Readonly<Record<string, readonly (keyof typeof options)[]>>
type Name = keyof typeof allowed

/** @param argv what stands after the name of the program */
export function readArguments(argv: readonly string[]): ReadArguments {
  try {
    return understand(parseArgs({ args: [...argv], options, allowPositionals: true }))
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error)) // parseArgs says what is wrong only by throwing
  }
}

type Parsed = ReturnType<typeof parseArgs<{ readonly options: typeof options; readonly allowPositionals: true }>>

function understand({ values, positionals: [name, ...files] }: Parsed): ReadArguments {
  if (values.help === true) return { ok: true, command: { kind: 'help' } }
  if (name === undefined) return misused('No command is given.')
  if (!isName(name)) return misused(`"${name}" is not a command.`)
  const foreign = Object.keys(values).find((option) => !allowed[name].some((own) => own === option))
  if (foreign !== undefined) return misused(`"${name}" takes no --${foreign}.`)
  const wanted = name === 'merge' ? 2 : 1
  if (files.length !== wanted) return misused(`"${name}" takes ${wanted === 1 ? 'one file' : 'two files'}, not ${files.length}.`)
  if (files.every((file) => file === '-') && files.length > 1) return misused('Only one of the files can be standard input.')
  return commandOf({ name, first: files[0] ?? '', second: files[1] ?? '', values })
}

interface Given {
  readonly name: Name
  readonly first: string
  readonly second: string
  readonly values: Parsed['values']
}

function commandOf({ name, first, second, values: { json = false, output = '-', quarter } }: Given): ReadArguments {
  switch (name) {
    case 'read':
      if (output !== '-' && resolve(output) === resolve(first)) return misused('The plan would be written over the page.')
      return { ok: true, command: { kind: 'read', page: first, output } }
    case 'check':
      return { ok: true, command: { kind: 'check', file: first, json } }
    case 'show': {
      const number = quarter === undefined ? null : Number(quarter)
      if (number !== null && !isQuarter(number)) return misused(`"${quarter}" is not a quarter, 1 to 4.`)
      return { ok: true, command: { kind: 'show', file: first, quarter: number } }
    }
    case 'merge':
      return { ok: true, command: { kind: 'merge', mine: first, theirs: second, output } }
    default:
      return name satisfies never
  }
}

function isName(name: string): name is Name {
  return Object.hasOwn(allowed, name)
}

function misused(reason: string): ReadArguments {
  return { ok: false, reason }
}
