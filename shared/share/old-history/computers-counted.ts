import type { ChangeSet } from '../../changes/fold.ts'
import type { Knows } from '../../changes/knows.ts'
import { msOf, replicaOf, writerOf } from '../../changes/stamp.ts'
import { isFileWriter, isPageWriter } from '../../changes/writer.ts'
import { computerNameIn } from '../../plan/stamp-source.ts'

/** What a computer has said of itself in a share. */
export interface KnownHead {
  readonly replica: string
  readonly name: string
  /** When it wrote that, by its own clock; null where it doesn't say. */
  readonly at: number | null
  readonly knows: Knows
}

/** A computer that is asked before history is folded away. */
export interface CountedComputer {
  readonly replica: string
  readonly name: string
  /** When it was last heard of, in milliseconds since 1970. */
  readonly seen: number
  /** What it has; null where it has never told: then nothing goes. */
  readonly knows: Knows | null
}

/**
 * The computers that have to have what is folded away, this one left out: all that have told something in the share, or
 * written something, since the given moment. Who was away for longer is not asked: what it brings back harms nothing,
 * since no deletion ever goes.
 * @param gone the computers of which a person said that they are gone
 */
export function computersCounted({ set, self, heads, before, gone = new Set() }: { readonly set: ChangeSet; readonly self: string; readonly heads: readonly KnownHead[]; readonly before: number; readonly gone?: ReadonlySet<string> }): readonly CountedComputer[] {
  const seen = new Map<string, number>()
  const see = (replica: string, at: number): void => void seen.set(replica, Math.max(at, seen.get(replica) ?? 0))
  for (const stamp of set.knows.values()) if (!isPageWriter(writerOf(stamp)) && !isFileWriter(writerOf(stamp))) see(replicaOf(stamp), msOf(stamp))
  for (const { replica, at } of heads) see(replica, at ?? 0)
  const told = new Map(heads.map((head) => [head.replica, head]))
  return [...seen]
    .filter(([replica, at]) => replica !== self && at >= before && !gone.has(replica))
    .map(([replica, at]): CountedComputer => ({ replica, name: told.get(replica)?.name ?? computerNameIn(set, replica), seen: at, knows: told.get(replica)?.knows ?? null }))
    .toSorted((a, b) => a.seen - b.seen || (a.replica < b.replica ? -1 : 1))
}
