#!/usr/bin/env node
import { basename } from 'node:path'
import { readArguments, type Command, type MergeCommand } from './arguments.ts'
import { checkFile } from './check-file.ts'
import { diffFiles } from './diff-files.ts'
import { readInput, type NamedText } from './input.ts'
import { mergeFiles } from './merge-files.ts'
import { done, plain, refused, type Outcome } from './outcome.ts'
import { writeOutput, writeTo } from './output.ts'
import { planOfPage } from './plan-of-page.ts'
import { showBoard } from './show-board.ts'
import { reportFile } from './report-file.ts'
import { schemaText } from './schema-text.ts'
import { usage } from './usage.ts'
import { wikitextOf } from './wikitext-of-plan.ts'

/** Plans on the command line: the same core as the app's, for scripts, CI and git. */
async function run(argv: readonly string[]): Promise<number> {
  const read = readArguments(argv)
  if (!read.ok) return (await say([read.reason]), await writeTo(process.stderr, `\n${usage}`), 2)
  const { command } = read
  if (command.kind === 'help') return (await writeTo(process.stdout, usage), 0)
  const outcome = await follow(command, Date.now())
  const failure = outcome.result === null ? null : await writeOutput({ path: 'output' in command ? command.output : '-', text: outcome.result })
  await say(failure === null ? outcome.said : [...outcome.said, failure])
  return failure === null ? outcome.exit : 1
}

async function follow(command: Exclude<Command, { readonly kind: 'help' }>, now: number): Promise<Outcome> {
  switch (command.kind) {
    case 'read':
      return withText(command.page, (text) => planOfPage({ ...text, now }))
    case 'check':
      return withText(command.file, (text) => checkFile({ ...text, json: command.json }))
    case 'show':
      return withText(command.file, (text) => showBoard({ ...text, quarter: command.quarter }))
    case 'diff':
      return withText(command.before, (before) => withText(command.after, (after) => diffFiles({ before, after, json: command.json })))
    case 'wikitext':
      return withText(command.file, wikitextOf)
    case 'report':
      return withText(command.file, (text) => reportFile({ ...command, ...text, now }))
    case 'schema':
      return done({ result: schemaText() })
    case 'merge':
      return merge(command, now)
    default:
      return command satisfies never
  }
}

async function merge({ base, mine, theirs, name }: MergeCommand, now: number): Promise<Outcome> {
  const [start, a, b] = [base === null ? null : await readNamed(base), await readNamed(mine), await readNamed(theirs)]
  // the files that git names are copies, and called by nothing that tells a person which is which
  const called = (text: NamedText, side: string): NamedText => (name === null ? text : { ...text, name: `${name} (${side})` })
  if (!a.ok) return refused(a.reason)
  if (!b.ok) return refused(b.reason)
  return mergeFiles({ base: start?.ok === true ? start.text : null, mine: called(a.text, 'ours'), theirs: called(b.text, 'theirs'), name: basename(name ?? theirs), now })
}

async function withText(path: string, then: (text: NamedText) => Outcome | Promise<Outcome>): Promise<Outcome> {
  const read = await readNamed(path)
  return read.ok ? then(read.text) : refused(read.reason)
}

async function readNamed(path: string): Promise<{ readonly ok: true; readonly text: NamedText } | { readonly ok: false; readonly reason: string }> {
  const name = path === '-' ? 'standard input' : path
  const input = await readInput(path)
  return input.ok ? { ok: true, text: { name, text: input.text } } : { ok: false, reason: `${name}: ${input.reason}` }
}

async function say(lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await writeTo(process.stderr, `${lines.map((line) => plain(line)).join('\n')}\n`)
}

// npm starts a script in the folder of its project, wherever the person is, and git beside the files it names
if (process.env['npm_lifecycle_event'] === 'plan') process.chdir(process.env['INIT_CWD'] ?? '.')
// set, not exited with: what was written to a pipe is still under way
process.exitCode = await run(process.argv.slice(2))
