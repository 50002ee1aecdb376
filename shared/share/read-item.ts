import { stampsAhead } from '../changes/merge.ts'
import { foldInSteps } from '../changes/fold-in-steps.ts'
import type { ChangeSet } from '../changes/fold.ts'
import { isKnown, learn, type Knows } from '../changes/knows.ts'
import { isReplicaId, maxAheadMs, writerOf } from '../changes/stamp.ts'
import type { Steps } from '../changes/steps.ts'
import { checkFormat, isNewer } from '../file/check-format.ts'
import { digestInSteps } from '../file/digest.ts'
import { duplicateKeyInSteps } from '../file/duplicate-key.ts'
import { partsInSteps } from '../file/file-parts.ts'
import { isObject } from '../file/json-value.ts'
import { limits } from '../file/limits.ts'
import { parseJsonInSteps, type ParsedJson } from '../file/parse-json-file.ts'
import { planFormat, planFormatVersion } from '../file/plan-file.ts'
import { readAuthor, readName } from '../file/read-author.ts'
import { readChanges } from '../file/read-collections.ts'
import { readParsedPlanInSteps } from '../file/read-plan-file.ts'
import { readStamp } from '../file/read-row.ts'
import { hasKind, isRecordId, type PlanId } from '../model/ids.ts'
import { readIsoTime } from './iso-time.ts'
import { newsLevels } from './item-name.ts'
import { parcelFormat, parcelFormatVersion, type Parcel } from './parcel.ts'
import type { Unread } from './share-state.ts'

/** What a text of a mailbox turned out to be. */
export type ReadItem =
  | { readonly kind: 'plan'; readonly planId: PlanId; readonly set: ChangeSet; readonly at: string }
  /** `set` holds the changes and knows `to`. */
  | { readonly kind: 'news'; readonly parcel: Parcel; readonly set: ChangeSet }
  | UnreadItem

export interface UnreadItem {
  readonly kind: 'unread'
  readonly why: Unread['why']
}

/** What can be taken in as soon as what it builds on is known. */
export type TakenItem = Exclude<ReadItem, UnreadItem>

/**
 * Reads a text of a mailbox, a whole plan or a parcel, believing nothing of it. What isn't whole may be soon; what is of
 * another plan, of a newer version or of no format of ours is named so.
 * @param planId of which plan it must be; null where any will do
 */
export function* readItemInSteps({ text, planId }: { readonly text: string; readonly planId: PlanId | null }): Steps<ReadItem> {
  if (text.length > limits.length) return unread('refused')
  const parsed = yield* parseJsonInSteps({ json: text, holds: 'plan' })
  if (!parsed.ok) return unread('half')
  const raw = parsed.value
  const item = raw['format'] === planFormat ? yield* readPlan(parsed) : raw['format'] === parcelFormat ? yield* readParcel(raw, parsed.text) : unread('refused')
  if (item.kind === 'unread' || planId === null) return item
  return planId === (item.kind === 'plan' ? item.planId : item.parcel.planId) ? item : unread('otherPlan')
}

/** Whether whoever knows this can take in a parcel: else something between them is missing. */
export function isCovered(knows: Knows, from: Knows): boolean {
  return [...from.values()].every((stamp) => isKnown({ knows, stamp }))
}

export interface WrittenBy {
  readonly replica: string
  /** When, by its own clock, as ISO 8601 text. */
  readonly at: string
}

/**
 * Of what is to be taken in the clocks that run far ahead, those left out that a person has accepted, now or of what is known: such a one stamps on from where it was, for as long as it takes.
 * What another computer whose own clock is right hands on a person has accepted there: one word is enough for a team.
 */
