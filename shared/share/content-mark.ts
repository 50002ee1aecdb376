import { canonicalJson } from '../changes/canonical.ts'
import type { ChangeSet } from '../changes/fold.ts'
import type { Steps } from '../changes/steps.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { hasFolded } from './old-history/folded-before.ts'
import { isFoldedField } from './old-history/folded-fields.ts'

/**
 * A short text that is the same for equal sets of changes, and as good as never for others. Whoever knows the same stamps ought
 * to hold the same; where they don't (a conflict that one of them has found, two computers that write under one name, a
 * profile that lost changes and has gone on since) nothing but this tells. It protects from accidents, not from malice.
 *
 * Every cell is hashed and all hashes are combined by XOR, so the order doesn't matter; records and shards that nobody
 * wrote to since are not hashed again. First comes the hash of what is never folded away, then that of the rest, then how many
 * cells are never folded away.
 */
export function contentMark(set: ChangeSet): string {
  const [a, b, c, d, , count] = hashOf(set)
  return [a, b, c, d, count].map(toText).join('')
}

/** The same in steps: what was never hashed takes its time. */
export function* contentMarkInSteps(set: ChangeSet): Steps<string> {
  for (const shard of set.records.shards) {
    if (!ofShards.has(shard)) yield
    cached(ofShards, shard, hashOfShard)
  }
  return contentMark(set)
}

/** Whether a mark is that of a set: where some computer has folded history away, that of all that is never folded away. */
export function isMarkOf(mark: string, set: ChangeSet): boolean {
  const own = contentMark(set)
  return mark === own || (hashOf(set)[4] > 0 && mark.slice(0, hashLength) === own.slice(0, hashLength))
}

/** Whether a mark is of less than a set holds: then it is for the others to read this set first, and not for whoever has it to read all of theirs. */
export function isOfLess(mark: string, set: ChangeSet): boolean {
  return Number.parseInt(mark.slice(2 * hashLength), 16) < hashOf(set)[5]
}

/** The digits of one hash within a mark. */
const hashLength = 16

/** Two numbers for what is never folded away, two for the rest, how many computers have folded history away, and how many cells are never folded away. */
type Hash = readonly [number, number, number, number, number, number]

const none: Hash = [0, 0, 0, 0, 0, 0]
const ofShards = new WeakMap<object, Hash>()
const ofRecords = new WeakMap<object, Hash>()

function cached<T extends object>(known: WeakMap<object, Hash>, value: T, make: (value: T) => Hash): Hash {
  const there = known.get(value)
  if (there !== undefined) return there
  const made = make(value)
  known.set(value, made)
  return made
}

function combined(one: Hash, other: Hash): Hash {
  return [one[0] ^ other[0], one[1] ^ other[1], one[2] ^ other[2], one[3] ^ other[3], one[4] + other[4], one[5] + other[5]]
}

function hashOf(set: ChangeSet): Hash {
  return set.records.shards.reduce((hash, shard) => combined(hash, cached(ofShards, shard, hashOfShard)), none)
}

function hashOfShard(shard: ChangeSet['records']['shards'][number]): Hash {
  let hash = none
  for (const record of shard.values()) hash = combined(hash, cached(ofRecords, record, hashOfRecord))
  return hash
}

function hashOfRecord(record: FoldedRecord): Hash {
  const mark = [0, 0, 0, 0] as [number, number, number, number]
  const add = ({ field, at, value }: Cell, half: 0 | 2): void => {
    const [a, b] = hashOfText(`${record.id} ${at} ${field} ${canonicalJson(value)}`)
    mark[half] ^= a
    mark[half === 0 ? 1 : 3] ^= b
  }
  for (const cell of record.winners) add(cell, 0)
  let staying = record.winners.length
  for (const cell of record.losers) {
    const half = isFoldedField(record.id, cell.field) ? 2 : 0
    add(cell, half)
    if (half === 0) staying += 1
  }
  return [...mark, hasFolded(record) ? 1 : 0, staying]
}

/** cyrb53 (bryc, public domain): two lanes of 32 bits, mixed at the end. */
function hashOfText(text: string): readonly [number, number] {
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
