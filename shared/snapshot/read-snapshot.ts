import type { Change, Value } from '../changes/change.ts'
import { foldInSteps } from '../changes/fold-in-steps.ts'
import { formatStamp } from '../changes/stamp.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { checkFormat } from '../file/check-format.ts'
import { duplicateKeyInSteps } from '../file/duplicate-key.ts'
import { partsInSteps } from '../file/file-parts.ts'
import { isObject } from '../file/json-value.ts'
import { layOutParts } from '../file/lay-out.ts'
import { limits } from '../file/limits.ts'
import { parseJsonFile } from '../file/parse-json-file.ts'
import { quoted, type FileProblem } from '../file/problem.ts'
import { readAuthor, readName } from '../file/read-author.ts'
import { hasKind, isRecordId, type GoalId, type RecordId } from '../model/ids.ts'
import { isQuarter, type Quarter } from '../model/year.ts'
import { viewInSteps } from '../plan/plan-index.ts'
import { snapshotFormat, snapshotFormatVersion, type Snapshot, type SnapshotScope } from './snapshot.ts'
import { readSnapshotRow } from './snapshot-row.ts'
import { snapshotDigestInSteps } from './snapshot-digest.ts'
import { frozenCollections } from './write-snapshot.ts'

export type ReadSnapshot = { readonly ok: true; readonly snapshot: Snapshot } | Refused

type Refused = { readonly ok: false; readonly problem: FileProblem }
type Raw = Readonly<Record<string, unknown>>

const refused = (where: string, what: string): Refused => ({ ok: false, problem: { where, what } })

/** Whether a text says of itself that it is a snapshot, looked at without reading all of it. */
export function looksLikeSnapshot({ name, text }: { readonly name: string; readonly text: string }): boolean {
  return /\.snapshot\.json$/i.test(name) || text.slice(0, 200).includes(`"${snapshotFormat}"`)
}

/**
 * Reads a `*.snapshot.json`, believing nothing. What is wrong in it is said before that it was changed; one that
 * was changed in any letter that says something is refused, since a snapshot is worth what its digest is.
 */
export function readSnapshot(json: string): ReadSnapshot {
  return finish(readSnapshotInSteps(json))
}

/** The same in steps of a few milliseconds, but for JSON.parse itself. */
export function* readSnapshotInSteps(json: string): Steps<ReadSnapshot> {
  const parsed = parseJsonFile({ json, holds: 'snapshot' })
  if (!parsed.ok) return parsed
  yield
  const raw = parsed.value
  const problem = problemOfHead(raw)
  if (problem !== null) return { ok: false, problem }
  const plan = readSnapshotRow(raw['plan'], 'plan')
  if (!plan.ok) return plan
  const planId = plan.id
  if (!hasKind(planId, 'plan')) return refused('plan.id', `${quoted(planId)} is not the id of a plan`)
  const records = yield* recordsInSteps(raw)
  if (!records.ok) return records
  const elsewhere = readElsewhere(raw['elsewhere'])
  if (!elsewhere.ok) return elsewhere
  // a value that JSON.parse passes over in silence isn't in the digest either, but it stands in the text
  const isAsLaidOut = layOutParts(yield* partsInSteps(raw)) === parsed.text
  const duplicate = isAsLaidOut ? null : yield* duplicateKeyInSteps(parsed.text)
  if (duplicate !== null) return { ok: false, problem: duplicate }
  const { digest, ...content } = raw
  const expected = yield* snapshotDigestInSteps(content as Readonly<Record<string, Value>>) // it came out of JSON.parse
  if (digest !== expected) return refused('digest', "it doesn't fit the content: the snapshot was damaged, or changed after it was taken")
  const by = readAuthor(raw['by'])
  const view = yield* viewInSteps(yield* foldInSteps([{ at: stampAt(0), on: planId, set: plan.set }, ...records.changes]))
  return { ok: true, snapshot: { digest: expected, planId, scope: raw['scope'] as SnapshotScope, at: readName(raw['at']), by, app: readName(raw['app']), view, elsewhere: elsewhere.goals } } // the head was checked for its scope
}

function problemOfHead(raw: Raw): FileProblem | null {
  const problem = checkFormat({ raw, format: snapshotFormat, version: snapshotFormatVersion, what: 'a snapshot' })
  if (problem !== null) return problem
  const { scope } = raw
  return scope === 'year' || isQuarter(scope) ? null : { where: 'scope', what: `${quoted(scope)} is neither a quarter, 1 to 4, nor "year"` }
}

/** How many lines are read between two pauses. */
const stepSize = 300

function* recordsInSteps(raw: Raw): Steps<{ readonly ok: true; readonly changes: readonly Change[] } | Refused> {
  const changes: Change[] = []
  const seen = new Set<RecordId>()
  for (const key of frozenCollections) {
    const list = raw[key] ?? []
    if (!Array.isArray(list)) return refused(key, `${quoted(list)} is not a list`)
    if (seen.size + list.length > limits.records) return refused('', `The file holds more than ${limits.records} records.`)
    for (const [index, row] of list.entries()) {
      if (index % stepSize === 0) yield
      const where = `${key}[${index}]`
      const read = readSnapshotRow(row, where)
      if (!read.ok) return read
      const what = hasKind(read.id, 'plan') ? `${quoted(read.id)} is a plan, of which a snapshot has one` : seen.has(read.id) ? `${quoted(read.id)} stands there twice` : null
      if (what !== null) return refused(`${where}.id`, what)
      seen.add(read.id)
      // a record a moment, since notes of one day stand in the order they were written
      changes.push({ at: stampAt(seen.size), on: read.id, set: read.set })
    }
  }
  return { ok: true, changes }
}

function readElsewhere(list: unknown = []): { readonly ok: true; readonly goals: ReadonlyMap<GoalId, Quarter | null> } | Refused {
  if (!Array.isArray(list)) return refused('elsewhere', `${quoted(list)} is not a list`)
  if (list.length > limits.records) return refused('', `The file holds more than ${limits.records} records.`)
  const goals = new Map<GoalId, Quarter | null>()
  for (const [index, row] of list.entries()) {
    const where = `elsewhere[${index}]`
    const { id, quarter } = isObject(row) ? row : {}
    if (!isRecordId(id) || !hasKind(id, 'goal')) return refused(`${where}.id`, `${quoted(id)} is not the id of a goal`)
    if (quarter !== null && !isQuarter(quarter)) return refused(`${where}.quarter`, `${quoted(quarter)} is not a quarter, 1 to 4`)
    goals.set(id, quarter)
  }
  return { ok: true, goals }
}

/** A snapshot has no stamps; as a plan to be read it gets some of its own, which nothing ever sees. */
function stampAt(index: number): string {
  return formatStamp({ ms: index, counter: 0, writer: 'snapshot000' })
}
