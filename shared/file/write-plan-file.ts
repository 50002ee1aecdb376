import { canonicalJson } from '../changes/canonical.ts'
import type { Change, Value } from '../changes/change.ts'
import { changesOfRecord, type ChangeSet } from '../changes/fold.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { hasKind } from '../model/ids.ts'
import { digestInSteps } from './digest.ts'
import type { FilePart } from './file-parts.ts'
import { layOutParts } from './lay-out.ts'
import { collectionOf, collections, otherCollection, planFormat, planFormatVersion, type FileAuthor } from './plan-file.ts'
import { earliestStamp, recordToRow } from './record-to-row.ts'

export interface WritePlanFile {
  readonly set: ChangeSet
  readonly by: FileAuthor
  /** When, as ISO 8601 text. */
  readonly at: string
  /** Name and version of the app. */
  readonly app: string
}

/**
 * Writes the whole set of changes as a `*.plan.json`: what counts stands in its record, what was overwritten
 * in `history`. The same set gives the same bytes but for who wrote it and when. One record a line, so that
 * versions of a file can be compared by any tool that compares lines.
 */
export function writePlanFile(file: WritePlanFile): string {
  return finish(writePlanInSteps(file))
}

/** How many records become lines between two pauses. */
const stepSize = 200

/** The same in steps of a few milliseconds. */
export function* writePlanInSteps({ set, by, at, app }: WritePlanFile): Steps<string> {
  const records = [...valuesOf(set.records)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const plan = records.find(({ id }) => hasKind(id, 'plan'))
  const inherited = plan === undefined ? undefined : earliestStamp(plan.winners)
  const history: Change[] = []
  const rows = new Map<string, string[]>()
  let done = 0
  for (const record of records) {
    if (done % stepSize === 0) yield
    done += 1
    const { row, rest } = recordToRow({ record, inherited: record === plan ? undefined : inherited })
    // one by one: a record may have more changes than a call may have arguments
    if (rest !== null) for (const change of changesOfRecord(rest)) history.push(change)
    if (row !== null) linesFor(rows, hasKind(record.id, 'plan') ? 'plan' : collectionOf(record.id)).push(JSON.stringify(row))
  }
  const [planLine] = rows.get('plan') ?? []
  const knows = Object.fromEntries([...set.knows].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const head = [part('format', planFormat), part('version', planFormatVersion)]
  const content: readonly FilePart[] = [
    part('knows', knows),
    ...(planLine === undefined ? [] : [{ key: 'plan', json: planLine }]),
    ...[...Object.values(collections), otherCollection].flatMap((key) => ({ key, json: rows.get(key) ?? [] })).filter(({ json }) => json.length > 0),
    { key: 'history', json: historyLines(history) },
  ]
  const digest = yield* digestInSteps([...head, ...content])
  yield
  return layOutParts([...head, part('app', app), part('by', { ...by }), part('at', at), ...content, part('digest', digest)])
}

function part(key: string, value: Value): FilePart {
  return { key, json: JSON.stringify(value) }
}

function linesFor(rows: Map<string, string[]>, key: string): string[] {
  const list = rows.get(key) ?? []
  rows.set(key, list)
  return list
}

function historyLines(history: readonly Change[]): readonly string[] {
  return history
    .map((change) => ({ change, text: canonicalJson(change.set) }))
    .toSorted((a, b) => compareText(a.change.on, b.change.on) || compareText(a.change.at, b.change.at) || compareText(a.text, b.text))
    .map(({ change, text }) => JSON.stringify({ at: change.at, on: change.on, set: JSON.parse(text) as Value })) // the text was written two lines above
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
