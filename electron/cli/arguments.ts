import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isQuarter, type Quarter } from '../../shared/model/year.ts'
import type { ReportFormat } from '../../shared/report/write-report.ts'

/** What a person asked for. A path of `-` is standard input, and as `output` standard output. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'read'; readonly page: string; readonly output: string }
  | { readonly kind: 'check'; readonly file: string; readonly json: boolean }
  | { readonly kind: 'show'; readonly file: string; readonly quarter: Quarter | null }
  | { readonly kind: 'diff'; readonly before: string; readonly after: string; readonly json: boolean }
  | MergeCommand
  | { readonly kind: 'wikitext'; readonly file: string; readonly output: string }
  | { readonly kind: 'schema'; readonly output: string }
  | ReportCommand

export interface MergeCommand {
  readonly kind: 'merge'
  /** What both come from. */
  readonly base: string | null
  readonly mine: string
  readonly theirs: string
  /** What the file is called, where the three are only copies of it. */
  readonly name: string | null
  readonly output: string
}

export interface ReportCommand {
  readonly kind: 'report'
  readonly file: string
  readonly quarter: Quarter | null
  readonly format: ReportFormat
  readonly notes: boolean
  readonly output: string
}

export type ReadArguments = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly reason: string }

const options = {
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string', short: 'f' },
  json: { type: 'boolean' },
  notes: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  quarter: { type: 'string', short: 'q' },
} as const

interface Form {
  /** How many files it takes: the least and the most. */
  readonly files: readonly [number, number]
  readonly options: readonly (keyof typeof options)[]
}

const forms = {
  read: { files: [1, 1], options: ['output'] },
  check: { files: [1, 1], options: ['json'] },
  show: { files: [1, 1], options: ['quarter'] },
  diff: { files: [2, 2], options: ['json'] },
  merge: { files: [2, 4], options: ['output'] },
  wikitext: { files: [1, 1], options: ['output'] },
  schema: { files: [0, 0], options: ['output'] },
  report: { files: [1, 1], options: ['quarter', 'format', 'notes', 'output'] },
} as const satisfies Readonly<Record<string, Form>>
type Name = keyof typeof forms

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
  const { files: wanted, options: own }: Form = forms[name]
  const foreign = Object.keys(values).find((option) => !own.some((each) => each === option))
  if (foreign !== undefined) return misused(`"${name}" takes no --${foreign}.`)
  if (files.length < wanted[0] || files.length > wanted[1]) return misused(`"${name}" takes ${counts(wanted)}, not ${files.length}.`)
  if (files.filter((file) => file === '-').length > 1) return misused('Only one of the files can be standard input.')
  return commandOf({ name, files, values })
}

function counts([least, most]: Form['files']): string {
  const words = ['no file', 'one file', 'two files']
  return least === most ? (words[least] ?? '') : 'two files, or three and a name'
}

interface Given {
  readonly name: Name
  readonly files: readonly string[]
  readonly values: Parsed['values']
}

/** What the formats of a report are called here, as the endings of their files are. */
const formats: Readonly<Record<string, ReportFormat>> = { md: 'markdown', wiki: 'wikitext', html: 'html', csv: 'csv' }

function reportOf(file: string, { quarter, format = 'md', notes = false, output }: Parsed['values']): ReadArguments {
  const number = quarter === undefined ? null : Number(quarter)
  if (number !== null && !isQuarter(number)) return misused(`"${quarter}" is not a quarter, 1 to 4.`)
  const named = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (named === undefined) return misused(`"${format}" is not a format: ${Object.keys(formats).join(', ')}.`)
  if (output !== undefined && output !== '-' && resolve(output) === resolve(file)) return misused('The report would be written over the plan.')
  return { ok: true, command: { kind: 'report', file, quarter: number, format: named, notes, output: output ?? '-' } }
}

function commandOf({ name, files, values }: Given): ReadArguments {
  const [first = '', second = '', third, fourth = null] = files
  const { json = false, output, quarter } = values
  switch (name) {
    case 'read':
      if (output !== undefined && output !== '-' && resolve(output) === resolve(first)) return misused('The plan would be written over the page.')
      return { ok: true, command: { kind: 'read', page: first, output: output ?? '-' } }
    case 'check':
      return { ok: true, command: { kind: 'check', file: first, json } }
    case 'show': {
      const number = quarter === undefined ? null : Number(quarter)
      if (number !== null && !isQuarter(number)) return misused(`"${quarter}" is not a quarter, 1 to 4.`)
      return { ok: true, command: { kind: 'show', file: first, quarter: number } }
    }
    case 'diff':
      return { ok: true, command: { kind: 'diff', before: first, after: second, json } }
    case 'merge':
      if (third === undefined) return { ok: true, command: { kind: 'merge', base: null, mine: first, theirs: second, name: null, output: output ?? '-' } }
      // as git calls it (%O %A %B %P): base, ours, theirs, and the result over ours
      return { ok: true, command: { kind: 'merge', base: first, mine: second, theirs: third, name: fourth, output: output ?? second } }
    case 'wikitext':
      if (output !== undefined && output !== '-' && resolve(output) === resolve(first)) return misused('The wikitext would be written over the plan.')
      return { ok: true, command: { kind: 'wikitext', file: first, output: output ?? '-' } }
    case 'schema':
      return { ok: true, command: { kind: 'schema', output: output ?? '-' } }
    case 'report':
      return reportOf(first, values)
    default:
      return name satisfies never
  }
}

function isName(name: string): name is Name {
  return Object.hasOwn(forms, name)
}

function misused(reason: string): ReadArguments {
  return { ok: false, reason }
}
