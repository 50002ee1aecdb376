#!/usr/bin/env node
import { readArguments, type Command } from './arguments.ts'
import { checkFile } from './check-file.ts'
import { readInput, type NamedText } from './input.ts'
import { mergeFiles } from './merge-files.ts'
import { plain, refused, type Outcome } from './outcome.ts'
import { writeOutput, writeTo } from './output.ts'
import { planOfPage } from './plan-of-page.ts'
import { showBoard } from './show-board.ts'
import { usage } from './usage.ts'

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
    case 'merge':
      return withText(command.mine, (mine) => withText(command.theirs, (theirs) => mergeFiles({ mine, theirs, now })))
    default:
      return command satisfies never
  }
}

async function withText(path: string, then: (text: NamedText) => Outcome | Promise<Outcome>): Promise<Outcome> {
  const name = path === '-' ? 'standard input' : path
  const input = await readInput(path)
  return input.ok ? then({ name, text: input.text }) : refused(`${name}: ${input.reason}`)
}

async function say(lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await writeTo(process.stderr, `${lines.map((line) => plain(line)).join('\n')}\n`)
}

// set, not exited with: what was written to a pipe is still under way
process.exitCode = await run(process.argv.slice(2))
