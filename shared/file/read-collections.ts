import type { Change, Edit } from '../changes/change.ts'
import type { Stamp } from '../changes/stamp.ts'
import type { Steps } from '../changes/steps.ts'
import { hasKind, isRecordId, type PlanId, type RecordId } from '../model/ids.ts'
import { limits } from './limits.ts'
import { collectionOf, collections, headKeys, otherCollection } from './plan-file.ts'
import { pathOf, quoted, type FileProblem } from './problem.ts'
import { isObject } from './json-value.ts'
import { readFields, readRow, readStamp } from './read-row.ts'

type Refused = { readonly ok: false; readonly problem: FileProblem }
export type ReadChanges = { readonly ok: true; readonly changes: readonly Change[] } | Refused
/** Lines without stamps come as edits, for which it is still to be decided when they were made. */
export type ReadRows = { readonly ok: true; readonly changes: readonly Change[]; readonly unstamped: readonly Edit[] } | Refused

interface Content {
  readonly raw: Readonly<Record<string, unknown>>
  readonly planId: PlanId
  /** The stamp of rows that state none: that of the plan itself. */
  readonly inherited: Stamp | undefined
}

/** How many lines are read between two pauses. */
const stepSize = 200

/**
 * Reads every list of records: those this version knows by name, and whatever else stands at the top of the
 * file, since a newer version may know more kinds. What is no list of records is nothing that could be kept.
 */
export function* readCollections({ raw, planId, inherited }: Content): Steps<ReadRows> {
  const changes: Change[] = []
  const unstamped: Edit[] = []
  const seen = new Set<RecordId>([planId])
  for (const key of Object.keys(raw).filter((each) => !headKeys.some((head) => head === each))) {
    const list = raw[key]
    const isOurs = isCollection(key)
    const place = pathOf('', key)
    if (!Array.isArray(list)) return refused(place, `${quoted(list)} is not a list${isOurs ? '' : ' of records'}`)
    if (seen.size + list.length > limits.records) return refused('', `The file holds more than ${limits.records} records.`)
    for (const [index, row] of list.entries()) {
      if (index % stepSize === 0) yield
      const where = `${place}[${index}]`
      const read = readRow({ row, where, inherited })
      if (!read.ok) return read
      const foreign = foreignPlan(read.id, planId)
      if (foreign !== null) return refused(`${where}.id`, foreign)
      if (isOurs && key !== otherCollection && collectionOf(read.id) !== key) return refused(`${where}.id`, `${quoted(read.id)} doesn't belong under ${key}`)
      if (seen.has(read.id)) return refused(`${where}.id`, `${quoted(read.id)} stands there twice`)
      seen.add(read.id)
      for (const change of read.changes) changes.push(change)
      if (read.unstamped !== null) unstamped.push({ on: read.id, set: read.unstamped })
    }
  }
  return { ok: true, changes, unstamped }
}

const changeKeys: readonly string[] = ['at', 'on', 'set'] satisfies readonly (keyof Change)[]

/** Reads what was overwritten. */
export function* readHistory({ raw, planId }: Pick<Content, 'raw' | 'planId'>): Steps<ReadChanges> {
  return yield* readChanges({ list: raw['history'] === undefined ? [] : raw['history'], key: 'history', planId })
}

/**
 * Reads changes that are listed as such.
 * @param key under which they stand in the file, for messages
 */
export function* readChanges({ list, key, planId }: { readonly list: unknown; readonly key: string; readonly planId: PlanId }): Steps<ReadChanges> {
  if (!Array.isArray(list)) return refused(key, `${quoted(list)} is not a list`)
  if (list.length > limits.history) return refused(key, `it holds more than ${limits.history} changes`)
  const changes: Change[] = []
  for (const [index, row] of list.entries()) {
    if (index % stepSize === 0) yield
    const where = `${key}[${index}]`
    if (!isObject(row)) return refused(where, `${quoted(row)} is not a change`)
    const other = Object.keys(row).find((key) => !changeKeys.includes(key))
    if (other !== undefined) return refused(pathOf(where, other), 'it is no part of a change, and would be lost')
    const at = readStamp(row['at'])
    if (at === null) return refused(`${where}.at`, `${quoted(row['at'])} is not a stamp`)
    const on = row['on']
    if (!isRecordId(on)) return refused(`${where}.on`, `${quoted(on)} is not an id`)
    const foreign = foreignPlan(on, planId)
    if (foreign !== null) return refused(`${where}.on`, foreign)
    const fields = readFields({ fields: row['set'], where: `${where}.set`, id: on })
    if (!fields.ok) return fields
    changes.push({ at, on, set: fields.set })
  }
  return { ok: true, changes }
}

function refused(where: string, what: string): Refused {
  return { ok: false, problem: { where, what } }
}

function isCollection(key: string): boolean {
  return key === otherCollection || Object.values(collections).some((known) => known === key)
}

/** A file holds one plan: a second one could take the place of the first. */
function foreignPlan(id: RecordId, planId: PlanId): string | null {
  return hasKind(id, 'plan') && id !== planId ? `${quoted(id)} is another plan than ${quoted(planId)}` : null
}