export function clocksAhead({ set, by, known, now, accepted }: { readonly set: ChangeSet; readonly by: WrittenBy | null; readonly known: Knows; readonly now: number; readonly accepted: ReadonlySet<string> }): ReturnType<typeof stampsAhead> {
  const all = stampsAhead({ set, known, now })
  const writtenAt = by === null ? null : readIsoTime(by.at)
  const ahead = by === null || writtenAt === null || writtenAt > now + maxAheadMs ? all : all.filter(({ replica }) => replica === by.replica)
  if (ahead.length === 0) return ahead
  const before = new Set(stampsAhead({ set: { ...set, knows: known }, known: new Map(), now }).map(({ replica }) => replica))
  return ahead.filter(({ replica }) => !accepted.has(replica) && !before.has(replica))
}

type Raw = Readonly<Record<string, unknown>>

function unread(why: UnreadItem['why']): UnreadItem {
  return { kind: 'unread', why }
}

function* readPlan(parsed: ParsedJson): Steps<ReadItem> {
  const raw = parsed.value
  const problem = checkFormat({ raw, format: planFormat, version: planFormatVersion, what: 'a plan file' })
  if (problem !== null) return unread(isNewer(raw, planFormatVersion) ? 'newer' : 'refused')
  const read = yield* readParsedPlanInSteps(parsed)
  if (!read.ok) return unread('refused')
  const { planId, set, at, byHand } = read.file
  return byHand === null ? { kind: 'plan', planId, set, at } : unread('byHand')
}

function* readParcel(raw: Raw, text: string): Steps<ReadItem> {
  const problem = checkFormat({ raw, format: parcelFormat, version: parcelFormatVersion, what: 'a parcel' })
  if (problem !== null) return unread(isNewer(raw, parcelFormatVersion) ? 'newer' : 'refused')
  const { plan, level, mark, readWhole, digest } = raw
  if (!isRecordId(plan) || !hasKind(plan, 'plan')) return unread('refused')
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level >= newsLevels) return unread('refused')
  if (typeof mark !== 'string' || mark.length > 100 || typeof readWhole !== 'boolean') return unread('refused')
  const [from, to, sizes, holds] = [readKnown(raw['from']), readKnown(raw['to']), readSizes(raw['sizes']), readHolds(raw['holds'])]
  if (from === null || to === null || sizes === null) return unread('refused')
  if (digest !== (yield* digestInSteps(yield* partsInSteps(raw)))) return unread('byHand')
  // what JSON.parse passes over in silence isn't in the digest either
  if ((yield* duplicateKeyInSteps(text)) !== null) return unread('refused')
  const read = yield* readChanges({ list: raw['changes'], key: 'changes', planId: plan })
  if (!read.ok || read.changes.some((change) => !isKnown({ knows: to, stamp: change.at }))) return unread('refused')
  const folded = yield* foldInSteps(read.changes)
  const parcel: Parcel = { planId: plan, by: readAuthor(raw['by']), at: readName(raw['at']), level, from, to, mark, sizes, readWhole, holds, changes: read.changes }
  return { kind: 'news', parcel, set: { records: folded.records, knows: to } }
}

function readKnown(value: unknown): Knows | null {
  if (!isObject(value)) return null
  const entries = Object.entries(value)
  if (entries.length > limits.writers) return null
  const stamps = entries.map(([writer, stamp]) => {
    const read = readStamp(stamp)
    return read !== null && writerOf(read) === writer ? read : null
  })
  return stamps.every((stamp) => stamp !== null) ? learn(new Map(), stamps) : null
}

function readSizes(value: unknown): ReadonlyMap<string, number> | null {
  if (!isObject(value)) return null
  const sizes = new Map<string, number>()
  for (const [key, bytes] of Object.entries(value).slice(0, newsLevels + 1)) {
    if (typeof bytes !== 'number') return null
    sizes.set(key, bytes)
  }
  return sizes
}

/** Whom it concerns reads only its own; what is none says nothing. */
function readHolds(value: unknown): ReadonlyMap<string, number> {
  if (!isObject(value)) return new Map()
  return new Map(Object.entries(value).flatMap(([replica, byMs]) => (isReplicaId(replica) && typeof byMs === 'number' && byMs > 0 ? [[replica, byMs] as const] : [])))
}
