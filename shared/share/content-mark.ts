import { canonicalJson } from '../changes/canonical.ts'
import type { ChangeSet } from '../changes/fold.ts'
import type { Steps } from '../changes/steps.ts'
import { cellsOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isFoldedField } from './folded-fields.ts'

/**
 * A short text that is the same for equal sets of changes, and as good as never for others. Whoever knows the same stamps ought
 * to hold the same; where they don't (a conflict that one of them has found, two computers that write under one name, a
 * profile that lost changes and has gone on since) nothing but this tells. It protects from accidents, not from malice.
 *
 * Every cell is hashed and all hashes are combined by XOR, so the order doesn't matter; records and shards that nobody
 * wrote to since are not hashed again.
 */
export function contentMark(set: ChangeSet): string {
  let [a, b] = [0, 0]
  for (const shard of set.records.shards) {
    const hash = cached(ofShards, shard, hashOfShard)
    a ^= hash[0]
    b ^= hash[1]
  }
  return `${toText(a)}${toText(b)}`
}

/** The same in steps: what was never hashed takes its time. */
export function* contentMarkInSteps(set: ChangeSet): Steps<string> {
  for (const shard of set.records.shards) {
    if (!ofShards.has(shard)) yield
    cached(ofShards, shard, hashOfShard)
  }
  return contentMark(set)
}

type Hash = readonly [number, number]

const ofShards = new WeakMap<object, Hash>()
const ofRecords = new WeakMap<object, Hash>()

function cached<T extends object>(known: WeakMap<object, Hash>, value: T, hashOf: (value: T) => Hash): Hash {
  const there = known.get(value)
  if (there !== undefined) return there
  const made = hashOf(value)
  known.set(value, made)
  return made
}

function hashOfShard(shard: ChangeSet['records']['shards'][number]): Hash {
  let [a, b] = [0, 0]
  for (const record of shard.values()) {
    const hash = cached(ofRecords, record, hashOfRecord)
    a ^= hash[0]
    b ^= hash[1]
  }
  return [a, b]
}

function hashOfRecord(record: FoldedRecord): Hash {
  let [a, b] = [0, 0]
  for (const cell of cellsOf(record)) {
    if (mayBeFolded(record, cell)) continue
    const { field, at, value } = cell
    const hash = hashOfText(`${record.id} ${at} ${field} ${canonicalJson(value)}`)
    a ^= hash[0]
    b ^= hash[1]
  }
  return [a, b]
}

/** What one of two may have folded away: they hold the same all the same. Not of two values under one stamp, as a copied profile writes them. */
function mayBeFolded({ id, losers }: FoldedRecord, cell: Cell): boolean {
  return isFoldedField(id, cell.field) && losers.includes(cell) && !losers.some((other) => other !== cell && other.at === cell.at && other.field === cell.field)
}

/** cyrb53 (bryc, public domain): two lanes of 32 bits, mixed at the end. */
function hashOfText(text: string): Hash {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return [a, b]
}

function toText(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0')
}
