import { changesOfRecord, type ChangeSet } from '../changes/fold.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import type { Steps } from '../changes/steps.ts'
import { byteLength } from '../share/byte-length.ts'
import { limits } from './limits.ts'
import { recordToRow } from './record-to-row.ts'

/** How large a set of changes is as a file, in each way in which that has a limit. */
export interface PlanSize {
  /** Of the record that has the most. */
  readonly fields: number
  readonly records: number
  /** The changes that stand in the history. */
  readonly history: number
  readonly writers: number
  /** The file has no more than these. */
  readonly bytes: number
}

/** Of what may come in: the rest is left to what is typed here, so that a plan that others have filled can still be saved and read. */
const incomingShare = 0.9

/** Whether what others made may come in: whatever is taken in makes no file that nobody can read. */
export function* mayComeInSteps(set: ChangeSet): Steps<boolean> {
  return yield* isWithinSteps(set, incomingShare)
}

/** Whether the file of a set can be read again. */
export function* isReadableSteps(set: ChangeSet): Steps<boolean> {
  return yield* isWithinSteps(set, 1)
}

function* isWithinSteps(set: ChangeSet, share: number): Steps<boolean> {
  const size = yield* planSizeInSteps(set)
  return size.bytes <= limits.length * share && (['fields', 'records', 'history', 'writers'] as const).every((key) => size[key] <= limits[key] * share)
}

type Shard = ChangeSet['records']['shards'][number]
type Part = Omit<PlanSize, 'writers'>

/** What nobody wrote to since is not measured again. */
const ofShards = new WeakMap<Shard, Part>()
const ofRecords = new WeakMap<FoldedRecord, Part>()
const none: Part = { fields: 0, records: 0, history: 0, bytes: 0 }

export function* planSizeInSteps({ records, knows }: ChangeSet): Steps<PlanSize> {
  let size = none
  for (const shard of records.shards) {
    if (!ofShards.has(shard)) yield
    size = together(size, measured(ofShards, shard, () => [...shard.values()].map((record) => measured(ofRecords, record, sizeOf)).reduce(together, none)))
  }
  return { ...size, writers: knows.size, bytes: size.bytes + knows.size * writerBytes + headBytes }
}

function measured<T extends object>(known: WeakMap<T, Part>, value: T, measure: (value: T) => Part): Part {
  const there = known.get(value)
  if (there !== undefined) return there
  const part = measure(value)
  known.set(value, part)
  return part
}

function together(one: Part, other: Part): Part {
  return { fields: Math.max(one.fields, other.fields), records: one.records + other.records, history: one.history + other.history, bytes: one.bytes + other.bytes }
}

/** What a file says beside its records: the names of its lists, of the app and of a computer among it. */
const headBytes = 10_000
/** A writer with its last stamp, quoted. */
const writerBytes = 50
/** What ends a line and begins the next. */
const lineBytes = 4

function sizeOf(record: FoldedRecord): Part {
  const { row, rest } = recordToRow({ record, inherited: undefined })
  const history = rest === null ? [] : changesOfRecord(rest)
  let bytes = row === null ? 0 : lineBytesOf(row)
  for (const change of history) bytes += lineBytesOf(change)
  return { fields: record.winners.length, records: 1, history: history.length, bytes }
}

function lineBytesOf(line: object): number {
  return byteLength(JSON.stringify(line)) + lineBytes
}
