import { finish, type Steps } from '../changes/steps.ts'
import { jsonProblem } from './json-fault.ts'
import { isObject } from './json-value.ts'
import { limits, nestingDepthInSteps } from './limits.ts'
import type { FileProblem } from './problem.ts'

export interface ParsedJson {
  readonly value: Readonly<Record<string, unknown>>
  /** What was parsed: without a byte order mark. */
  readonly text: string
}

export type ParsedFile = ({ readonly ok: true } & ParsedJson) | { readonly ok: false; readonly problem: FileProblem }

/**
 * The object that a file of ours holds; size and depth are looked at before anything else is.
 * @param holds what the file should hold, for the message about one that holds something else: `plan`
 */
export function parseJsonFile(file: { readonly json: string; readonly holds: string }): ParsedFile {
  return finish(parseJsonInSteps(file))
}

/** The same in steps, but for JSON.parse itself, which takes its time at once. */
export function* parseJsonInSteps({ json, holds }: { readonly json: string; readonly holds: string }): Steps<ParsedFile> {
  const refuse = (what: string): ParsedFile => ({ ok: false, problem: { where: '', what } })
  if (json.length > limits.length) return refuse(`The file is larger than ${limits.length / 1024 / 1024} MB.`)
  const text = json.startsWith('\ufeff') ? json.slice(1) : json // a byte order mark, as some editors put before the text
  if (text.trim() === '') return refuse('The file is empty.')
  if ((yield* nestingDepthInSteps(text)) > limits.depth) return refuse(`The file nests deeper than ${limits.depth} levels.`)
  yield
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: jsonProblem(text) } // says where, which JSON.parse doesn't always
  }
  yield
  return isObject(value) ? { ok: true, value, text } : refuse(`The file holds no ${holds}: it is JSON, but not an object.`)
}
