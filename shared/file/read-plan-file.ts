import type { Change, Edit } from '../changes/change.ts'
import { foldInSteps } from '../changes/fold-in-steps.ts'
import type { ChangeSet } from '../changes/fold.ts'
import { learn, type Knows } from '../changes/knows.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { finish, type Steps } from '../changes/steps.ts'
import { derivedKey } from '../model/derived-key.ts'
import { hasKind, type PlanId, type RecordId } from '../model/ids.ts'
import { checkFormat } from './check-format.ts'
import { digestInSteps, textDigestInSteps } from './digest.ts'
import { duplicateKeyInSteps } from './duplicate-key.ts'
import { partsInSteps } from './file-parts.ts'
import { layOutParts } from './lay-out.ts'
import { limits } from './limits.ts'
import { parseJsonInSteps, type ParsedJson } from './parse-json-file.ts'
import { planFormat, planFormatVersion, type FileAuthor } from './plan-file.ts'
import { pathOf, quoted, type FileProblem } from './problem.ts'
import { readAuthor, readName } from './read-author.ts'
import { readCollections, readHistory } from './read-collections.ts'
import { isObject } from './json-value.ts'
import { readRow, readStamp, tooManyFields } from './read-row.ts'

/** A shared file that was understood. */
export interface PlanFile {
  readonly planId: PlanId
  readonly set: ChangeSet
  readonly by: FileAuthor
  /** When it was written, as the file says; ISO 8601 text or empty. */
  readonly at: string
  readonly app: string
  /** Null for a file that is as it was written. */
  readonly byHand: ByHand | null
}

/**
 * What is known of a file that was changed after it was written, or that a script made: its digest doesn't fit, or
 * it doesn't say when things were written. `adopt-file.ts` makes changes of it.
 */
export interface ByHand {
  /** Tells this text from every other: 10 of `[0-9a-z]`. */
  readonly key: string
  /** What each line says now, whatever stamps stand beside it. */
  readonly stated: readonly Edit[]
  /** What the file knew when it was written; null where it doesn't say. */
  readonly knows: Knows | null
  /** It was never written by the app: it says neither what it knew nor a digest. */
  readonly isMade: boolean
}

export type ReadPlanFile = { readonly ok: true; readonly file: PlanFile } | { readonly ok: false; readonly problem: FileProblem }

/**
 * Reads a `*.plan.json`, believing nothing: size and depth are checked first, then every field against its
 * spec, then the digest. What it refuses changes nothing anywhere; a file changed by hand is none of that.
 */
export function readPlanFile(json: string): ReadPlanFile {
  return finish(readPlanInSteps(json))
}

/** The same in steps of a few milliseconds, but for JSON.parse itself, which takes its time at once. */
export function* readPlanInSteps(json: string): Steps<ReadPlanFile> {
  const parsed = yield* parseJsonInSteps({ json, holds: 'plan' })
  return parsed.ok ? yield* readParsedPlanInSteps(parsed) : parsed
}

/** The same of a text that was parsed already. */
export function* readParsedPlanInSteps({ value, text }: ParsedJson): Steps<ReadPlanFile> {
  const problem = checkFormat({ raw: value, format: planFormat, version: planFormatVersion, what: 'a plan file' })
  return problem === null ? yield* readContent(value, text) : { ok: false, problem }
}

type Raw = Readonly<Record<string, unknown>>

function* readContent(raw: Raw, json: string): Steps<ReadPlanFile> {
  const refuse = (problem: FileProblem): ReadPlanFile => ({ ok: false, problem })
  const planRow = readRow({ row: raw['plan'], where: 'plan', inherited: undefined })
  if (!planRow.ok) return refuse(planRow.problem)
  const planId = planRow.id
  if (!hasKind(planId, 'plan')) return refuse({ where: 'plan.id', what: `${quoted(planId)} is not the id of a plan` })
  const content = { raw, planId, inherited: planRow.created }
  const rows = yield* readCollections(content)
  if (!rows.ok) return refuse(rows.problem)
  const history = yield* readHistory(content)
  if (!history.ok) return refuse(history.problem)
  const known = readKnows(raw['knows'])
  if (!known.ok) return refuse(known.problem)
  const changes = [...planRow.changes, ...rows.changes]
  const unstamped = [...(planRow.unstamped === null ? [] : [{ on: planId, set: planRow.unstamped }]), ...rows.unstamped]
  const parts = yield* partsInSteps(raw)
  const isAsWritten = unstamped.length === 0 && known.stamps !== null && raw['digest'] === (yield* digestInSteps(parts))
  // a value that JSON.parse passes over in silence isn't in the digest either, but it stands in the text
  const duplicate = isAsWritten && layOutParts(parts) === json ? null : yield* duplicateKeyInSteps(json)
  if (duplicate !== null) return refuse(duplicate)
  const set = yield* foldInSteps([...changes, ...history.changes])
  const crowded = crowdedRecord(set)
  if (crowded !== null) return refuse({ where: crowded, what: tooManyFields })
  yield
  const byHand = isAsWritten ? null : { key: derivedKey([yield* textDigestInSteps(json)]), stated: [...statedBy(changes), ...unstamped], knows: known.stamps === null ? null : learn(new Map(), known.stamps), isMade: known.stamps === null && raw['digest'] === undefined }
  return { ok: true, file: { planId, set, by: readAuthor(raw['by']), at: readName(raw['at']), app: readName(raw['app']), byHand } }
}

/** A record of which lines and history have more fields together than one may have. */
function crowdedRecord(set: ChangeSet): RecordId | null {
  for (const { id, winners } of valuesOf(set.records)) if (winners.length > limits.fields) return id
  return null
}

/** The lines as they stand, without their stamps. */
function statedBy(changes: readonly Change[]): readonly Edit[] {
  return [...Map.groupBy(changes, ({ on }) => on)].map(([on, own]) => ({ on, set: Object.assign({}, ...own.map(({ set }) => set)) as Edit['set'] })) // fields of one line are all different
}

/** The stamps a file knows of; null where it says nothing of them, as a script's doesn't. */
function readKnows(knows: unknown): { readonly ok: true; readonly stamps: readonly string[] | null } | { readonly ok: false; readonly problem: FileProblem } {
  if (knows === undefined) return { ok: true, stamps: null }
  if (!isObject(knows)) return { ok: false, problem: { where: 'knows', what: `${quoted(knows)} is not a list of stamps by writer` } }
  const stamps: string[] = []
  const entries = Object.entries(knows)
  if (entries.length > limits.writers) return { ok: false, problem: { where: 'knows', what: `it has more than ${limits.writers} writers` } }
  for (const [writer, value] of entries) {
    const stamp = readStamp(value)
    if (stamp === null || !stamp.endsWith(`-${writer}`)) return { ok: false, problem: { where: pathOf('knows', writer), what: `${quoted(value)} is not a stamp of ${quoted(writer)}` } }
    stamps.push(stamp)
  }
  return { ok: true, stamps }
}
